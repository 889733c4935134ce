"""`round.yaml`: what was decided in a month, when, and under which number."""

from datetime import date

from pydantic import BaseModel, ConfigDict, Field

from generator.findings import Finding
from generator.office.strict import load_model
from generator.project import Project

MINUTE = r"^[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9]{2}:[0-9]{2}$"


class RoundStage(BaseModel):
    """One stage of a round: who decided, under which number, shown from when.

    `published` is the minute given in page metadata; it is never the time of a build.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    decided_by: str
    decided_on: date
    document_number: str
    minutes: str
    first_day: date
    published: str = Field(pattern=MINUTE)


class Round(BaseModel):
    """A month's approval round."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    schema_version: str = Field(alias="schema", pattern="^1$")
    title: str
    summary: str
    stages: dict[str, RoundStage]


def load_rounds(project: Project) -> tuple[dict[str, Round], tuple[Finding, ...]]:
    """Rounds by the name of their folder."""
    rounds: dict[str, Round] = {}
    findings: list[Finding] = []
    for folder in sorted((project.root / "data" / "rounds").glob("*/")):
        record, problems = load_model(project, folder / "round.yaml", Round)
        findings += problems
        rounds |= {folder.name: record} if record else {}
    return rounds, tuple(findings)
