"""Checks: one module per rule, found by its name; each opens with why and by what authority.

A module has `check(table, scope) -> findings`. With `ALWAYS = True` it runs on
every list, otherwise on the lists whose kind names it.
"""

import importlib
import pkgutil
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Protocol, cast

from generator.findings import Finding
from generator.office import Office
from generator.tables import Table


@dataclass(frozen=True)
class Scope:
    """What a check may look at besides its own list."""

    office: Office
    tables: tuple[Table, ...]
    characters: frozenset[int]


class Check(Protocol):
    ALWAYS: bool

    def check(self, table: Table, scope: Scope) -> Iterable[Finding]: ...


@cache
def names() -> tuple[str, ...]:
    """Every check."""
    return tuple(sorted(module.name for module in pkgutil.iter_modules(__path__)))


@cache
def get(name: str) -> Check:
    """The check called `name`; raises `KeyError`."""
    if name not in names():
        raise KeyError(name)
    return cast(Check, importlib.import_module(f"{__name__}.{name}"))


def run(scope: Scope) -> tuple[Finding, ...]:
    """Every check on every list it applies to."""
    findings: list[Finding] = []
    for table in scope.tables:
        called = {call.name for call in table.kind.checks}
        for name in names():
            if get(name).ALWAYS or name in called:
                findings += get(name).check(table, scope)
    return tuple(findings)
