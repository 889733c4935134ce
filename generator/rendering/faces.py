"""The typefaces that GB/T 9704-2012 asks of official documents, and what stands in for those an office has not got.

None of the four may be given away freely, so the package carries none of them; an
office puts its own into `fonts/`.
"""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

import typst


@dataclass(frozen=True)
class Face:
    """A typeface by its Chinese name, what its families are called in fonts, and the free family that stands in."""

    title: str
    marks: tuple[str, ...]
    substitute: str


FACES = {
    "title": Face("小标宋", ("xiaobiaosong", "小标宋"), "Noto Serif SC"),
    "body": Face("仿宋", ("fangsong", "仿宋"), "Noto Serif SC"),
    "first": Face("黑体", ("simhei", "heiti", "黑体"), "Noto Sans CJK SC"),
    "second": Face("楷体", ("kaiti", "楷体"), "Noto Serif SC"),
}


def official_faces(folders: tuple[Path, ...]) -> dict[str, str]:
    """The family to set each part of an official document in: title, body, headings of the first and second level."""
    return {part: _own(face, folders) or face.substitute for part, face in FACES.items()}


def substituted(folders: tuple[Path, ...]) -> tuple[Face, ...]:
    """The faces that none of the folders has."""
    return tuple(face for face in FACES.values() if not _own(face, folders))


def _own(face: Face, folders: tuple[Path, ...]) -> str | None:
    return next((each for each in _families(folders) if any(mark in each.lower() for mark in face.marks)), None)


@cache
def _families(folders: tuple[Path, ...]) -> tuple[str, ...]:
    """As the compiler calls them: it would know a font by no other name."""
    fonts = typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(each) for each in folders]
    )
    return tuple(fonts.families())
