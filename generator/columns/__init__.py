"""Types of column: one module per type, found by its name.

A module has
- `ALIGN`: how its values are aligned,
- `DISCLOSURES`: the ways it can be disclosed, the least first,
- `parse(raw, options) -> value`, raising `Rejected`,
- `canonical(value) -> str`: the text that digests and downloads carry,
- `show(value) -> Shown`: what people read,
and, if it can be masked, `conceal(value) -> Shown`; if offices write it in more
than one way, `tidy(cell, options) -> Tidied`, which only intake calls: what has
been approved is read by `parse` and in no other way.
"""

import importlib
import pkgutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Protocol, Union, cast

from generator.writing import Cell
from generator.writing.cells import strip_spaces

Raw = Union[str, Sequence["Raw"], Mapping[str, "Raw"]]
Shown = Union[str, tuple["Shown", ...]]


class Rejected(Exception):
    """A cell that cannot be read as its column's type; `rule` is a finding's id."""

    def __init__(self, rule: str, **words: str | tuple[str, ...]) -> None:
        super().__init__(rule)
        self.rule = rule
        self.words = words


@dataclass(frozen=True)
class Options:
    """What a kind says about one column, as far as reading a cell needs it."""

    choices: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()


@dataclass(frozen=True)
class LooseOptions(Options):
    """What intake knows besides: the unit (`元/月`, `万元`, `人`) and the spreadsheet's first day."""

    unit: str = ""
    epoch_1904: bool = False


@dataclass(frozen=True)
class Tidied:
    """A loose cell in the strict writing of its column, and the names of what was changed."""

    text: str
    changes: tuple[str, ...] = ()


class ColumnType(Protocol):
    """What a module of this package offers."""

    ALIGN: str
    DISCLOSURES: tuple[str, ...]

    def parse(self, raw: Raw, options: Options) -> Any: ...
    def canonical(self, value: Any) -> str: ...
    def show(self, value: Any) -> Shown: ...


@cache
def names() -> tuple[str, ...]:
    """Every type of column."""
    return tuple(sorted(module.name for module in pkgutil.iter_modules(__path__)))


@cache
def column_type(name: str) -> ColumnType:
    """The type called `name`; raises `KeyError` for an unknown one."""
    if name not in names():
        raise KeyError(name)
    return cast(ColumnType, importlib.import_module(f"{__name__}.{name}"))


def tidy(name: str, cell: Cell, options: LooseOptions) -> Tidied:
    """A cell of a raw file in the writing that `parse` takes.

    Raises `Rejected` for what would have to be guessed. A type without a `tidy`
    of its own takes text as it is, outer white space removed.
    """
    own = getattr(column_type(name), "tidy", None)
    if own is not None:
        return cast(Tidied, own(cell, options))
    text = written(cell).strip()
    return Tidied(text, ("spaces",) if text != written(cell) else ())


def written(cell: Cell) -> str:
    """A cell as a person reads it; a whole number without its `.0`."""
    if isinstance(cell, float) and not isinstance(cell, bool):
        return f"{cell:.15g}"
    return str(cell)


def is_blank(cell: Cell) -> bool:
    """Whether a person sees nothing in the cell."""
    if not isinstance(cell, str):
        return False
    # Called for every cell: nearly all are told by their first character.
    return not cell or (not cell[0].isalnum() and not strip_spaces(cell))


def one_line(raw: Raw, options: Options) -> str:
    """The `parse` of types whose value is simply what was written."""
    return text_of(raw)


def as_is(value: str) -> str:
    """The `canonical` and `show` of types whose value is its own text."""
    return value


def text_of(raw: Raw) -> str:
    """A cell that must be one line of text, outer white space removed."""
    if not isinstance(raw, str):
        raise Rejected("cell-not-text")
    return raw.strip()
