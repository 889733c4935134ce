"""Simplified and Traditional: which characters belong to which script, and which are common."""

from functools import cache

from opencc import OpenCC

# 通用规范汉字表 (国发〔2013〕23号) admits these, though conversion would replace them: legal in both scripts.
_STANDARD = frozenset("乾剋劄吒夥徵扞於昇氾爇祕脩苧蒐薳薹袷谿釐陞麽")
# Lead bytes of the 3,755 common characters (level 1) of GB/T 2312.
_COMMON = range(0xB0, 0xD8)


@cache
def simplified(character: str) -> str:
    """The standard form of a Traditional character; any other character stays as it is."""
    return character if character in _STANDARD else _converter().convert(character)


def traditional(text: str) -> tuple[str, ...]:
    """The characters of a text that only Traditional script uses, each once, in their order."""
    if text.isascii():
        return ()
    return tuple(character for character in dict.fromkeys(text) if simplified(character) != character)


def is_common(character: str) -> bool:
    """Whether a character, or its Simplified form, is one that every reader knows."""
    try:
        encoded = simplified(character).encode("gb2312")
    except UnicodeEncodeError:
        return False
    return len(encoded) == 2 and encoded[0] in _COMMON


@cache
def _converter() -> OpenCC:
    return OpenCC("t2s")
