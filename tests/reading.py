"""What stands in a file of a release, whatever its format."""

from pathlib import Path
from zipfile import ZipFile

from generator.rendering.readback import pdf_text


def file_text(path: Path) -> str:
    """The text of a poster, of everything in a workbook or archive, or of any other file."""
    if path.suffix == ".pdf":
        return pdf_text(path.read_bytes())
    if path.suffix in {".zip", ".xlsx"}:
        with ZipFile(path) as archive:
            return "\n".join(archive.read(name).decode("utf-8", "replace") for name in archive.namelist())
    return path.read_bytes().decode("utf-8", "replace")
