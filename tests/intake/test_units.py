"""万元 for 元: the amount per person gives it away."""

from dataclasses import dataclass
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.intake.units import unlikely_amounts


@dataclass(frozen=True)
class Band:
    at_least: Decimal | None
    at_most: Decimal | None


USUAL = Band(Decimal(50), Decimal(1500))


@pytest.mark.parametrize(
    ("amount", "persons", "found"),
    [
        ("620", 1, ()),
        ("3000", 2, ()),
        ("50", 1, ()),
        ("6200000", 1, ((0, True),)),
        ("0.06", 1, ((0, True),)),
        ("1500.01", 1, ((0, False),)),
        ("49.99", 1, ((0, False),)),
        ("620", 0, ()),
    ],
)
def test_per_person_within_the_band_or_explained_by_ten_thousand(amount, persons, found):
    assert unlikely_amounts([(Decimal(amount), persons)], USUAL) == found


def test_an_open_band_limits_one_side_only():
    assert unlikely_amounts([(Decimal(10**9), 1)], Band(Decimal(50), None)) == ()
    assert unlikely_amounts([(Decimal(0), 1)], Band(None, Decimal(1500))) == ()


@given(st.decimals(min_value=50, max_value=1500, places=2), st.integers(1, 9))
def test_every_confusion_of_a_usual_amount_is_found_as_one(each, persons):
    for amount in (each * persons * 10_000, each * persons / 10_000):
        assert unlikely_amounts([(amount, persons)], USUAL) == ((0, True),)
