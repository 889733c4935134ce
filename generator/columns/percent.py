"""A percentage with its sign, to at most one place: 84.4%."""

import re
from decimal import Decimal

from generator.columns import Options, Raw, Rejected, text_of

ALIGN = "right"
DISCLOSURES = ("never", "full")
_PERCENT = re.compile(r"((?:0|[1-9][0-9]{0,3})(?:\.[0-9])?)%")


def parse(raw: Raw, options: Options) -> Decimal:
    """Per cent, not a fraction: 84.4 for `84.4%`."""
    match = _PERCENT.fullmatch(text_of(raw))
    if not match:
        raise Rejected("cell-not-a-percentage")
    return Decimal(match[1]).quantize(Decimal("0.1"))


def canonical(value: Decimal) -> str:
    return f"{value:.1f}%"


show = canonical
