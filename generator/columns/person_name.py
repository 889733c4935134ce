"""Name of a person on a list: full on the board, the surname on the web unless law allows more.

Masking: the first character, two for a registered compound surname, the first
character where the name has a middle dot; every other character becomes 某.
"""

import re

from generator.columns import Options, Raw, Rejected, as_is, text_of

ALIGN = "left"
DISCLOSURES = ("never", "surname", "full")

MIDDLE_DOT = "·"
_DOTS = str.maketrans(dict.fromkeys("•・‧∙⋅･", MIDDLE_DOT))
# Compound surnames that are registered today (a short list of the common ones).
COMPOUND_SURNAMES = frozenset(
    [
        "欧阳",
        "上官",
        "司马",
        "诸葛",
        "皇甫",
        "令狐",
        "尉迟",
        "长孙",
        "慕容",
        "宇文",
        "司徒",
        "司空",
        "夏侯",
        "东方",
        "公孙",
        "轩辕",
        "钟离",
        "澹台",
        "端木",
        "呼延",
        "南宫",
        "申屠",
        "太史",
        "闻人",
        "万俟",
        "濮阳",
        "淳于",
        "单于",
        "独孤",
        "拓跋",
        "赫连",
        "西门",
        "东郭",
        "百里",
        "公羊",
        "鲜于",
        "闾丘",
    ]
)
_HAN = "〇㐀-䶿一-鿿豈-﫿\U00020000-\U0003ffff"
_NAME = re.compile(rf"[{_HAN}]+(?:{MIDDLE_DOT}[{_HAN}]+)*")
_LONGEST = 30


def parse(raw: Raw, options: Options) -> str:
    """Chinese characters, with middle dots between the parts of a minority name."""
    name = text_of(raw).translate(_DOTS)
    if not _NAME.fullmatch(name) or not 2 <= len(name) <= _LONGEST:
        raise Rejected("cell-not-a-name")
    return name


canonical = as_is
show = as_is


def conceal(value: str) -> str:
    """The surname, then 某 for every other character."""
    if MIDDLE_DOT in value:
        return value[0] + "".join("·" if each == MIDDLE_DOT else "某" for each in value[1:])
    kept = 2 if len(value) > 2 and value[:2] in COMPOUND_SURNAMES else 1
    return value[:kept] + "某" * (len(value) - kept)
