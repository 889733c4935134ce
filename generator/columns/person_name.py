"""Name of a person on a list: full on the board, the surname on the web unless law allows more.

Masking: the first character, two for a registered compound surname, the first
character where the name has a middle dot; every other character becomes 某.
"""

import re

from generator.columns import LooseOptions, Options, Raw, Rejected, Tidied, as_is, text_of, written
from generator.writing import Cell
from generator.writing.cells import strip_spaces

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
# Two characters of a compound surname and two of a given name; longer names have a middle dot.
_LONGEST_WITHOUT_DOT = 4
_SEVERAL = re.compile(rf"[、，,;；/|\n\r]|[{_HAN}]{{2}}\s*(?:和|及|与)\s*[{_HAN}]{{2}}")
_HEAD = re.compile(r"[(（]户主[)）]$")
_PRIVATE_USE = re.compile("[\ue000-\uf8ff\U000f0000-\U0010fffd]")
# A dot of the keyboard between two Chinese characters can only be the middle dot.
_TYPED_DOT = re.compile(rf"(?<=[{_HAN}])[.．。](?=[{_HAN}])")


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


def is_long(name: str) -> bool:
    """Whether a name without a middle dot is so long that something may have run into it: 甄某某患病."""
    return MIDDLE_DOT not in name and len(name) > _LONGEST_WITHOUT_DOT


def tidy(cell: Cell, options: LooseOptions) -> Tidied:
    """张 三, 马依努尔•阿卜杜热合曼, 王五（户主）; one person only, and no character of a private font."""
    text = written(cell)
    if unknown := dict.fromkeys(_PRIVATE_USE.findall(text)):
        raise Rejected("raw-private-use", characters=tuple(map(_code_point, unknown)))
    name = _HEAD.sub("", text.strip()).strip()
    changes: tuple[str, ...] = ("note",) if name != text.strip() else ()
    if _SEVERAL.search(name):
        raise Rejected("raw-several-names")
    bare = strip_spaces(name)
    if bare != name and not _is_padding(name.split()):
        raise Rejected("raw-name-spaces")
    changes += ("spaces",) if bare != name else ()
    dotted = _TYPED_DOT.sub(MIDDLE_DOT, bare).translate(_DOTS)
    if not _NAME.fullmatch(dotted) or not 2 <= len(dotted) <= _LONGEST:
        raise Rejected("raw-name")
    if is_long(dotted):
        raise Rejected("raw-name-long")
    return Tidied(dotted, changes + (("dot",) if dotted != bare else ()))


def _is_padding(parts: list[str]) -> bool:
    """Whether the white space only spreads one name: 张 三, 欧阳 修文; 张三 李四 are two people."""
    if len(parts) == 1:
        return True
    if sum(map(len, parts)) > 4:
        return False  # a minority name that lost its dot: where it stood is not known
    return any(len(part) == 1 for part in parts) or parts[0] in COMPOUND_SURNAMES


def _code_point(character: str) -> str:
    """`U+E863（可能是“䶮”）`: characters that GB 18030 once kept in the private area have a known place today."""
    point = ord(character)
    if 0xE815 <= point <= 0xE864:
        trail = 0x50 + point - 0xE815
        known = bytes((0xFE, trail + (trail >= 0x7F))).decode("gb18030")
        if not _PRIVATE_USE.match(known):
            return f"U+{point:04X}（可能是“{known}”）"
    return f"U+{point:04X}"
