"""`round.yaml`: what was decided in a month, when, and under which number."""

from pydantic import BaseModel, ConfigDict, Field

from generator.findings import Finding
from generator.notices import Evidence
from generator.office.strict import load_model
from generator.project import Project
from generator.today import Day

MINUTE = r"^[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9]{2}:[0-9]{2}$"


class _Strict(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Ballot(_Strict):
    """How one village voted on one list: persons eligible, present, and their votes."""

    held: Day = Field(alias="date")
    eligible: int = Field(ge=0)
    present: int = Field(ge=0)
    in_favour: int = Field(ge=0)
    against: int = Field(ge=0)
    abstained: int = Field(ge=0)

    @property
    def cast(self) -> int:
        return self.in_favour + self.against + self.abstained

    @property
    def adds_up(self) -> bool:
        return self.cast == self.present <= self.eligible


class StageDecision(_Strict):
    """Who decided, when, and under which number."""

    decided_by: str
    decided_on: Day
    document_number: str
    minutes: str


class RoundStage(StageDecision):
    """One stage of a round: who decided, under which number, shown from when.

    `published` is the minute given in page metadata; it is never the time of a
    build. `decisions` are those of kinds that somebody else decides (housing,
    medical assistance); `evidence` names the records behind a list, by kind;
    `ballots` are by kind, then by village.
    """

    first_day: Day
    published: str = Field(pattern=MINUTE)
    decisions: dict[str, StageDecision] = {}
    evidence: dict[str, dict[Evidence, str]] = {}
    ballots: dict[str, dict[str, Ballot]] = {}

    def of(self, kind: str) -> "RoundStage":
        """The same stage with the decision on the list of a kind."""
        own = self.decisions.get(kind)
        return self.model_copy(update=own.model_dump()) if own else self


class Round(_Strict):
    """A month's approval round."""

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
