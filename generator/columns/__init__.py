"""Types of column: one module per type, found by its name.

A module has
- `ALIGN`: how its values are aligned,
- `DISCLOSURES`: the ways it can be disclosed, the least first,
- `parse(raw, options) -> value`, raising `Rejected`,
- `canonical(value) -> str`: the text that digests and downloads carry,
- `show(value) -> Shown`: what people read,
and, if it can be masked, `conceal(value) -> Shown`.
"""

import importlib
import pkgutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Protocol, Union, cast

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
