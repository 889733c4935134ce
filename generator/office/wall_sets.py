"""Wall sets: what hangs on which wall, one manifest per set. Name and number of panels differ by place.

A panel names its source: a kind, one approved list, a hand-written page or a
register. Printing a set is a matter of its sources; here is only whether they exist.
"""

from typing import Literal, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from generator.findings import Finding
from generator.office.strict import load_model
from generator.project import Project

SourceType = Literal["kind", "list", "page", "register"]
Source = tuple[SourceType, str]


class _Strict(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Sourced(_Strict):
    """Something with a title that has exactly one source: `kind` (everything of a kind),

    `list` (`duty_list/township`), `page` (`content/ledgers.md`) or `register` (`staff`).
    """

    title: str = Field(min_length=2)
    kind: str = ""
    list: str = ""
    page: str = ""
    register_name: str = Field("", alias="register")

    @model_validator(mode="after")
    def _one_source(self) -> Self:
        if sum(map(bool, (self.kind, self.list, self.page, self.register_name))) != 1:
            raise ValueError("kind, list, page, register: exactly one")
        return self

    @property
    def source(self) -> Source:
        """The type of the source, and its name."""
        if self.kind:
            return "kind", self.kind
        if self.list:
            return "list", self.list
        return ("page", self.page) if self.page else ("register", self.register_name)


class Panel(Sourced):
    """One panel: its title on the wall, and its size. `look` chooses where a source has several."""

    size: str
    look: str = ""


class WallSet(_Strict):
    """`data/wall_sets/<set>.yaml`. `source` says who asks for this set."""

    schema_version: str = Field(alias="schema", pattern="^1$")
    title: str = Field(min_length=2)
    wall: str
    source: str
    panels: tuple[Panel, ...] = Field(min_length=1)


def load_wall_sets(project: Project) -> tuple[dict[str, WallSet], tuple[Finding, ...]]:
    """The office's own sets by name; the package carries none, because no two walls are alike."""
    sets: dict[str, WallSet] = {}
    findings: list[Finding] = []
    for path in sorted((project.root / "data" / "wall_sets").glob("*.yaml")):
        wall_set, problems = load_model(project, path, WallSet)
        findings += problems
        sets |= {path.stem: wall_set} if wall_set else {}
    return sets, tuple(findings)
