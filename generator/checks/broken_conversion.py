"""Text must not carry what a broken conversion leaves behind.

Why: `zhuǎn化`, `發(fā)`, `锟斤拷` or `&nbsp;` on a wall says that nobody has read the
notice. They come from copied web pages, scanned files and wrong encodings, and
国办秘函〔2019〕19号 has inspectors mark wrong characters (内容准确).
"""

import html
import re
from collections.abc import Iterator

from generator.checks import Scope
from generator.detection.script import is_common
from generator.findings import Finding, finding
from generator.texts import Text

# Annotating a rare character is help; annotating a common one is a residue.
_TONES = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹ"
_TONE = re.compile(f"[{_TONES}]")
_SYLLABLE = f"[A-Za-zü]{{0,5}}[{_TONES}][A-Za-zü]{{0,4}}"
_HAN = "\u3400-\u9fff"
_BARE_PINYIN = re.compile(rf"(?<=[{_HAN}]){_SYLLABLE}(?![A-Za-z])|(?<![A-Za-z]){_SYLLABLE}(?=[{_HAN}])")
_NOTED_PINYIN = re.compile(rf"([{_HAN}])[(（]\s*{_SYLLABLE}\s*[)）]")
# The classics of UTF-8, GBK and fresh memory taken for one another, and UTF-8 read as Latin text.
_MOJIBAKE = re.compile(
    "\ufffd|锟斤拷|锟叫|烫烫烫|屯屯屯|葺葺葺|(?:[Â-ô][\u0080-\u00bf\u0152-\u02dc\u2010-\u2122]{1,3}){2}"
)
_SUSPECT = re.compile("[\ufffd锟烫屯葺Â-ô]")
_HAN_RUN = re.compile(r"[\u3400-\ua000\ue000-\uf8ff€]{3,}")
_ENTITY = re.compile(r"&(?:#[0-9]{1,6}|#[xX][0-9a-fA-F]{1,5}|[A-Za-z]{2,8}[0-9]{0,2});")
_ESCAPED_TWICE = re.compile(r"&amp;(?:#[0-9]{1,6}|[A-Za-z]{2,8});")


def check_office(scope: Scope) -> Iterator[Finding]:
    for text in scope.texts:
        if is_mojibake(text.text):
            yield finding("text-mojibake", text.place)
        if residue := pinyin_residue(text.text):
            yield finding("text-pinyin-residue", text.place, residue=residue)
        if entity := shown_entity(text):
            yield finding("text-entity", text.place, entity=entity)


def is_mojibake(text: str) -> bool:
    """Whether a text was decoded with the wrong encoding somewhere on its way."""
    if text.isascii():
        return False
    if _SUSPECT.search(text) and _MOJIBAKE.search(text):
        return True
    return not _is_gb2312(text) and any(_is_utf8_read_as_gbk(run) for run in _HAN_RUN.findall(text))


def pinyin_residue(text: str) -> str:
    """The first syllable of pinyin that stands for, or behind, a common character; empty if there is none."""
    if text.isascii() or not _TONE.search(text):
        return ""
    for noted in _NOTED_PINYIN.finditer(text):
        if is_common(noted[1]):
            return noted[0]
    for bare in _BARE_PINYIN.finditer(text):
        if not text[: bare.start()].endswith(("读", "读作", "音", "念", "念作")):
            return bare[0]
    return ""


def shown_entity(text: Text) -> str:
    """A character written as web code that people would see as code; empty if there is none.

    In hand-written pages `&nbsp;` does work: only what was escaped twice shows.
    """
    if "&" not in text.text:
        return ""
    pattern = _ESCAPED_TWICE if text.source == "prose" else _ENTITY
    return next((found[0] for found in pattern.finditer(text.text) if html.unescape(found[0]) != found[0]), "")


def _is_gb2312(text: str) -> bool:
    """Whether all characters are those of plain Chinese; UTF-8 read as GBK makes others."""
    try:
        text.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return True


def _is_utf8_read_as_gbk(run: str) -> bool:
    """Whether a run of characters says something in Chinese when its GBK bytes are read as UTF-8."""
    for candidate in (run, run[:-1], run[:-2]):
        try:
            meant = candidate.encode("gbk").decode("utf-8")
        except UnicodeError:
            continue
        return len(meant) > 1 and all("\u4e00" <= character <= "\u9fff" for character in meant)
    return False
