"""What a checker says, and the one table of it all."""

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

_TITLES = ("checker", "what", "pages", "result", "target", "ok")
# Complaints that are printed for each verdict; the rest is counted.
_SHOWN = 10


class ToolFailed(Exception):
    """A checker could not do its work: not installed, ended with an error, or found nothing to check."""


@dataclass(frozen=True)
class Verdict:
    """One line of the table. `pages` is how many pages or files were judged; `complaints` say where it misses."""

    checker: str
    what: str
    pages: int
    result: str
    target: str
    ok: bool
    complaints: tuple[str, ...] = ()


def counted(checker: str, what: str, pages: int, complaints: Sequence[str], noun: str) -> Verdict:
    """The verdict of a checker that only objects: none is good, nothing checked is bad."""
    result = f"{len(complaints)} {noun}" if pages else "nothing to check"
    return Verdict(checker, what, pages, result, f"0 {noun}", bool(pages) and not complaints, tuple(complaints))


def table(verdicts: Iterable[Verdict]) -> str:
    """All verdicts, one a line."""
    rows = [_TITLES]
    for each in verdicts:
        rows.append((each.checker, each.what, str(each.pages), each.result, each.target, "yes" if each.ok else "NO"))
    widths = [max(map(_width, column)) for column in zip(*rows, strict=True)]
    lines = ["  ".join(map(_padded, row, widths)).rstrip() for row in rows]
    return "\n".join([lines[0], "-" * max(map(_width, lines)), *lines[1:]])


def complaints(verdicts: Iterable[Verdict]) -> str:
    """Where the site misses its targets, at most ten places for each verdict."""
    lines = []
    for each in verdicts:
        if each.ok:
            continue
        lines.append(f"\n{each.checker}, {each.what}: {each.result}, target {each.target}")
        lines += [f"  {complaint}" for complaint in each.complaints[:_SHOWN]]
        if len(each.complaints) > _SHOWN:
            lines.append(f"  and {len(each.complaints) - _SHOWN} more")
    return "\n".join(lines)


def _padded(text: str, width: int) -> str:
    return text + " " * (width - _width(text))


def _width(text: str) -> int:
    """Columns of a terminal: Chinese characters take two."""
    return sum(2 if unicodedata.east_asian_width(each) in "WF" else 1 for each in text)
