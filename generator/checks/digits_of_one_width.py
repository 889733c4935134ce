"""A number is written in digits of one width, with a point and a comma of its own.

Why: `１2户`, `1，240元`, `12．5%` and `2O26年` are read differently by people, search
and screen readers, and a sum over them is wrong. 《出版物上数字用法》(GB/T 15835-2011)
asks for half-width Arabic numerals.
"""

import re
from collections.abc import Iterator

from generator.checks import Scope
from generator.findings import Finding, finding

_MIXED = re.compile(
    r"""[0-9][０-９] | [０-９][0-9]                  # both widths in one number
    | [0-9０-９][．。][0-9０-９]+(?=[%％元万亿])     # a Chinese point inside a figure
    | (?<![0-9])[0-9]{1,3}(?:，[0-9]{3})+(?=(?:\.[0-9]+)?[元人户万亿])
    | (?<=[0-9])[OＯIl](?=[0-9])                   # a letter that looks like a digit
    """,
    re.VERBOSE,
)
_CANDIDATE = re.compile(r"[0-9０-９][０-９．。，OＯIl]|[０-９][0-9]")


def check_office(scope: Scope) -> Iterator[Finding]:
    for text in scope.texts:
        if breaks_a_number(text.text):
            yield finding("text-mixed-width", text.place)


def breaks_a_number(text: str) -> bool:
    """Whether a number of the text mixes widths, or has a separator or letter that is none of its own."""
    return bool(_CANDIDATE.search(text) and _MIXED.search(text))
