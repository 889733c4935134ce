"""`data/print.yaml`: what the office prints of itself, in which sizes, in what style.

What belongs to an approved list is printed as its kind says (`posters:` in `data/kinds/`).
"""

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from generator.findings import Finding
from generator.kinds.parts import Channel, Identifier
from generator.office.strict import load_model
from generator.office.wall_sets import Sourced
from generator.project import Project

PRINT = "data/print.yaml"
Style = Literal["formal", "plain", "contrast"]


class _Strict(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Printed(_Strict):
    """The sizes a look of the office is made in, and the channels it may go to."""

    sizes: tuple[str, ...] = Field(min_length=1)
    channels: tuple[Channel, ...] = ("board",)


class Cabinet(_Strict):
    """What stands on the door of every village's filing cabinet, and on the spines of the books in it (一柜十簿)."""

    title: str = Field(min_length=2)
    books: tuple[str, ...] = Field(min_length=1)


class Chapter(Sourced):
    """A chapter of a book, and where it comes from; of the registers only those that are meant for everybody."""

    register_name: Literal["", "staff", "contacts"] = Field("", alias="register")


class Book(_Strict):
    """What is bound: a handbook of the office, the compilation of its rules. `indexed`: with an index of documents."""

    title: str = Field(min_length=2)
    chapters: tuple[Chapter, ...] = Field(min_length=1)
    indexed: bool = False


class Printing(_Strict):
    """`style` is that of all posters; `sheets` are the looks that show the office itself, by name."""

    schema_version: str = Field("1", alias="schema", pattern="^1$")
    style: Style = "formal"
    sheets: dict[Identifier, Printed] = {}
    cabinet: Cabinet | None = None
    books: dict[Identifier, Book] = {}


def load_printing(project: Project) -> tuple[Printing, tuple[Finding, ...]]:
    """What the office prints of itself; nothing if it says nothing: books and cabinets are no two offices' alike."""
    path = project.root / PRINT
    if not path.is_file():
        return Printing(), ()
    printing, findings = load_model(project, path, Printing)
    return printing or Printing(), findings
