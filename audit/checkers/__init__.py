"""Checkers: one module each, found by its name.

A module has `verdicts(sample)`, which yields a line of the table for each thing
it looked at, and raises `ToolFailed` if it cannot look.
"""

import importlib
import pkgutil
import traceback
from collections.abc import Iterable, Iterator
from typing import Protocol, cast

from audit.sample import Sample
from audit.verdict import ToolFailed, Verdict


class Checker(Protocol):
    """What a module of this package offers."""

    def verdicts(self, sample: Sample) -> Iterable[Verdict]: ...


def names() -> tuple[str, ...]:
    """Every checker."""
    return tuple(sorted(each.name for each in pkgutil.iter_modules(__path__)))


def checker(name: str) -> Checker:
    """The checker called `name`; raises `ModuleNotFoundError` for an unknown one."""
    return cast(Checker, importlib.import_module(f"{__name__}.{name}"))


def judged(name: str, sample: Sample) -> Iterator[Verdict]:
    """The verdicts of one checker. What it cannot do is a verdict, too, and never a good one."""
    try:
        yield from checker(name).verdicts(sample)
    except ToolFailed as failure:
        yield Verdict(name, "could not be run", 0, "failed", "runs", False, (str(failure),))
    except Exception:
        # One broken checker must not hide what the others say.
        yield Verdict(name, "broke down", 0, "failed", "runs", False, tuple(traceback.format_exc().splitlines()[-6:]))
