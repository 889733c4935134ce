"""The fonts posters are set in, and which characters they have. System fonts are never used."""

from functools import cache
from importlib.util import find_spec
from pathlib import Path

from fontTools.ttLib import TTCollection, TTFont

from generator.exceptions import SetupError
from generator.project import Project

# An office's own licensed fonts come first; the two packages cover everything else.
_PACKAGES = ("pylopdf_fonts_zh_cn", "manimgx_fonts_cjk")
_SUFFIXES = {".otf", ".ttf", ".ttc"}


def font_folders(project: Project) -> tuple[Path, ...]:
    """The folders that hold the fonts, in order. The compiler ignores single files without a word."""
    own = project.root / "fonts"
    folders = [own] if own.is_dir() else []
    for package in _PACKAGES:
        spec = find_spec(package)
        if spec is None or spec.origin is None:
            raise SetupError(f"缺少字体包 {package}")
        folders.append(Path(spec.origin).parent)
    return tuple(folders)


@cache
def characters(folders: tuple[Path, ...]) -> frozenset[int]:
    """Every code point that one of the fonts can draw."""
    files = sorted(path for folder in folders for path in folder.rglob("*") if path.suffix.lower() in _SUFFIXES)
    faces = (face for path in files for face in _faces(path))
    return frozenset().union(*(_without_glyph_names(face).getBestCmap() for face in faces))


def _faces(path: Path) -> list[TTFont]:
    """The font of a file; of a collection, the Simplified Chinese one, which is the one posters name."""
    if path.suffix.lower() != ".ttc":
        return [TTFont(path, lazy=True)]
    faces = TTCollection(path, lazy=True).fonts
    return [face for face in faces if face["name"].getDebugName(1).endswith("SC")] or list(faces)


def _without_glyph_names(font: TTFont) -> TTFont:
    """Numbers for glyph names: reading 65,000 names takes ten times as long as the map itself."""
    font.setGlyphOrder([str(number) for number in range(font["maxp"].numGlyphs)])
    return font
