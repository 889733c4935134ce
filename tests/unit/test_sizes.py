"""Sizes: the rule for any format, the named ones against it, and the way that saves paper."""

import pytest

from generator.exceptions import SetupError
from generator.office.sizes import fitting, load_sizes, saving, size_called
from generator.project import Project
from tests.conftest import REPOSITORY

# What is folded or cut has a geometry of its own.
SIZES = {name: size for name, size in load_sizes(Project(REPOSITORY))[0].items() if not size.looks}
WANTED = {f"A{number}{way}" for number in range(6) for way in ("", "-landscape")}
WANTED |= {"40x60", "60x90", "90x120", "80x180", "120x240", "240x120"}


def test_every_format_that_offices_hang_is_named():
    assert set(SIZES) == WANTED


@pytest.mark.parametrize("name", SIZES)
def test_named_sizes_follow_the_rule(name):
    size = SIZES[name]
    rule = fitting(size.width, size.height)
    assert abs(size.margin - rule.margin) <= 1 and abs(size.base - rule.base) <= 1 and size.min == rule.min


def test_letters_follow_the_reading_distance():
    """Two metres ask for 28 pt, and that is what A0 has; nothing on a wall is below 14 pt, on A3 below 12."""
    assert SIZES["A0"].base >= 28 and SIZES["240x120"].base > SIZES["90x120"].base > SIZES["A3"].base
    assert all(each.min >= 14 for each in SIZES.values() if min(each.width, each.height) >= 400)
    assert SIZES["A3"].min == SIZES["A3-landscape"].min == 12


def test_landscape_is_the_same_paper_turned():
    for name in ("A5", "A4", "A3", "A2", "A1", "A0"):
        upright, lying = SIZES[name], SIZES[f"{name}-landscape"]
        assert (upright.width, upright.height) == (lying.height, lying.width)
        assert (upright.margin, upright.base, upright.min) == (lying.margin, lying.base, lying.min)


def test_any_format_can_be_asked_for_in_millimetres():
    size = size_called("500x700", SIZES)
    assert (size.width, size.height, size.title, size.min) == (500, 700, "500×700 毫米", 14)
    assert SIZES["40x60"].base < size.base < SIZES["60x90"].base
    assert size_called("60x90", SIZES) is SIZES["60x90"]


@pytest.mark.parametrize(
    "name", ["50x70", "89x500", "500x5001", "A9", "", "500X700", "500x700x1", "-500x700", "1e3x700"]
)
def test_other_sizes_are_refused_with_a_reason(name):
    with pytest.raises(SetupError, match="毫米"):
        size_called(name, SIZES)


@pytest.mark.parametrize("name", SIZES)
def test_saving_paper_keeps_letters_legible_and_the_printer_s_edge_free(name):
    size, small = SIZES[name], saving(SIZES[name])
    assert small.base == small.min == size.min
    assert 10 <= small.margin <= size.margin
