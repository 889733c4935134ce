"""A flow of money as a drawing: sources on the left, the account in the middle, uses on the right.

All lengths are units of the drawing, about a pixel on a phone. Heights are in
proportion to the money; what is too little to be seen is drawn as a hair.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from generator.rendering.lines import broken, width

WIDTH = 340
_TOP = 52  # below the heads of the columns
_FULL = 250  # height of the whole sum
_HAIR = 1.0
_LETTER = 16  # as on the rest of a phone's page, or people would have to guess
_LINE = 20
_GAP = 8
_LABEL = 118  # width of a column of labels
_LETTERS = _LABEL / _LETTER  # Chinese characters of a line
_NODE, _BAR = 7, 12
_LEFT, _RIGHT = _LABEL + 6, WIDTH - _LABEL - 6 - _NODE
_MIDDLE = (WIDTH - _BAR) / 2


@dataclass(frozen=True)
class Stream:
    """Money that came from, or went to, one place; `role` tells what lay in the account from the rest."""

    label: str
    text: str
    plain: str
    role: str = ""


@dataclass(frozen=True)
class Node:
    """A stream as drawn: its box, the ribbon that joins it to the account, and its lines of text."""

    y: str
    height: str
    ribbon: str
    lines: tuple[tuple[str, str], ...]
    amount: str
    amount_y: str
    role: str


@dataclass(frozen=True)
class Flow:
    """What the template draws; `x` of nodes and labels are the same for all of one side."""

    width: int
    height: str
    bar_x: str
    bar_y: str
    bar_height: str
    sources: tuple[Node, ...]
    uses: tuple[Node, ...]
    node_x: tuple[str, str]
    label_x: tuple[str, str]
    node_width: int = _NODE
    bar_width: int = _BAR


def draw_flow(sources: Sequence[Stream], uses: Sequence[Stream]) -> Flow | None:
    """Both sides add up to the same sum; `None` if that is nothing, or if they do not."""
    whole = sum((Decimal(each.plain) for each in sources), start=Decimal())
    if whole <= 0 or whole != sum(Decimal(each.plain) for each in uses):
        return None
    if any(width(each.text) > _LETTERS for each in (*sources, *uses)):
        # An amount cut short would be another amount: names only, the table says how much.
        sources, uses = ([replace(each, text="") for each in side] for side in (sources, uses))
    sides = [_slots(side, whole) for side in (sources, uses)]
    tall = max(_FULL, *(sum(slot for slot, _ in slots) for slots in sides))
    bar_y = _TOP + (tall - _FULL) / 2
    return Flow(
        width=WIDTH,
        height=_n(_TOP + tall + _GAP),
        bar_x=_n(_MIDDLE),
        bar_y=_n(bar_y),
        bar_height=_n(_FULL),
        sources=_side(sources, sides[0], tall, bar_y, _LEFT + _NODE, _MIDDLE),
        uses=_side(uses, sides[1], tall, bar_y, _RIGHT, _MIDDLE + _BAR),
        node_x=(_n(_LEFT), _n(_RIGHT)),
        label_x=(_n(_LABEL), _n(WIDTH - _LABEL)),
    )


def _slots(streams: Sequence[Stream], whole: Decimal) -> list[tuple[float, float]]:
    """The height each stream takes with its text, and the height of its box."""
    heights = [float(Decimal(each.plain) / whole) * _FULL for each in streams]
    return [(max(height, _rows(each) * _LINE) + _GAP, height) for each, height in zip(streams, heights, strict=True)]


def _rows(stream: Stream) -> int:
    """Lines of text: the name's, and one of the amount if it is shown."""
    return len(broken(stream.label, _LETTERS)) + bool(stream.text)


def _side(
    streams: Sequence[Stream], slots: list[tuple[float, float]], tall: float, bar_y: float, outer: float, inner: float
) -> tuple[Node, ...]:
    top = _TOP + (tall - sum(slot for slot, _ in slots)) / 2
    joined = bar_y
    nodes = []
    for stream, (slot, height) in zip(streams, slots, strict=True):
        centre = top + slot / 2
        lines = broken(stream.label, _LETTERS)
        first = centre - _rows(stream) * _LINE / 2 + _LINE * 0.78
        nodes.append(
            Node(
                y=_n(centre - max(height, _HAIR) / 2),
                height=_n(max(height, _HAIR)),
                ribbon=_ribbon(outer, centre - height / 2, inner, joined, max(height, _HAIR)),
                lines=tuple((line, _n(first + number * _LINE)) for number, line in enumerate(lines)),
                amount=stream.text,
                amount_y=_n(first + len(lines) * _LINE),
                role=stream.role,
            )
        )
        top += slot
        joined += height
    return tuple(nodes)


def _ribbon(x1: float, y1: float, x2: float, y2: float, height: float) -> str:
    """A band of constant height from one side to the other, as the path of an SVG."""
    half = (x1 + x2) / 2
    there = f"M{_n(x1)} {_n(y1)}C{_n(half)} {_n(y1)} {_n(half)} {_n(y2)} {_n(x2)} {_n(y2)}"
    back = f"V{_n(y2 + height)}C{_n(half)} {_n(y2 + height)} {_n(half)} {_n(y1 + height)} {_n(x1)} {_n(y1 + height)}Z"
    return there + back


def _n(length: float) -> str:
    return f"{length:.1f}".removesuffix(".0")
