"""`data/sizes.yaml`: sizes of paper and boards."""

from pydantic import BaseModel, ConfigDict, Field, RootModel

from generator.findings import Finding
from generator.office.strict import load_model
from generator.project import Project


class Size(BaseModel):
    """Width, height and margin in mm; base and smallest letter height in points.

    `looks`: a size of those looks alone, whose geometry is their own (a fold, cards to cut);
    empty for paper and boards, on which every other look must do.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    title: str
    width: float = Field(gt=0)
    height: float = Field(gt=0)
    margin: float = Field(ge=0)
    base: float = Field(gt=0)
    min: float = Field(gt=0)
    looks: tuple[str, ...] = ()


class _Sizes(RootModel[dict[str, Size]]):
    pass


def load_sizes(project: Project) -> tuple[dict[str, Size], tuple[Finding, ...]]:
    """Sizes by name."""
    path = project.find("data/sizes.yaml") or project.root / "data" / "sizes.yaml"
    sizes, findings = load_model(project, path, _Sizes)
    return (sizes.root if sizes else {}), findings
