"""What the first view of a page costs a phone, compressed, with its styles, scripts and pictures."""

import pytest

from audit.checkers.weight import LIMIT, first_view
from audit.server import served

# `make audit` weighs a page of every template.
HEAVIEST = ("home", "notice", "announcement", "guide", "fund")


@pytest.mark.parametrize("name", HEAVIEST)
def test_first_view(browser, built, place, portal, name):
    """The promise is for notice pages; every other page keeps it, too."""
    cost, files = first_view(browser, portal + place(name).relative_to(built / "site").as_posix())
    assert files > 1
    assert 1_000 < cost <= LIMIT


def test_a_heavy_page_would_be_noticed(browser, tmp_path):
    """A picture counts with every byte, text as it comes compressed."""
    (tmp_path / "index.html").write_text(
        '<!doctype html><link rel="icon" href="data:,"><img src="x.png">' + "文" * 100_000
    )
    (tmp_path / "x.png").write_bytes(bytes(LIMIT))
    with served(tmp_path) as address:
        cost, files = first_view(browser, address)
    assert files == 2
    assert LIMIT < cost < LIMIT + 10_000
