"""Looks: what can be printed, one module for each, found by its name.

Its template is `site_templates/posters/<look>.typ`. A module has `sheets(edition, press)`,
which yields everything of its look that the channel may print today. It may have
`not_checked(kinds, fonts)`, which says what of its look no check could look at.
"""

import importlib
import pkgutil
from collections.abc import Iterable, Iterator
from pathlib import Path

from generator.edition.edition import Edition
from generator.edition.sheets import Sheet
from generator.findings import Phrase
from generator.kinds import Kind
from generator.notices import N
from generator.rendering import Press


def looks() -> tuple[str, ...]:
    """Every look. An office may replace a template with one of its own; a new look would have no content."""
    return tuple(sorted(each.name for each in pkgutil.iter_modules(__path__)))


def sheets(edition: Edition[N], press: Press) -> Iterator[Sheet]:
    """Everything of every look that a channel prints."""
    for name in looks():
        yield from importlib.import_module(f"{__name__}.{name}").sheets(edition, press)


def not_checked(kinds: Iterable[Kind], fonts: tuple[Path, ...]) -> Iterator[Phrase]:
    """What of any look no check could look at: faces that the office has not supplied."""
    kinds = tuple(kinds)
    for name in looks():
        module = importlib.import_module(f"{__name__}.{name}")
        if hasattr(module, "not_checked"):
            yield from module.not_checked(kinds, fonts)
