"""The parts of a kind. Unknown keys are errors; there is no default for disclosure."""

from typing import Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from generator import columns
from generator.findings import Phrase, phrase

Disclosure = Literal["full", "surname", "never"]
Channel = Literal["board", "web"]
Listing = Literal["named", "aggregate", "counts", "refused"]
Download = Literal["csv", "xlsx", "json"]
StageName = Literal["public_notice", "announcement", "notice_of_ending", "standing"]
Identifier = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*$")]


class WrongKind(ValueError):
    """What a validator found, in words of the catalogue."""

    def __init__(self, reason: Phrase) -> None:
        super().__init__(reason)
        self.reason = reason


class Strict(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class KindColumn(Strict):
    """One column: its heading in the file, its type, and how each channel shows it.

    `aliases` are its headings in real exports; only intake reads them.
    """

    name: Identifier
    title: str
    type: str
    board: Disclosure
    web: Disclosure
    unit: str = ""
    required: bool = True
    choices: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()

    @model_validator(mode="after")
    def _type_exists_and_can_be_disclosed_so(self) -> Self:
        if self.type not in columns.names():
            raise WrongKind(phrase("kind-column-type", type=self.type, known=columns.names()))
        allowed = columns.column_type(self.type).DISCLOSURES
        for disclosure in (self.board, self.web):
            if disclosure not in allowed:
                raise WrongKind(phrase("kind-disclosure", type=self.type, disclosure=disclosure, allowed=allowed))
        return self

    @property
    def options(self) -> columns.Options:
        return columns.Options(choices=self.choices, parts=self.parts)


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
    """A page of its own that shows a list grouped by one column under another.

    With `roles` instead (columns of several units, and what each makes of them), an entry
    stands under every unit that it names, in the role in which it names it.
    """

    name: Identifier
    title: str
    group: str = ""
    under: str = ""
    roles: dict[str, str] = {}

    @model_validator(mode="after")
    def _one_way(self) -> Self:
        if [bool(self.group), bool(self.under), bool(self.roles)] not in ([True, True, False], [False, False, True]):
            raise WrongKind(phrase("kind-one-view"))
        return self

    @property
    def columns(self) -> tuple[str, ...]:
        return tuple(self.roles) or (self.group, self.under)


class Poster(Strict):
    """A look, the sizes it is made in, and the channels it may go to.

    `title` is what people call it, where a kind has several looks.
    """

    look: str
    title: str = ""
    sizes: tuple[str, ...]
    channels: tuple[Channel, ...]


class Lists(Strict):
    """Per channel: named lists, tables of counts, the number of entries only, or refused."""

    board: Listing
    web: Listing


class Search(Strict):
    """How people look for a kind and its entries: what they call it (`also`), and of its records the columns

    of other names (`words`), of numbers they are cited by (`numbers`), and of what is searched last (`text`).
    """

    also: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()
    text: tuple[str, ...] = ()

    @property
    def columns(self) -> tuple[str, ...]:
        return (*self.words, *self.numbers, *self.text)


class CheckCall(Strict):
    """A check by name, with its parameters."""

    name: Identifier
    parameters: dict[str, str] = {}
