"""Undo disguises: full-width digits, Chinese numerals, invisible characters, look-alikes of X, mark-up."""

import html
import re
import unicodedata
from functools import cache, lru_cache

_NUMERALS = str.maketrans("〇零○一二三四五六七八九壹贰叁肆伍陆柒捌玖幺", "0001234567891234567891")
_LOOK_ALIKES = str.maketrans("×✕✖╳ХхΧχⅩⅹ", "XXXXXXXXXX")
# Letters that draw nothing although Unicode does not call them format characters.
_BLANK = "\u034f\u115f\u1160\u3164\uffa0"
# Tags that do not part what stands before them from what stands after.
_INLINE = re.compile(
    r"<!--|</?(?:a|abbr|b|bdi|bdo|big|cite|code|data|del|dfn|em|font|i|ins|kbd|mark|q|ruby|s|samp|small|span"
    r"|strong|sub|sup|time|tspan|tt|u|var|wbr)(?:\s[^>]*)?/?>",
    re.IGNORECASE,
)
# Comments, scripts and styles as a whole, and tags; all begin with one character, which makes the search fast.
_MARKUP = re.compile(r"(<(?:!--(?:.*?-->)?|(?i:script|style)\b.*?</(?i:script|style)\s*>|[^>]*>))", re.DOTALL)
_UNUSUAL = re.compile(r"[^\x00-\x7f\u4e00-\u9fff]")
_DRAWN = re.compile(r"<(?:circle|ellipse|g|img|line|path|polygon|polyline|rect|svg|symbol|text|tspan|use)\s")
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
    return texts_of(markup)[0]


def source_text(markup: str) -> str:
    """What HTML holds besides its text: tags with their attributes, comments, scripts; entities resolved."""
    return texts_of(markup)[1]


def texts_of(markup: str) -> tuple[str, str]:
    """`visible_text` and `source_text` in one go; of equal tags only the first."""
    parts = _MARKUP.split(markup)
    marks = parts[1::2]
    parts[1::2] = map(_parting, marks)
    return html.unescape("".join(parts).replace("-->", "")), "\n".join(map(_said, dict.fromkeys(marks)))


# A site repeats its tags.
@lru_cache(maxsize=50_000)
def _parting(mark: str) -> str:
    """What stands in the text instead of a tag, a comment or a script."""
    return "" if _INLINE.match(mark) else "\n"


@lru_cache(maxsize=50_000)
def _said(mark: str) -> str:
    """What a tag, a comment or a script may say; the numbers of a drawing say nothing."""
    return html.unescape(_DRAWING.sub(" ", mark) if _DRAWN.match(mark) else mark)


@cache
def _plain(character: str) -> str:
    """The ASCII digit or X that a character stands for, nothing for an invisible one, else itself."""
    if character in _BLANK or unicodedata.category(character) in {"Cf", "Mn"}:
        return ""
    if character.isdecimal():
        return str(unicodedata.decimal(character))
    return character.translate(_LOOK_ALIKES)
