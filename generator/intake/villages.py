"""Villages as exports write them, by the register's names. Which village a person lives in is never guessed."""

import re
import unicodedata
from collections.abc import Iterable

from generator.columns import Rejected, Tidied, written
from generator.writing import Cell
from generator.writing.cells import strip_spaces

# What may stand before a village's name: larger places. 下河沿村 is not 河沿村.
_LARGER = re.compile(r"(?:.*[省市州盟县旗区镇乡道处苏木/\\\-,，.、·>])?")
_SUFFIXES = ("村", "社区")


def tidy_village(cell: Cell, names: Iterable[str]) -> Tidied:
    """`晴川县禾风镇望山村三组` → 望山村, if exactly one registered name is meant; raises `Rejected`."""
    text = written(cell)
    known = sorted(names)
    if text in known:
        return Tidied(text)
    bare = strip_spaces(unicodedata.normalize("NFKC", text))
    short = [name for name in known if any(name == bare + suffix for suffix in _SUFFIXES)]
    found = [name for name in known if _stands_in(bare, name)] or short
    longest = [name for name in found if not any(name != other and name in other for other in found)]
    if len(longest) != 1:
        raise Rejected("raw-village", villages=tuple(known))
    return Tidied(longest[0], ("spaces",) if longest[0] == bare else ("village",))


def _stands_in(text: str, name: str) -> bool:
    before, found, _ = text.partition(name)
    return bool(found) and _LARGER.fullmatch(before) is not None
