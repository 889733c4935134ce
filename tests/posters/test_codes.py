"""QR codes lead to the notice's page, which exists; the printed address is the same."""

from pathlib import Path

import pytest

from tests.conftest import REPOSITORY
from tests.posters.codes import decoded, page_of, site_url
from tests.posters.reading import Poster
from tests.posters.sources import Notice

pytestmark = pytest.mark.xdist_group("posters")
SITE = site_url(REPOSITORY)
_SAMPLE = 30


def test_codes_open_the_page_of_the_notice(built: Path, posters: list[Poster], notices: dict[str, Notice]):
    """One of every look, size and channel, and thirty more from all over the build: the foot is on the last sheet."""
    one_each = {(notices[each.slug].look, each.size, each.channel): each for each in posters}
    spread = posters[:: len(posters) // _SAMPLE]
    assert len(spread) >= _SAMPLE
    for poster in {each.path: each for each in (*one_each.values(), *spread)}.values():
        address = notices[poster.slug].address
        assert decoded(poster.path, [-1]) == [f"{SITE}{address}.html"], poster.path.name
        assert (built / "site" / f"{address}.html").is_file()


def test_the_address_is_printed_on_every_poster(posters: list[Poster], notices: dict[str, Notice]):
    for poster in posters:
        assert f"{SITE}{notices[poster.slug].address}.html" in poster.text, poster.path.name


def test_codes_of_boards_open_a_page_that_is_there(built: Path, every_poster: list[Poster], notices: dict[str, Notice]):
    """One of each kind or look, size and channel."""
    boards = {(each.slug.split("-")[0], each.size, each.channel): each for each in every_poster}
    # The contents of a wall set stay in the office.
    within = ("wall_set",)
    for poster in (each for each in boards.values() if each.slug not in notices and not each.slug.startswith(within)):
        (address,) = decoded(poster.path, [-1])
        assert page_of(address, SITE, built / "site").is_file(), poster.path.name
