"""Undo disguises: full-width digits, Chinese numerals, invisible characters, look-alikes of X, mark-up."""

import html
import re
import unicodedata

_NUMERALS = str.maketrans("〇零○一二三四五六七八九壹贰叁肆伍陆柒捌玖幺", "0001234567891234567891")
_LOOK_ALIKES = str.maketrans("×✕✖╳ХхΧχⅩⅹ", "XXXXXXXXXX")
# Letters that draw nothing although Unicode does not call them format characters.
_BLANK = "\u034f\u115f\u1160\u3164\uffa0"
_OTHER_DIGIT = re.compile(r"(?![0-9])\d")
_BLOCK = re.compile(
    r"</?(?:address|article|aside|blockquote|body|br|button|caption|dd|details|div|dl|dt|figure|figcaption"
    r"|footer|h[1-6]|head|header|hr|html|label|li|main|meta|nav|ol|option|p|section|summary|svg|table|tbody|td|text"
    r"|tfoot|th|thead|title|tr|ul)\b[^>]*>",
    re.IGNORECASE,
)
_TAG = re.compile(r"<[^>]*>")
_CODE = re.compile(r"<(script|style)\b.*?</\1\s*>", re.IGNORECASE | re.DOTALL)
_DRAWING = re.compile(r"""\s(?:d|points|viewBox|x|y|x1|x2|y1|y2|r|cx|cy|rx|width|height|transform)="[^"]*\"""")


def normalise(text: str) -> str:
    """`text` with ASCII digits, one spelling of X, and nothing invisible."""
    text = unicodedata.normalize("NFKC", text.translate(_LOOK_ALIKES))
    unseen = {each for each in set(text) if each in _BLANK or unicodedata.category(each) in {"Cf", "Mn"}}
    text = text.translate(dict.fromkeys(map(ord, unseen)))
    return _OTHER_DIGIT.sub(lambda match: str(unicodedata.decimal(match[0])), text)


def numerals_as_digits(text: str) -> str:
    """Chinese numerals written as digits. Apart from `normalise`, because 张三139… is a name before a number."""
    return text.translate(_NUMERALS)


def visible_text(markup: str) -> str:
    """The text of HTML: block tags part lines, other tags vanish without a space."""
    return html.unescape(_TAG.sub("", _BLOCK.sub("\n", _CODE.sub("\n", markup))))


def source_text(markup: str) -> str:
    """The source of HTML with entities resolved, so that attributes, comments and scripts are seen too."""
    return html.unescape(_DRAWING.sub(" ", markup))
