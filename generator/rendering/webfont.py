"""A small web font for the characters that ordinary phones cannot draw.

Phones carry GBK; everything outside it that the site really uses goes into one
woff2 with a `unicode-range`, so that nobody downloads it without need.
"""

import io
from collections.abc import Iterable
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTCollection, TTFont
from fontTools.varLib import instancer

from generator.exceptions import GongshiError


def rare_characters(texts: Iterable[str]) -> str:
    """The characters outside GBK in `texts`, each once, sorted."""
    return "".join(sorted(each for each in set().union(*texts) if not _in_gbk(each)))


def font_css(characters: str) -> bytes:
    """The style sheet that names the font; empty if no character needs it."""
    if not characters:
        return b""
    codes = ", ".join(f"U+{ord(each):X}" for each in characters)
    return (
        '@font-face {\n  font-family: "Gongshi Rare";\n  src: url("rare.woff2") format("woff2");\n'
        f"  font-display: swap;\n  unicode-range: {codes};\n}}\n"
    ).encode()


def subset_font(folders: tuple[Path, ...], characters: str) -> bytes:
    """A woff2 of exactly these characters, regular weight, from the last font folder."""
    font = _simplified(next(folders[-1].glob("*.ttc")))
    options = subset.Options(layout_features=[], name_IDs=[1, 2], notdef_outline=True, recalc_timestamp=False)
    chosen = subset.Subsetter(options)
    chosen.populate(text=characters)
    chosen.subset(font)
    font = instancer.instantiateVariableFont(font, {"wght": 400})
    font.flavor = "woff2"
    out = io.BytesIO()
    font.save(out)
    return out.getvalue()


def _simplified(collection: Path) -> TTFont:
    """The Simplified Chinese font of the collection: the same code point is drawn differently elsewhere."""
    for number in range(len(TTCollection(collection, lazy=True).fonts)):
        font = TTFont(collection, fontNumber=number, lazy=True, recalcTimestamp=False)
        if font["name"].getDebugName(1).endswith("CJK SC"):
            return font
    raise GongshiError(f"{collection.name} has no Simplified Chinese font")


def _in_gbk(character: str) -> bool:
    try:
        character.encode("gbk")
    except UnicodeEncodeError:
        return False
    return True
