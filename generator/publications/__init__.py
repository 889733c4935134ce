"""Publications: notices in, artifacts out. One module per form, found by its name.

A module has `web(edition, press)` and/or `board(edition, press)`. What goes to
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
    """The artifacts of every publication, in both folders."""
    for name in names():
        module = importlib.import_module(f"{__name__}.{name}")
        if hasattr(module, "web"):
            yield from module.web(web, press)
        if hasattr(module, "board"):
            yield from module.board(board, press)
