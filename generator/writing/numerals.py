"""Chinese numerals: 一百二十, 壹佰贰拾元整, 二〇二四.

Only the full, regular spelling is read. 一百二 may mean 102 or 120, so it is not
a number here. Exact: whole numbers and `Decimal`, never float (the reason for not
using cn2an, which returns floats and completes colloquial spellings).
"""

import re
from decimal import Decimal

_DIGITS = "零一二三四五六七八九"
_FORMAL = str.maketrans("〇○壹贰叁肆伍陆柒捌玖拾佰仟圆", "零零一二三四五六七八九十百千元")
_CAPITAL = str.maketrans("一二三四五六七八九十百千", "壹贰叁肆伍陆柒捌玖拾佰仟")
_UNITS = {"十": 10, "百": 100, "千": 1000}
_MYRIADS = ((10**8, "亿"), (10**4, "万"), (1, ""))
_LIMIT = 10**12
_NUMERAL = re.compile("[零一二两三四五六七八九十百千万亿]+")
_YUAN = re.compile(
    "(?:人民币)?(?:(?P<yuan>[零一二两三四五六七八九十百千万亿]+)元)?"
    "(?:零?(?P<jiao>[一二三四五六七八九])角)?(?:零?(?P<fen>[一二三四五六七八九])分)?[整正]?"
)


def spell(number: int) -> str:
    """The full spelling of a whole number below 10¹²: 10200 → 一万零二百."""
    if not 0 <= number < _LIMIT:
        raise ValueError("outside 0 to 10^12")
    text, gap = "", False
    for power, name in _MYRIADS:
        section = number // power % 10**4
        if section:
            text += ("零" if text and (gap or section < 1000) else "") + _spell_section(section) + name
        gap = bool(text) and not section
    return text or "零"


def capital(number: int) -> str:
    """The spelling that cannot be altered with a stroke: 10200 → 壹万零贰佰."""
    return spell(number).translate(_CAPITAL)


def capital_yuan(amount: Decimal) -> str:
    """An amount in yuan as on a cheque, to the fen: 120.05 → 壹佰贰拾元零伍分 (《支付结算办法》附件一)."""
    whole, fen = divmod(int(amount * 100), 100)
    text = f"{capital(whole)}元" if whole or not fen else ""
    if fen == 0:
        return f"{text}整"
    if fen >= 10:
        text += f"{capital(fen // 10)}角"
    elif text:
        text += "零"
    return text + (f"{capital(fen % 10)}分" if fen % 10 else "整")


def whole_number(text: str) -> int | None:
    """The value of a regularly spelt numeral, `None` for anything else."""
    regular = re.sub("两(?=[百千万亿])", "二", text.translate(_FORMAL))
    regular = f"一{regular}" if regular.startswith("十") else regular
    if not _NUMERAL.fullmatch(regular):
        return None
    value = _added_up(regular)
    # Spelt again it must be the same: this one test refuses every irregular spelling.
    regular_colloquial = "二" if regular == "两" else regular
    return value if value < _LIMIT and spell(value) == regular_colloquial else None


def yuan(text: str) -> Decimal | None:
    """The amount in yuan of 壹佰贰拾元伍角整, `None` for anything else."""
    match = _YUAN.fullmatch(text.translate(_FORMAL))
    if not match or not any(match.groupdict().values()):
        return None
    whole = whole_number(match["yuan"]) if match["yuan"] else 0
    if whole is None:
        return None
    jiao, fen = (_DIGITS.index(match[name] or "零") for name in ("jiao", "fen"))
    return Decimal(whole * 100 + jiao * 10 + fen) / 100


def digit_by_digit(text: str) -> str | None:
    """二〇二四 as `2024`: how years are written; `None` for anything else."""
    plain = text.translate(_FORMAL)
    return "".join(str(_DIGITS.index(each)) for each in plain) if set(plain) <= set(_DIGITS) and plain else None


def _spell_section(section: int) -> str:
    text = ""
    for unit, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = section // unit % 10
        if digit:
            text += _DIGITS[digit] + name
        elif text and section % unit and not text.endswith("零"):
            text += "零"
    return text


def _added_up(numeral: str) -> int:
    total = section = digit = 0
    for each in numeral:
        if each in _DIGITS or each == "两":
            digit = 2 if each == "两" else _DIGITS.index(each)
        elif each in _UNITS:
            section, digit = section + digit * _UNITS[each], 0
        elif each == "万":
            total, section, digit = total + (section + digit) * 10**4, 0, 0
        else:
            total, section, digit = (total + section + digit) * 10**8, 0, 0
    return total + section + digit
