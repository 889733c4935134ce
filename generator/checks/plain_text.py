"""Text must be plain: no HTML, Markdown, formula or file path.

Why: data is shown escaped, so code in a cell can do no harm, but it stands on
the wall as gibberish and shows that something went wrong upstream.
"""

import re
from collections.abc import Iterator

from generator.checks import Scope
from generator.columns import Shown
from generator.findings import Finding, finding
from generator.tables import Table

ALWAYS = True
_MARKUP = re.compile(
    r"""</?[a-zA-Z!][^>]*>?          # HTML
    | !?\[[^\]]*\]\([^)]*\)          # Markdown link or image
    | \*\*|__|`|^\#{1,6}\s           # Markdown emphasis, code, heading
    | ^[=+@-](?=[A-Za-z(\d])         # spreadsheet formula
    | (?:^|[\s/\\])\.\.?[/\\]        # relative path
    | \b[A-Za-z]:\\|^/[a-z]+/        # absolute path
    | \b(?:javascript|data|file):    # address that runs or reads
    """,
    re.VERBOSE,
)


def check(table: Table, scope: Scope) -> Iterator[Finding]:
    for column in table.kind.columns:
        if column.type not in {"text", "list", "parts", "units"}:
            continue
        for row, value in enumerate(table.values(column.name)):
            if value is not None and any(_MARKUP.search(text) for text in _texts(value)):
                yield finding("cell-markup", table.place(row, column.name))


def _texts(value: Shown) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    else:
        for part in value:
            yield from _texts(part)
