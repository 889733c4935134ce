"""QR codes lead to the notice's page, which exists; the printed address is the same."""

from pathlib import Path

import pypdfium2
import pytest
import yaml
import zxingcpp

from tests.conftest import REPOSITORY
from tests.posters.reading import Poster
from tests.posters.sources import Notice

pytestmark = pytest.mark.xdist_group("posters")
# Enough for a phone, which sees far more: each module of the smallest code is 5 pixels.
_DPI = {"A4": 144, "A3": 120, "60x90": 72}
_SAMPLE = 30


def test_codes_open_the_page_of_the_notice(built: Path, posters: list[Poster], notices: dict[str, Notice]):
    """One of every look, size and channel, and thirty more from all over the build."""
    one_each = {(notices[each.slug].look, each.size, each.channel): each for each in posters}
    spread = posters[:: len(posters) // _SAMPLE]
    assert len(spread) >= _SAMPLE
    for poster in {each.path: each for each in (*one_each.values(), *spread)}.values():
        address = notices[poster.slug].address
        assert _decoded(poster) == [f"{_site_url()}{address}.html"], poster.path.name
        assert (built / "site" / f"{address}.html").is_file()


def test_the_address_is_printed_on_every_poster(posters: list[Poster], notices: dict[str, Notice]):
    for poster in posters:
        assert f"{_site_url()}{notices[poster.slug].address}.html" in poster.text, poster.path.name


def test_codes_of_boards_open_a_page_that_is_there(built: Path, every_poster: list[Poster], notices: dict[str, Notice]):
    """One of each kind or look, size and channel."""
    boards = {(each.slug.split("-")[0], each.size, each.channel): each for each in every_poster}
    # The contents of a wall set stay in the office.
    within = ("wall_set",)
    for poster in (each for each in boards.values() if each.slug not in notices and not each.slug.startswith(within)):
        (address,) = _decoded(poster)
        assert (built / "site" / address.removeprefix(_site_url())).is_file(), poster.path.name


def _decoded(poster: Poster) -> list[str]:
    """Every code on the last sheet, where the foot stands."""
    with pypdfium2.PdfDocument(poster.path) as document:
        page = document[len(document) - 1]
        image = page.render(scale=_DPI.get(poster.size, 100) / 72, grayscale=True).to_numpy()
    return [each.text for each in zxingcpp.read_barcodes(image)]


def _site_url() -> str:
    return yaml.safe_load((REPOSITORY / "data" / "office.yaml").read_text(encoding="utf-8"))["site_url"]
