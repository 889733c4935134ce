"""Rule packs: numbers of the law that differ by place and change with time.

One file per place and date. In force are the youngest pack of each place that
has begun; where two places disagree, the stricter applies.
"""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Annotated, Self

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator

from generator.findings import Finding, Place, finding
from generator.office.strict import load_model
from generator.project import Project


class _Strict(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


def _plain_number(value: object) -> object:
    # Decimal itself would take 1_000, full-width digits and NaN.
    text = str(value)
    if not text.isascii() or not text.replace(".", "", 1).isdigit():
        raise ValueError("not a plain number")
    return text


# Rules whose limits may depend on how many people live somewhere; of others nobody knows a size.
_BY_SIZE = "staff."
Number = Annotated[Decimal, BeforeValidator(_plain_number)]


class PeriodRules(_Strict):
    """How long notices stand. Where days and working days disagree, the longer applies."""

    notice_days: int = Field(gt=0)
    notice_working_days: int = Field(gt=0)
    first_day_counts: bool
    announcement_months: int = Field(gt=0, le=12)


class Tier(_Strict):
    """What is asked for sizes under `below`; the last tier has no upper end."""

    below: Number | None = None
    at_least: Number | None = None
    at_most: Number | None = None


class Rule(_Strict):
    """One number, band, table by size, or set of words, with its source.

    `per` makes `at_least` grow with the size: one for every `per` begun.
    """

    title: str
    unit: str = ""
    at_least: Number | None = None
    at_most: Number | None = None
    per: Annotated[Number, Field(gt=0)] | None = None
    tiers: tuple[Tier, ...] = ()
    values: tuple[str, ...] = ()
    source: str = Field(min_length=2)

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if not (self.tiers or self.values) and self.at_least is None and self.at_most is None:
            raise ValueError("at_least, at_most, tiers or values")
        if self.tiers and [tier.below is None for tier in self.tiers] != [False] * (len(self.tiers) - 1) + [True]:
            raise ValueError("tiers")
        return self

    @property
    def depends_on_size(self) -> bool:
        return bool(self.tiers or self.per)


class RulePack(_Strict):
    """`data/rules/<place>-<date>.yaml`, in force from `effective`."""

    schema_version: str = Field(alias="schema", pattern="^1$")
    place: str
    effective: date
    sources: tuple[str, ...]
    to_confirm: tuple[str, ...] = ()
    periods: PeriodRules | None = None
    rules: dict[str, Rule] = {}


def load_rules(project: Project) -> tuple[tuple[RulePack, ...], tuple[Finding, ...]]:
    """Every pack, the oldest first: the office's own, and the national ones that the package carries."""
    packs: list[RulePack] = []
    findings: list[Finding] = []
    for path in project.files("data/rules", "*.yaml", carried="national-*.yaml").values():
        pack, problems = load_model(project, path, RulePack)
        findings += problems
        if pack:
            findings += _faults(pack, packs, Place(project.relative(path)))
            packs.append(pack)
    return tuple(sorted(packs, key=lambda pack: pack.effective)), tuple(findings)


def _faults(pack: RulePack, others: Sequence[RulePack], place: Place) -> list[Finding]:
    """What no model of one file can see: a second pack of one place and day, and sizes that nobody knows."""
    findings = []
    if (pack.place, pack.effective) in {(each.place, each.effective) for each in others}:
        findings.append(finding("rule-pack-twice", place, place=pack.place, day=pack.effective.isoformat()))
    for name, rule in pack.rules.items():
        if rule.depends_on_size and not name.startswith(_BY_SIZE):
            findings.append(finding("rule-by-size", place, name=name))
    return findings


def in_force(packs: Sequence[RulePack], day: date) -> tuple[RulePack, ...]:
    """The youngest pack of each place that has begun by `day`. `packs` come the oldest first."""
    return tuple({pack.place: pack for pack in packs if pack.effective <= day}.values())


def periods(packs: Sequence[RulePack], day: date) -> PeriodRules:
    """The strictest period rules in force: a notice stands longer, an announcement shorter.

    Before the first pack begins, that pack counts: older lists are kept in the same folder.
    """
    stated = [pack for pack in packs if pack.periods]
    rules = [pack.periods for pack in in_force(stated, day) or stated[:1] if pack.periods]
    return PeriodRules(
        notice_days=max(each.notice_days for each in rules),
        notice_working_days=max(each.notice_working_days for each in rules),
        first_day_counts=all(each.first_day_counts for each in rules),
        announcement_months=min(each.announcement_months for each in rules),
    )
