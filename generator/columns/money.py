"""An amount of money in yuan, to the fen; `Decimal`, never float."""

import re
from decimal import Decimal

from generator.columns import Options, Raw, Rejected, text_of

ALIGN = "right"
DISCLOSURES = ("never", "full")
FEN = Decimal("0.01")
# Thousands separators are taken only in their places; 1,00 is a typing error.
_MONEY = re.compile(r"(?:0|[1-9][0-9]{0,11}|[1-9][0-9]{0,2}(?:,[0-9]{3}){1,3})(?:\.[0-9]{1,2})?")


def parse(raw: Raw, options: Options) -> Decimal:
    """Yuan, with at most two places."""
    text = text_of(raw)
    if not _MONEY.fullmatch(text):
        raise Rejected("cell-not-an-amount")
    return Decimal(text.replace(",", "")).quantize(FEN)


def canonical(value: Decimal) -> str:
    return f"{value:.2f}"


def show(value: Decimal) -> str:
    return f"{value:,.2f}"
