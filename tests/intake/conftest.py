"""An office whose kind knows the headings of real exports."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from generator.intake import Outcome, Request, take_in
from generator.kinds import Kind, load_kinds
from generator.office import Office, load_office
from generator.project import Project
from generator.sources.listings import Listing
from tests.conftest import REPOSITORY
from tests.intake.exports import workbook

KIND = "subsistence_allowance"
HEADING = ["所属社", "户主姓名", "保障人口", "月保障金额"]
GOOD_ROW = ["望山村", "甄有田", 2, 620.5]


@cache
def sample() -> tuple[Office, dict[str, Kind]]:
    office, _ = load_office(Project(REPOSITORY))
    kinds, _ = load_kinds(Project(REPOSITORY))
    assert office
    return office, kinds


@dataclass(frozen=True)
class Taken:
    """An outcome, the rules it found, and the list it would write."""

    outcome: Outcome

    @property
    def rules(self) -> list[str]:
        return [each.rule for each in self.outcome.findings]

    @property
    def lines(self) -> list[str]:
        assert self.outcome.content is not None, [f"{each.place} {each.message()}" for each in self.outcome.findings]
        return self.outcome.content.decode("utf-8").splitlines()

    def cells(self) -> list[str]:
        """Where the findings stand."""
        return [each.place.cell for each in self.outcome.findings]


@pytest.fixture
def take() -> Callable[..., Taken]:
    """Takes in bytes, or rows as a workbook."""

    def taken(content, name="导出.xlsx", kind=KIND, office=None, **options):
        if not isinstance(content, bytes):
            content = workbook(content)
        known, kinds = sample()
        listing = Listing(Path("list.csv"), "list.csv", kind, "public_notice", "2026-11")
        request = Request(content, name, kinds[kind], listing, date(2026, 11, 5), **options)
        outcome = take_in(request, office or known)
        assert outcome.rows.read == outcome.rows.written + outcome.rows.refused
        return Taken(outcome)

    return taken
