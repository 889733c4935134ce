"""An amount of money in yuan, to the fen; `Decimal`, never float."""

import re
from decimal import Decimal

from generator.columns import LooseOptions, Options, Raw, Rejected, Tidied, text_of
from generator.writing import Cell, plain, whole_number, yuan

ALIGN = "right"
DISCLOSURES = ("never", "full")
FEN = Decimal("0.01")
# Thousands separators are taken only in their places; 1,00 is a typing error.
_MONEY = re.compile(r"(?:0|[1-9][0-9]{0,11}|[1-9][0-9]{0,2}(?:,[0-9]{3}){1,3})(?:\.[0-9]{1,2})?")
_TEN_THOUSAND = Decimal(10_000)
_LOOSE = re.compile(
    r"(?:人民币|RMB)?[¥]?(?P<number>(?:0|[1-9][0-9]*|[1-9][0-9]{0,2}(?:,[0-9]{3})+)(?:\.[0-9]+)?|[^0-9/每]+?)"
    r"(?P<unit>万元|万|元|圆|块)?[整正]?(?:(?:/|每)(?P<period>[人户月年季次天日/·]+))?"
)


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


def tidy(cell: Cell, options: LooseOptions) -> Tidied:
    """280元/月, ¥1,280, 0.028万元, 壹佰贰拾元整, in yuan; more than two places are refused, never rounded.

    `options.unit` is what the heading says. A cell that says otherwise is refused.
    """
    if isinstance(cell, bool) or not isinstance(cell, str | int | float):
        raise Rejected("raw-amount")
    text, changes = plain(cell) if isinstance(cell, str) else (f"{cell:.15g}", ())
    match = _LOOSE.fullmatch(text)
    number = _number(match["number"], text) if match else None
    if match is None or number is None:
        raise Rejected("raw-amount")
    in_heading, _, period = options.unit.partition("/")
    stated = {"万": "万元", "圆": "元", "块": "元"}.get(match["unit"] or "", match["unit"] or "")
    said = (match["period"] or "").replace("户", "").strip("/·")
    if (stated and in_heading and stated != in_heading) or (said and said != period):
        raise Rejected("raw-unit", unit=f"{in_heading or '元'}{f'/{period}' if period else ''}")
    if (stated or in_heading) == "万元":
        number *= _TEN_THOUSAND
        changes += ("ten-thousand",)
    if number != number.quantize(FEN) or number >= 10**12:
        raise Rejected("raw-amount")
    changes += ("unit",) if stated or said or text[0] in "人R¥" else ()
    changes += ("thousands",) if "," in text else ()
    changes += () if match["number"][0].isdigit() else ("numeral",)
    return Tidied(canonical(number), changes)


def _number(number: str, whole: str) -> Decimal | None:
    """The amount in the unit it is written in; a numeral with its 元角分 is read as a whole."""
    if number[0].isdigit():
        return Decimal(number.replace(",", ""))
    if (spelled := yuan(whole)) is not None:
        return spelled
    value = whole_number(number)
    return None if value is None else Decimal(value)
