"""Simplified and Traditional: which characters belong to which script, and which are common."""

import re
from functools import cache

from opencc import OpenCC

# 通用规范汉字表 (国发〔2013〕23号) admits these, though conversion would replace them: legal in both scripts.
_STANDARD = frozenset("乾剋劄吒夥徵扞於昇氾爇祕脩苧蒐薳薹袷谿釐陞麽")
# Lead bytes of the 3,755 common characters (level 1) of GB/T 2312.
_COMMON = range(0xB0, 0xD8)


def simplified(character: str) -> str:
    """The standard form of a Traditional character; any other character stays as it is."""
    return _standard_forms().get(character, character)


def traditional(text: str) -> tuple[str, ...]:
    """The characters of a text that only Traditional script uses, each once, in their order."""
    return () if text.isascii() else tuple(dict.fromkeys(_pattern().findall(text)))


def is_common(character: str) -> bool:
    """Whether a character, or its Simplified form, is one that every reader knows."""
    try:
        encoded = simplified(character).encode("gb2312")
    except UnicodeEncodeError:
        return False
    return len(encoded) == 2 and encoded[0] in _COMMON


@cache
def _standard_forms() -> dict[str, str]:
    """Standard form by Traditional character, of the two blocks of common characters."""
    characters = [chr(point) for point in (*range(0x3400, 0x4DC0), *range(0x4E00, 0xA000))]
    # Line by line, so that no two neighbours are taken for a word.
    converted = OpenCC("t2s").convert("\n".join(characters)).split("\n")
    pairs = zip(characters, converted, strict=True)
    return {one: other for one, other in pairs if one != other and one not in _STANDARD}


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(f"[{''.join(_standard_forms())}]")
