"""The ledger: one line for each approval, signature and withdrawal, each with the digest of the line before.

Append-only: a line that was altered, removed or put in between breaks the chain
from there on, and the head of the chain is public. Lines name lists and
digests, never persons on a list.
"""

import hashlib
import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from generator.findings import Finding, Place, finding
from generator.project import Project
from generator.today import Day

LEDGER = "data/ledger.jsonl"
_FIRST = "0" * 64
_SHA256 = "^[0-9a-f]{64}$"
Event = Literal["approve", "sign", "withdraw"]


class Line(BaseModel):
    """One event: `subject` is the list, or the notice withdrawn; `sha256` that of the statement, signature or entry.

    `by` is the signer of a signature; `previous` the digest of the line before.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    number: int = Field(ge=1)
    day: Day
    event: Event
    subject: str
    sha256: str = Field(pattern=_SHA256)
    by: str = ""
    previous: str = Field(pattern=_SHA256)


@dataclass(frozen=True)
class Ledger:
    """The lines of an unbroken chain, and its head: the digest of the last line."""

    lines: tuple[Line, ...] = ()
    head: str = _FIRST

    def last(self, event: Event, subject: str) -> Line | None:
        """The latest line of an event about a list or notice."""
        return next((each for each in reversed(self.lines) if (each.event, each.subject) == (event, subject)), None)

    def find(self, event: Event, sha256: str) -> Line | None:
        """The line that records a statement, signature or withdrawal."""
        return next((each for each in self.lines if (each.event, each.sha256) == (event, sha256)), None)

    @property
    def withdrawn(self) -> dict[str, int]:
        """The line of the latest withdrawal of each notice or list."""
        return {each.subject: each.number for each in self.lines if each.event == "withdraw"}


def is_withdrawn(withdrawn: Mapping[str, int], line: int, *subjects: str) -> bool:
    """Whether a notice or its whole list (`subjects`) was withdrawn after its approval, recorded in `line`.

    What was approved anew after a withdrawal is not concerned by it.
    """
    return any(withdrawn.get(subject, 0) > line for subject in subjects)


class BrokenLedger(Exception):
    """The chain breaks at the line `number`, counted from 1."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number


def load_ledger(project: Project) -> tuple[Ledger, tuple[Finding, ...]]:
    """The office's ledger; an office that has approved nothing has an empty one. A broken chain is a finding."""
    try:
        return read_ledger((project.root / LEDGER).read_bytes()), ()
    except FileNotFoundError:
        return Ledger(), ()
    except OSError:
        return Ledger(), (finding("file-unreadable", Place(LEDGER)),)
    except BrokenLedger as broken:
        return Ledger(), (finding("ledger-broken", Place(LEDGER, line=broken.number), number=broken.number),)


def read_ledger(content: bytes) -> Ledger:
    """The ledger in the bytes of a file, each line proved against the one before; raises `BrokenLedger`."""
    lines: list[Line] = []
    head = _FIRST
    for number, text in enumerate(content.splitlines(keepends=True), start=1):
        try:
            line = Line.model_validate_json(text)
        except ValidationError as error:
            raise BrokenLedger(number) from error
        if (line.number, line.previous) != (number, head) or line_bytes(line) != text:
            raise BrokenLedger(number)
        lines.append(line)
        head = hashlib.sha256(text).hexdigest()
    return Ledger(tuple(lines), head)


def ledger_bytes(ledger: Ledger) -> bytes:
    """The file that `read_ledger` reads: there is one spelling of every line."""
    return b"".join(map(line_bytes, ledger.lines))


def longer(ledger: Ledger, day: date, event: Event, subject: str, sha256: str, by: str = "") -> Ledger:
    """The ledger with one more line, as yet unwritten."""
    line = Line(
        number=len(ledger.lines) + 1,
        day=day,
        event=event,
        subject=subject,
        sha256=sha256,
        by=by,
        previous=ledger.head,
    )
    return Ledger((*ledger.lines, line), hashlib.sha256(line_bytes(line)).hexdigest())


def append(
    project: Project, ledger: Ledger, day: date, event: Event, subject: str, sha256: str, by: str = ""
) -> Ledger:
    """Writes one more line and returns the longer ledger. The file is replaced whole, so a crash leaves the old one."""
    added = longer(ledger, day, event, subject, sha256, by)
    path = project.root / LEDGER
    before = path.read_bytes() if path.exists() else b""
    _replace(path, before + line_bytes(added.lines[-1]))
    return added


def line_bytes(line: Line) -> bytes:
    """Canonical JSON on one line: sorted keys, no spaces, UTF-8."""
    text = json.dumps(line.model_dump(mode="json"), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return text.encode("utf-8") + b"\n"


def _replace(path: Path, content: bytes) -> None:
    beside = path.with_suffix(".new")
    with beside.open("wb") as file:
        file.write(content)
        os.fsync(file.fileno())
    os.replace(beside, path)
