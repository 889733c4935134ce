"""Looks: what can be printed, one module for each, found by its name.

Its template is `site_templates/posters/<look>.typ`. A module has `sheets(edition, press)`,
which yields everything of its look that the channel may print today.
"""

import importlib
import pkgutil
from collections.abc import Iterator

from generator.edition.edition import Edition
from generator.edition.sheets import Sheet
from generator.notices import N
from generator.rendering import Press


def looks() -> tuple[str, ...]:
    """Every look. An office may replace a template with one of its own; a new look would have no content."""
    return tuple(sorted(each.name for each in pkgutil.iter_modules(__path__)))


def sheets(edition: Edition[N], press: Press) -> Iterator[Sheet]:
    """Everything of every look that a channel prints."""
    for name in looks():
        yield from importlib.import_module(f"{__name__}.{name}").sheets(edition, press)
