"""Where in `print/` the files of a sheet are; the folder itself is left out where a page links to them."""

from generator.edition.sheets import Sheet
from generator.office import Size

# Boards larger than this (shorter side, mm) do not come out of an office's printer.
_PRINTER = 297


def poster_file(sheet: Sheet, size: str, ending: str = "") -> str:
    """The poster; `ending` names how it was finished."""
    return f"{sheet.folder}/{sheet.name}-{size}{ending}.pdf"


def preview_file(sheet: Sheet) -> str:
    """The small picture of the first size."""
    return f"previews/{sheet.name}.webp"


def tiled_file(sheet: Sheet, size: str) -> str:
    """The poster over sheets of A4. Boards of the office have one; those of villages are tiled when asked for."""
    return "" if sheet.village_code else f"tiled/{sheet.name}-{size}-on-A4.pdf"


def too_large(size: Size) -> bool:
    """Whether a size must be tiled, or go to a print shop."""
    return min(size.width, size.height) > _PRINTER
