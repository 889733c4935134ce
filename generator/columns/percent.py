"""A percentage with its sign, to at most one place: 84.4%."""

import re
from decimal import ROUND_HALF_UP, Decimal

from generator.columns import Options, Raw, Rejected, text_of

ALIGN = "right"
DISCLOSURES = ("never", "full")
_PERCENT = re.compile(r"((?:0|[1-9][0-9]{0,3})(?:\.[0-9])?)%")
_LEAST, _MOST = Decimal("0.1"), Decimal("99.9")


def of(part: Decimal | int, whole: Decimal | int) -> Decimal:
    """`part` of `whole` in per cent, to one place, half up. Raises `ZeroDivisionError` for a whole of 0."""
    return (Decimal(part) * 100 / Decimal(whole)).quantize(_LEAST, ROUND_HALF_UP)


def in_words(part: Decimal | int, whole: Decimal | int) -> str:
    """The same for people: what is not nothing or not all is never rounded to 0 % or 100 %."""
    shown = of(part, whole)
    if part and not shown:
        return f"不到{show(_LEAST)}"
    return f"超过{show(_MOST)}" if part != whole and shown == 100 else show(shown)


def parse(raw: Raw, options: Options) -> Decimal:
    """Per cent, not a fraction: 84.4 for `84.4%`."""
    match = _PERCENT.fullmatch(text_of(raw))
    if not match:
        raise Rejected("cell-not-a-percentage")
    return Decimal(match[1]).quantize(Decimal("0.1"))


def canonical(value: Decimal) -> str:
    return f"{value:.1f}%"


show = canonical
