"""The parts of a kind besides its columns: figures, charts, views, posters, channels, checks."""

from typing import Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from generator.findings import Phrase, phrase

Channel = Literal["board", "web"]
Listing = Literal["named", "aggregate", "counts", "refused"]
Identifier = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*$")]


class WrongKind(ValueError):
    """What a validator found, in words of the catalogue."""

    def __init__(self, reason: Phrase) -> None:
        super().__init__(reason)
        self.reason = reason


class Strict(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class TotalRule(Strict):
    """A figure of a notice: a sum, the last value, or how many different values, of one column."""

    name: Identifier
    title: str
    sum: str = ""
    last: str = ""
    distinct: str = ""
    unit: str = ""
    where: dict[str, str] = {}

    @model_validator(mode="after")
    def _one_rule(self) -> Self:
        if sum(map(bool, (self.sum, self.last, self.distinct))) != 1:
            raise WrongKind(phrase("kind-one-rule"))
        return self

    @property
    def column(self) -> str:
        return self.sum or self.last or self.distinct


class Summary(Strict):
    """A chart and its table: `sum` of a column by `group` (by month if asked), in one or more series."""

    name: Identifier
    title: str
    group: str
    sum: str
    by: Literal["value", "month"] = "value"
    series: str = ""
    only: tuple[str, ...] = ()
    where: dict[str, str] = {}


class View(Strict):
    """A page of its own that shows a list grouped by one column under another."""

    name: Identifier
    title: str
    group: str
    under: str


class Poster(Strict):
    """A look, the sizes it is made in, and the channels it may go to."""

    look: str
    sizes: tuple[str, ...]
    channels: tuple[Channel, ...]


class Lists(Strict):
    """Per channel: named lists, tables of counts, the number of entries only, or refused."""

    board: Listing
    web: Listing


class CheckCall(Strict):
    """A check by name, with its parameters."""

    name: Identifier
    parameters: dict[str, str] = {}
