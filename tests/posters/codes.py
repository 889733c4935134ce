"""The addresses of a poster: those printed for people to type, and those that its QR codes hold."""

import re
from collections.abc import Iterable
from pathlib import Path

import pypdfium2
import yaml
import zxingcpp

from tests.posters.reading import Sheet, compact

# So many pixels for the shorter side are enough for a phone, which sees far more: each module of the smallest
# code is 5 pixels on A4, which is drawn at twice its size in points; no board is drawn smaller than that size.
_PIXELS, _LARGEST, _SMALLEST = 1400, 2.0, 1.0


def site_url(root: Path) -> str:
    """Where the site of an office is on the web."""
    url: str = yaml.safe_load((root / "data" / "office.yaml").read_text(encoding="utf-8"))["site_url"]
    return url


def printed(sheet: Sheet, site: str) -> list[str]:
    """The addresses of pages of the site that are printed on a sheet, however their lines are broken."""
    text = compact("".join(sheet.lines))
    return re.findall(rf"{re.escape(site)}(?:[\w./-]*?\.html)?", text, re.ASCII)


def decoded(path: Path, numbers: Iterable[int]) -> list[str]:
    """What every code on these pages of a PDF says; the first page is 0, the last also -1."""
    found = []
    with pypdfium2.PdfDocument(path) as document:
        for number in numbers:
            page = document[number % len(document)]
            scale = min(_LARGEST, max(_SMALLEST, _PIXELS / min(page.get_size())))
            found += zxingcpp.read_barcodes(page.render(scale=scale, grayscale=True).to_numpy())
    return [each.text for each in found]


def page_of(address: str, site: str, folder: Path) -> Path:
    """The file in the folder of the built site that an address leads to; of another site, one that is not there."""
    below = address.removeprefix(site) if address.startswith(site) else address.replace("/", "_")
    return folder / (below or "index.html")
