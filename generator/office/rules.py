"""Rule packs: numbers of the law that differ by place and change with time."""

from datetime import date

from pydantic import BaseModel, ConfigDict, Field

from generator.findings import Finding
from generator.office.strict import load_model
from generator.project import Project


class PeriodRules(BaseModel):
    """How long notices stand. Where days and working days disagree, the longer applies."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    notice_days: int = Field(gt=0)
    notice_working_days: int = Field(gt=0)
    first_day_counts: bool
    announcement_months: int = Field(gt=0, le=12)


class RulePack(BaseModel):
    """`data/rules/<place>-<date>.yaml`, in force from `effective`."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    schema_version: str = Field(alias="schema", pattern="^1$")
    place: str
    effective: date
    sources: tuple[str, ...]
    to_confirm: tuple[str, ...] = ()
    periods: PeriodRules


def load_rules(project: Project) -> tuple[tuple[RulePack, ...], tuple[Finding, ...]]:
    """Every pack, the oldest first."""
    packs: list[RulePack] = []
    findings: list[Finding] = []
    for path in project.files("data/rules", "*.yaml").values():
        pack, problems = load_model(project, path, RulePack)
        findings += problems
        packs += [pack] if pack else []
    return tuple(sorted(packs, key=lambda pack: pack.effective)), tuple(findings)
