"""Other generators that build the same notices as `benchmarks.office`, each in a module of its own.

A peer has `write(folder, notices)`, which puts its whole project into `folder`,
`command(folder)`, which builds that, and `OUTPUT`, the folder below it that
the pages come out in. Names are masked and figures are formatted before a peer
gets them, which is work that only ours does while it is timed; checks, privacy
scan, approvals, downloads, village pages and tombstones no peer has at all.
Nothing here imports the generator: a process that is timed would have its
memory counted as its own.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Column:
    """A column of the table: its heading, CSS classes, unit (may be empty), and whether it names a person."""

    title: str
    look: str
    unit: str
    person: bool


@dataclass(frozen=True)
class Total:
    """A figure of the whole notice, as it is read."""

    title: str
    value: str
    unit: str


@dataclass(frozen=True)
class Notice:
    """One page, every value as it is read on it.

    `slug` is the name of its file, `kind` the list's identifier; `approval` and `record` are lines with labels.
    """

    slug: str
    kind: str
    title: str
    list_title: str
    village: str
    sentence: str
    published: str
    first_day: str
    last_day: str
    count: int
    entry_unit: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]
    totals: tuple[Total, ...]
    approval: tuple[tuple[str, str], ...]
    record: tuple[tuple[str, str], ...]


def write_json(path: Path, notices: Sequence[Notice]) -> None:
    """All notices in one file, as Hugo and Eleventy read their data."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(notices, default=vars, ensure_ascii=False), encoding="utf-8")
