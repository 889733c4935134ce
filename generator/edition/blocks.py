"""Blocks: what boards are made of, as plain JSON that `site_templates/posters/blocks.typ` draws.

A board has sections, a section has a title and blocks. Every string of a block is
printed, in the order in which it stands here, but for the words that only say how.
"""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Any

from generator.columns import Shown

Block = dict[str, Any]
Pair = tuple[str, str]
# What tells how a block is drawn, not what it says.
_UNSAID = frozenset({"type", "align"})


def in_one_line(shown: Shown) -> str:
    """A value as one text, several with 、 between them."""
    return shown if isinstance(shown, str) else "、".join(map(str, shown))


def section(title: str, *blocks: Block) -> list[Block]:
    """One section with those blocks that say something; none if none does."""
    said = [each for each in blocks if any(strings(each))]
    return [{"title": title, "blocks": said}] if said else []


def beside(*sections: Block) -> list[Block]:
    """Sections that stand beside one another where the paper is wide enough, otherwise one below the other."""
    return [{"beside": list(sections)}] if len(sections) > 1 else list(sections)


def text(*paragraphs: str) -> Block:
    return {"type": "text", "paragraphs": [each for each in paragraphs if each]}


def note(*paragraphs: str) -> Block:
    """Paragraphs in small and quiet type."""
    return {**text(*paragraphs), "type": "note"}


def items(entries: Iterable[str], *, numbered: bool = False) -> Block:
    """A list with bullets, or with numbers from 1."""
    return {"type": "items", "numbered": numbered, "items": list(entries)}


def facts(pairs: Iterable[Pair]) -> Block:
    """Labels with their texts; a label without a text is left out."""
    return {"type": "facts", "facts": [{"label": label, "text": said} for label, said in pairs if said]}


def table(columns: Iterable[Pair], rows: Iterable[Iterable[str]], total: Iterable[str] = ()) -> Block:
    """`columns` are titles with `left`, `center` or `right`; `total` is the last row, if there is one."""
    return {
        "type": "table",
        "columns": [{"title": title, "align": align} for title, align in columns],
        "rows": [list(row) for row in rows],
        "total": list(total),
    }


def phones(entries: Iterable[tuple[str, str, str]]) -> Block:
    """Name, number and hours of each, the number in the largest type."""
    return {"type": "phones", "phones": [dict(zip(("name", "phone", "hours"), each, strict=True)) for each in entries]}


def bars(rows: Iterable[tuple[str, str, float, str]]) -> Block:
    """Label, figure, share of the whole width (0 to 1) and a note below, which may be empty."""
    return {
        "type": "bars",
        "bars": [dict(zip(("label", "figure", "share", "note"), each, strict=True)) for each in rows],
    }


def amount_bars(amounts: Iterable[tuple[str, str, str]]) -> Block:
    """Label, text and exact figure of each amount; the largest fills the width."""
    known = list(amounts)
    longest = max((Decimal(plain) for *_, plain in known), default=Decimal())
    return bars((label, said, float(Decimal(plain) / longest) if longest else 0.0, "") for label, said, plain in known)


def steps(entries: Iterable[Block]) -> Block:
    """A procedure; `generator.edition.procedure` makes its steps."""
    return {"type": "steps", "steps": list(entries)}


def people(entries: Iterable[Block], *, photo: bool) -> Block:
    """Cards: `name`, `post`, `unit` and lines of `facts`; with `photo` each has a frame to paste one in."""
    return {"type": "people", "photo": photo, "people": list(entries)}


def groups(entries: Iterable[Block]) -> Block:
    """A map of groups: each `mark`, `title` and `items` of `name` and `text`."""
    return {"type": "map", "groups": list(entries)}


def texts(content: Block) -> Iterator[str]:
    """What a sheet of blocks must say, in its order: introduction, totals, sections."""
    for name in ("introduction", "totals", "sections"):
        yield from strings(content.get(name, ()))


def strings(value: Any) -> Iterator[str]:
    """Every string that a block prints."""
    if isinstance(value, str):
        yield from filter(None, (value,))
    elif isinstance(value, dict):
        yield from (each for name, part in value.items() if name not in _UNSAID for each in strings(part))
    elif isinstance(value, (list, tuple)):
        yield from (each for part in value for each in strings(part))
