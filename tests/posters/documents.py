"""What a PDF says of itself: the standards it claims, its fonts, its metadata."""

from collections.abc import Iterator

import pikepdf

NAMESPACES = {
    "conformance": "{http://www.aiim.org/pdfa/ns/id/}conformance",
    "part": "{http://www.aiim.org/pdfa/ns/id/}part",
    "accessible": "{http://www.aiim.org/pdfua/ns/id/}part",
    "title": "{http://purl.org/dc/elements/1.1/}title",
}
# What every poster claims: PDF/A-2a and PDF/UA-1.
CLAIMED = {"part": "2", "conformance": "A", "accessible": "1"}


def claims(document: pikepdf.Pdf) -> dict[str, str]:
    """The standards of its XMP."""
    metadata = document.open_metadata()
    return {name: str(metadata.get(NAMESPACES[name])) for name in CLAIMED}


def metadata_text(document: pikepdf.Pdf) -> str:
    """Everything that stands in its XMP and its properties, markup and all; tiles have no XMP."""
    xmp = document.Root.Metadata.read_bytes().decode() if "/Metadata" in document.Root else ""
    return xmp + "".join(f"\n{key}: {value}" for key, value in document.docinfo.items())


def fonts(document: pikepdf.Pdf) -> list[pikepdf.Object]:
    """Fonts of every page and of the drawings on it."""
    return [font for page in document.pages for font in _fonts(page.obj)]


def is_embedded(font: pikepdf.Object) -> bool:
    """Whether the document carries the font's letters itself."""
    descriptor = font.DescendantFonts[0].FontDescriptor if "/DescendantFonts" in font else font.get("/FontDescriptor")
    return descriptor is not None and bool({"/FontFile", "/FontFile2", "/FontFile3"} & set(descriptor.keys()))


def _fonts(holder: pikepdf.Object) -> Iterator[pikepdf.Object]:
    resources = holder.get("/Resources", pikepdf.Dictionary())
    yield from resources.get("/Font", {}).values()
    for drawing in resources.get("/XObject", {}).values():
        yield from _fonts(drawing)
