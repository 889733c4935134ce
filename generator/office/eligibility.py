"""`data/eligibility.yaml`: questions about a household, and with which answers a guide is offered.

Rules about guides are data beside the guides: conditions differ by place. The
file is optional; an office without it shows no questionnaire.
"""

from collections.abc import Mapping
from typing import Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from generator.findings import Finding, Place
from generator.office.strict import load_with_lines
from generator.project import Project
from generator.strict_yaml import Location

FILE = "data/eligibility.yaml"
Certainty = Literal["likely", "depends", "unlikely"]


class _Strict(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Question(_Strict):
    """One question; `topic` is its heading in a table, `alone` the answer that excludes all others (none of these)."""

    topic: str = Field(min_length=2)
    ask: str = Field(min_length=4)
    help: str = ""
    choose: Literal["one", "many"]
    alone: str = ""
    # More than eight answers and nobody reads the last.
    answers: dict[str, str] = Field(min_length=2, max_length=8)


class Offer(_Strict):
    """When a guide is offered: to every question of `when` one of the answers named was given.

    `why` follows "you said"; `note` says what else counts. The first question of
    `when` is the one the offer is about.
    """

    when: dict[str, Annotated[tuple[str, ...], Field(min_length=1)]] = Field(min_length=1)
    certainty: Certainty
    why: str = Field(min_length=4)
    note: str = ""

    @model_validator(mode="after")
    def _says_on_what_it_depends(self) -> Self:
        if self.certainty != "likely" and not self.note:
            raise ValueError("note")
        return self


class Offers(_Strict):
    """The offers of one guide, the first that is met counts; `decided_by` is named as the guide names it."""

    decided_by: str = Field(min_length=2)
    offers: tuple[Offer, ...] = Field(min_length=1)


class Eligibility(_Strict):
    """Questions by name, and offers by the name of their guide; `lines` is where each of them stands in the file."""

    schema_version: str = Field(alias="schema", pattern="^1$")
    # Nine screens of a phone are as many as somebody in need goes through.
    questions: dict[str, Question] = Field(min_length=1, max_length=9)
    guides: dict[str, Offers] = Field(min_length=1)
    lines: Mapping[Location, int] = Field(default_factory=dict, exclude=True, repr=False)

    def place(self, *location: str | int) -> Place:
        """Where `location` stands, or what is nearest around it."""
        while location not in self.lines and location:
            location = location[:-1]
        return Place(FILE, line=self.lines.get(location, 1))


def load_eligibility(project: Project) -> tuple[Eligibility | None, tuple[Finding, ...]]:
    """The office's own questionnaire, or nothing where it has none: the package carries none."""
    path = project.root / FILE
    if not path.is_file():
        return None, ()
    eligibility, lines, findings = load_with_lines(project, path, Eligibility)
    return eligibility and eligibility.model_copy(update={"lines": lines}), findings
