"""Reading files: bytes in, `Sheet` out. One module of `readers` per format, found by its suffix."""

import importlib
import pkgutil
from collections.abc import Callable
from pathlib import Path
from typing import cast

from generator.findings import Finding, Place, finding
from generator.sources import readers
from generator.sources.sheet import Sheet, Unreadable

__all__ = ["Sheet", "formats", "read"]


def formats() -> tuple[str, ...]:
    """The suffixes that can be read, without the dot."""
    return tuple(sorted(each.name for each in pkgutil.iter_modules(readers.__path__)))


def read(path: Path, file: str) -> tuple[Sheet | None, tuple[Finding, ...]]:
    """The sheet in `path`, or the findings that say why there is none. `file` is its name in findings."""
    suffix = path.suffix.lstrip(".").lower()
    if suffix not in formats():
        return None, (finding("file-format", Place(file), formats=formats()),)
    module = importlib.import_module(f"{readers.__name__}.{suffix}")
    parse = cast(Callable[[bytes, str], Sheet], module.parse)
    try:
        content = path.read_bytes()
        if not content.strip():
            raise Unreadable(finding("file-empty", Place(file)))
        return parse(content, file), ()
    except Unreadable as reason:
        return None, reason.findings
    except OSError:
        return None, (finding("file-unreadable", Place(file)),)
