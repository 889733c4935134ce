"""Publications: notices in, artifacts out. One module per form, found by its name.

A module has `web(edition, press)` and/or `board(edition, press)`. What goes to
`site/` accepts only `WebNotice`, what goes to `print/` only the board's. A
module with `derived(made, edition, press)` makes more of what the others made
for the web: it sees artifacts, never those of the board.
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
    """The artifacts of every publication, in both folders."""
    modules = [importlib.import_module(f"{__name__}.{name}") for name in names()]
    made = tuple(artifact for module in modules if hasattr(module, "web") for artifact in module.web(web, press))
    yield from made
    for module in modules:
        if hasattr(module, "derived"):
            yield from module.derived(made, web, press)
        if hasattr(module, "board"):
            yield from module.board(board, press)
