"""No stray backtick: a mark of programmers that turns half a page into code, or prints as dirt.

Why: it gets in with text copied from a chat or an editor. A pair of them is
Markdown and allowed in hand-written pages; cells of a list are the matter of
`plain_text`.
"""

from collections.abc import Iterator

from generator.checks import Scope
from generator.findings import Finding, finding
from generator.texts import Text

_FENCE = "```"


def check_office(scope: Scope) -> Iterator[Finding]:
    for text in scope.texts:
        if text.source != "list" and _is_stray(text):
            yield finding("text-backtick", text.place)


def _is_stray(text: Text) -> bool:
    if text.source != "prose":
        return "`" in text.text
    return not text.text.lstrip().startswith(_FENCE) and text.text.count("`") % 2 == 1
