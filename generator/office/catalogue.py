"""`data/catalogue.yaml`: what must be disclosed, and what is due every year."""

from calendar import monthrange
from datetime import date

from pydantic import BaseModel, ConfigDict, Field

from generator.findings import Finding
from generator.office.strict import load_model
from generator.project import Project


class _Strict(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class CatalogueRow(_Strict):
    """A matter of the disclosure catalogue (民办函〔2019〕52号), with its time limit (公开时限).

    `stages` are those that count, all if empty.
    """

    number: int = Field(gt=0)
    matter: str
    detail: str
    limit: str = ""
    stages: tuple[str, ...] = ()


class Yearly(_Strict):
    """Something due every year about the year before.

    It is done when a heading names that year and every one of `words`, or a
    ledger holds an entry of the kind `event` with these words in this year.
    """

    title: str
    month: int = Field(ge=1, le=12)
    day: int = Field(ge=1, le=31)
    words: tuple[str, ...] = Field(min_length=1)
    event: str = ""
    source: str = Field(min_length=2)

    def due(self, year: int) -> date:
        """The last day in `year`."""
        return date(year, self.month, min(self.day, monthrange(year, self.month)[1]))


class Catalogue(_Strict):
    """The disclosure catalogue, yearly duties, and when a column counts as neglected (months)."""

    schema_version: str = Field(alias="schema", pattern="^1$")
    rows: tuple[CatalogueRow, ...]
    yearly: tuple[Yearly, ...]
    stale_months: int = Field(gt=0)
    stale_sections: tuple[str, ...]


def load_catalogue(project: Project) -> tuple[Catalogue | None, tuple[Finding, ...]]:
    """The office's own catalogue, or the packaged one."""
    path = project.find("data/catalogue.yaml") or project.root / "data" / "catalogue.yaml"
    return load_model(project, path, Catalogue)
