"""Checks: one module per rule, found by its name; each opens with why and by what authority.

A module has `check(table, scope) -> findings` for one list: with `ALWAYS = True`
it runs on every list, otherwise on the lists whose kind names it. A module with
`check_office(scope) -> findings` runs once, over the whole office.
"""

import importlib
import pkgutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from types import ModuleType

from generator.findings import Finding
from generator.kinds import Kind
from generator.office import Office
from generator.tables import Table


@dataclass(frozen=True)
class Scope:
    """What a check may look at besides its own list.

    `characters` gives the code points the fonts can draw (reading the fonts takes
    a while); `prose` holds the hand-written pages, by file, as lines.
    """

    office: Office
    kinds: Mapping[str, Kind]
    tables: tuple[Table, ...]
    prose: Mapping[str, tuple[str, ...]]
    characters: Callable[[], frozenset[int]]
    today: date


@cache
def names() -> tuple[str, ...]:
    """Every check."""
    return tuple(sorted(module.name for module in pkgutil.iter_modules(__path__)))


@cache
def get(name: str) -> ModuleType:
    """The check called `name`; raises `KeyError`."""
    if name not in names():
        raise KeyError(name)
    return importlib.import_module(f"{__name__}.{name}")


def run(scope: Scope) -> tuple[Finding, ...]:
    """Every check on every list it applies to, then those over the whole office."""
    modules = {name: get(name) for name in names()}
    findings: list[Finding] = []
    for table in scope.tables:
        called = {call.name for call in table.kind.checks}
        for name, module in modules.items():
            if hasattr(module, "check") and (module.ALWAYS or name in called):
                findings += module.check(table, scope)
    for module in modules.values():
        if hasattr(module, "check_office"):
            findings += module.check_office(scope)
    return tuple(findings)
