"""Publications: notices in, artifacts out. One module per form, found by its name.

A module has `web(edition, press)` and/or `board(edition, press)`, or, if it is
about the pages of all others, `index(edition, press, made)`. What goes to
`site/` accepts only `WebNotice`, what goes to `print/` only the board's.
"""

import importlib
import pkgutil
from collections.abc import Iterator

from generator.artifacts import Artifact
from generator.edition import Edition
from generator.notices import BoardNotice, WebNotice
from generator.rendering import Press


def names() -> tuple[str, ...]:
    """Every form of publication."""
    return tuple(sorted(each.name for each in pkgutil.iter_modules(__path__)))


def publish_all(web: Edition[WebNotice], board: Edition[BoardNotice], press: Press) -> Iterator[Artifact]:
    """The artifacts of every publication, in both folders; indexes last, because they are handed all pages."""
    modules = [importlib.import_module(f"{__name__}.{name}") for name in names()]
    made: list[Artifact] = []
    for module in modules:
        if hasattr(module, "web"):
            made += module.web(web, press)
        if hasattr(module, "board"):
            made += module.board(board, press)
    yield from made
    for module in modules:
        if hasattr(module, "index"):
            yield from module.index(web, press, made)
