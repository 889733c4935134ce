"""Artifacts: what a build makes. A bundle is artifacts with unique paths."""

import dataclasses
import hashlib
import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from functools import cache, cached_property
from typing import Any

from generator.exceptions import GongshiError

HTML = "text/html"
PDF = "application/pdf"
CSV = "text/csv"
JSON = "application/json"
XML = "application/xml"
ZIP = "application/zip"
WEBP = "image/webp"

# What is being done, how many of it are done, and how many there are.
Progress = Callable[[str, int, int], None]


@dataclass(frozen=True)
class Page:
    """The parts of a data page that the site's shell does not have."""

    head: str
    body: str


@dataclass(frozen=True)
class About:
    """What a page tells portals and search engines of itself: no entries, no names of persons.

    `column` is the column (栏目) it stands in, its own title if it is one;
    `published` is the minute of its approval, empty for a column; `changed` is
    the last day on which something that it shows was published, if known.
    """

    title: str
    column: str
    column_type: str
    description: str
    keywords: tuple[str, ...]
    published: str = ""
    changed: str = ""
    indexed: bool = True


@dataclass(frozen=True)
class Artifact:
    """One file of a release.

    `path` starts with its folder: `site/` (web), `print/` (board) or `after/`
    (what replaces the file of the same path once its `until` has passed).
    `key` digests everything that can change the bytes; `until` is the last
    lawful day it may be shown, `None` for no limit. `make` must be picklable
    for PDF and WebP, which are made in worker processes. `notices` are the addresses of
    the notices whose entries it shows: it goes when one of them is withdrawn.
    `parts` of a poster are its `title` and `village` as people read them, and
    digests of what it is made of: they say why it must be printed again.
    `about` is there for pages. `sources`, if not `None`, are the paths of other files
    of the release that it is put together from, perhaps none today: `make` is then handed
    their bytes by path, once they are there, and `key` need not cover them.
    `beside` is the path of an artifact made of the same parts: to make one right after
    the other saves time.
    """

    path: str
    media_type: str
    key: str
    until: date | None
    make: Callable[..., bytes | Page]
    notices: tuple[str, ...] = ()
    parts: Mapping[str, str] = dataclasses.field(default_factory=dict)
    about: About | None = None
    sources: tuple[str, ...] | None = None
    beside: str = ""

    def content(self, files: Mapping[str, bytes]) -> bytes | Page:
        """What it is made into; `files` holds its sources by path."""
        return self.make() if self.sources is None else self.make(files)


@dataclass(frozen=True)
class Origin:
    """What a notice was made from: its approved list, and the ledger's line of that approval."""

    list: str
    line: int


@dataclass(frozen=True)
class Chain:
    """How far the ledger reaches: the digest of its last line (64 zeros before the first), and how many there are."""

    head: str = "0" * 64
    lines: int = 0


@dataclass(frozen=True)
class Bundle:
    """All artifacts of one build, what the output scan must know, and what prose pages need.

    `ledger` is where the ledger stood that the artifacts were made from;
    `fragments` are live sections by name; `head(root, path, title)` makes a
    prose page's head; `site` is what the theme's frame shows. `notices` are the
    origins of all notices by address, `withdrawn` the ledger's line of the latest
    withdrawal of each notice or list.
    """

    artifacts: tuple[Artifact, ...]
    ledger: Chain = Chain()
    public_values: frozenset[str] = frozenset()
    masked_values: frozenset[str] = frozenset()
    public_names: frozenset[str] = frozenset()
    fragments: dict[str, str] = dataclasses.field(default_factory=dict)
    head: Callable[..., str] = str
    site: object = None
    notices: Mapping[str, Origin] = dataclasses.field(default_factory=dict)
    withdrawn: Mapping[str, int] = dataclasses.field(default_factory=dict)


def unique(artifacts: Iterable[Artifact]) -> tuple[Artifact, ...]:
    """The artifacts in the order of their paths; two with one path are our bug."""
    ordered = sorted(artifacts, key=lambda artifact: artifact.path)
    for before, after in zip(ordered, ordered[1:], strict=False):
        if before.path == after.path:
            raise GongshiError(f"two artifacts share the path {after.path}")
    return tuple(ordered)


class Digested:
    """A dataclass that goes into many digests: it is read once, and stands in them by its own digest."""

    @cached_property
    def digest(self) -> str:
        """Of all its fields."""
        return digest(_fields(self))


def digest(*parts: Any) -> str:
    """SHA-256 (hex) of values made of dataclasses, containers, text, numbers and dates."""
    text = json.dumps(parts, default=_plain, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _plain(value: Any) -> Any:
    if isinstance(value, Digested):
        return value.digest
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return _fields(value)
    if isinstance(value, (date, Decimal)):
        return str(value)
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, (set, frozenset)):
        return sorted(value)
    return value.model_dump()


def _fields(value: Any) -> dict[str, Any]:
    kind: type = type(value)
    return {name: getattr(value, name) for name in _names(kind)}


@cache
def _names(kind: type) -> tuple[str, ...]:
    """The names of a dataclass's fields."""
    return tuple(each.name for each in dataclasses.fields(kind))
