"""The month of an office goes as `month` tells it."""

from tests.campaign.month import month


def test_a_full_month_by_commands_only(office):
    steps = list(month(office))
    assert len(steps) == 9
