"""Undo disguises: full-width digits, Chinese numerals, invisible characters, look-alikes of X, mark-up."""

import html
import re
import unicodedata
from functools import cache

_NUMERALS = str.maketrans("〇零○一二三四五六七八九壹贰叁肆伍陆柒捌玖幺", "0001234567891234567891")
_LOOK_ALIKES = str.maketrans("×✕✖╳ХхΧχⅩⅹ", "XXXXXXXXXX")
# Letters that draw nothing although Unicode does not call them format characters.
_BLANK = "\u034f\u115f\u1160\u3164\uffa0"
# Tags that do not part what stands before them from what stands after.
_INLINE = re.compile(
    r"<!--|-->|</?(?:a|abbr|b|bdi|bdo|big|cite|code|data|del|dfn|em|font|i|ins|kbd|mark|q|ruby|s|samp|small|span"
    r"|strong|sub|sup|time|tspan|tt|u|var|wbr)(?:\s[^>]*)?/?>",
    re.IGNORECASE,
)
_TAG = re.compile(r"<[^>]*>")
_CODE = re.compile(r"<(script|style)\b.*?</\1\s*>", re.IGNORECASE | re.DOTALL)
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_UNUSUAL = re.compile(r"[^\x00-\x7f\u4e00-\u9fff]")
_DRAWING = re.compile(r"""\s(?:d|points|viewBox|x|y|x1|x2|y1|y2|r|cx|cy|rx|width|height|transform)="[^"]*\"""")


def normalise(text: str) -> str:
    """`text` with ASCII digits, one spelling of X, and nothing invisible."""
    text = unicodedata.normalize("NFKC", text)
    unusual = set(_UNUSUAL.findall(text))
    replaced = {ord(each): plain for each in unusual if (plain := _plain(each)) != each}
    return text.translate(replaced) if replaced else text


def numerals_as_digits(text: str) -> str:
    """Chinese numerals written as digits. Apart from `normalise`, because 张三139… is a name before a number."""
    return text.translate(_NUMERALS)


def visible_text(markup: str) -> str:
    """The text of HTML: inline tags and comments vanish without a space, every other tag parts lines."""
    text = _COMMENT.sub("", _CODE.sub("\n", markup))
    return html.unescape(_TAG.sub("\n", _INLINE.sub("", text)))


def source_text(markup: str) -> str:
    """What HTML holds besides its text: tags with their attributes, comments, scripts; entities resolved."""
    hidden = [each[0] for pattern in (_TAG, _COMMENT, _CODE) for each in pattern.finditer(markup)]
    return html.unescape(_DRAWING.sub(" ", "\n".join(hidden)))


@cache
def _plain(character: str) -> str:
    """The ASCII digit or X that a character stands for, nothing for an invisible one, else itself."""
    if character in _BLANK or unicodedata.category(character) in {"Cf", "Mn"}:
        return ""
    if character.isdecimal():
        return str(unicodedata.decimal(character))
    return character.translate(_LOOK_ALIKES)
