"""How much of a thing, with its unit: 2床, 12.5公斤. Bags and beds are never added up together."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from generator.columns import Options, Raw, Rejected, text_of

ALIGN = "right"
DISCLOSURES = ("never", "full")
# Units of goods handed out by hand. What can be weighed may have up to two places, what is counted may not.
_WEIGHED = ("公斤", "克", "升", "米", "吨")
_COUNTED = ("袋", "床", "件", "套", "桶", "箱", "份", "个", "顶", "张", "盒", "瓶", "双", "台", "本")
_QUANTITY = re.compile(rf"(0|[1-9][0-9]{{0,6}})(\.[0-9]{{1,2}})?({'|'.join(_WEIGHED + _COUNTED)})")


@dataclass(frozen=True)
class Quantity:
    """A number of one unit."""

    number: Decimal
    unit: str


def parse(raw: Raw, options: Options) -> Quantity:
    """A number and one of the units, without a space between them."""
    match = _QUANTITY.fullmatch(text_of(raw))
    if not match or (match[2] and match[3] in _COUNTED):
        raise Rejected("cell-not-a-quantity", units=_COUNTED + _WEIGHED)
    return Quantity(Decimal(match[1] + (match[2] or "")), match[3])


def canonical(value: Quantity) -> str:
    return f"{_plain(value.number)}{value.unit}"


def show(value: Quantity) -> str:
    whole, _, places = _plain(value.number).partition(".")
    return f"{int(whole):,}{'.' if places else ''}{places}{value.unit}"


def total(values: Iterable[Quantity]) -> tuple[Quantity, ...]:
    """The sum of each unit, in the order in which units first appear."""
    sums: dict[str, Decimal] = {}
    for value in values:
        sums[value.unit] = sums.get(value.unit, Decimal()) + value.number
    return tuple(Quantity(number, unit) for unit, number in sums.items())


def _plain(number: Decimal) -> str:
    """Without zeros at the end of the places, so that 12.50公斤 and 12.5公斤 are the same."""
    text = f"{number:.2f}"
    return text.rstrip("0").rstrip(".")
