"""The rows of a list as HTML: the innermost loop of the whole site, several times faster than in a template."""

from collections.abc import Iterator, Sequence

from markupsafe import Markup, escape

from generator.exceptions import GongshiError
from generator.notices import Column, Entry

# Stands in no text: a list that holds a control character is refused.
_BETWEEN = "\x1f"
# Columns whose values are kept on one line.
_WHOLE = {"staff", "choice", "date", "month", "village"}
# What stands before and after a value: one that there is, and an empty one.
_Frame = tuple[tuple[str, str], tuple[str, str]]


def table_rows(columns: Sequence[Column], entries: Sequence[Entry], numbered: bool) -> Markup:
    """A `<tr>` for each entry, its serial number in front unless the list brings one of its own (`numbered`)."""
    frames = [_frame(column) for column in columns]
    texts = _escaped([shown for entry in entries for shown in entry.shown if isinstance(shown, str)])
    parts: list[str] = []
    for number, entry in enumerate(entries, start=1):
        parts.append("<tr>\n" if numbered else f'<tr>\n<td class="center number" data-label="序号">{number}</td>')
        for shown, frame in zip(entry.shown, frames, strict=True):
            before, after = frame[0 if shown else 1]
            parts += (before, next(texts) if isinstance(shown, str) else _listed(shown), after)
        parts.append("</tr>\n")
    # Every value went through `escape` just above.
    return Markup("".join(parts))  # nosec B704


def _frame(column: Column) -> _Frame:
    classes = [
        column.align,
        "number" if column.align == "right" else "",
        "name" if column.type == "person_name" else "",
        "choice" if column.type == "choice" else "",
        "whole" if column.type in _WHOLE else "",
    ]
    opening = f'<td class="{" ".join(filter(None, classes))}" data-label="{escape(column.title)}">'
    # A name in another script must not turn what stands beside it.
    name = ("<bdi>", "</bdi>") if column.type == "person_name" else ("", "")
    unit = f'<span class="card-unit"> {escape(column.unit)}</span>' if column.unit else ""
    return (opening + name[0], f"{name[1]}{unit}</td>\n"), (opening, "</td>\n")


def _escaped(texts: list[str]) -> Iterator[str]:
    """Every text, all of them escaped in one go."""
    together = str(escape(_BETWEEN.join(texts))).split(_BETWEEN) if texts else []
    if len(together) != len(texts):
        raise GongshiError("a cell holds a control character")
    return iter(together)


def _listed(shown: object) -> str:
    """A value of several parts, and those of their parts."""
    if isinstance(shown, str):
        return str(escape(shown))
    assert isinstance(shown, tuple | list)
    return f"<ul>{''.join(f'<li>{_listed(each)}</li>' for each in shown)}</ul>"
