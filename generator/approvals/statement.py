"""The approval statement: canonical JSON, the exact bytes that are signed; money as strings."""

import hashlib
import json
from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from generator.findings import Word, phrase
from generator.office import Ballot
from generator.office.rounds import MINUTE
from generator.today import Day

_SHA256 = "^[0-9a-f]{64}$"


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Sum(_Frozen):
    """A sum as exact text, and in words that cannot be altered with a stroke."""

    figures: str
    words: str


class Predecessor(_Frozen):
    """The statement that this one rests on: its list, and the SHA-256 of its bytes."""

    list: str
    sha256: str = Field(pattern=_SHA256)


class Correction(_Frozen):
    """Why a list that had been shown was approved anew: `note` is shown to everybody."""

    on: Day
    note: str = Field(min_length=4, max_length=30)
    supersedes: str = Field(pattern=_SHA256)


class Statement(_Frozen):
    """What was approved, by whom, when, and where it may be shown.

    `first_day` and `last_day` are the days of a public notice or announcement
    (`last_day` is empty for standing lists); `follows` is the public notice that
    this list announces; `sums` are per column; `evidence` names the records that
    the kind demands, `ballots` the votes by village; `salt` goes into the digests
    of the rows and is never published.
    """

    schema_version: Literal["gongshi-approval@v1"] = Field("gongshi-approval@v1", alias="schema")
    list: str
    round: str
    stage: str
    rows: int = Field(ge=0)
    sums: dict[str, Sum]
    salt: str = Field(pattern="^[0-9a-f]{32}$")
    rows_sha256: str = Field(pattern=_SHA256)
    rows_sm3: str = Field(pattern=_SHA256)
    disclosure_digest: str = Field(pattern=_SHA256)
    channels: tuple[Literal["board", "web"], ...]
    decided_by: str = Field(min_length=2)
    decided_on: Day
    document_number: str = Field(min_length=2)
    minutes: str
    evidence: dict[str, str] = {}
    ballots: dict[str, Ballot] = {}
    first_day: Day
    last_day: Day | None
    published: str = Field(pattern=MINUTE)
    follows: Predecessor | None = None
    correction: Correction | None = None
    pipia: str = ""


class BrokenStatement(Exception):
    """The statement cannot be read; `reason` says which part."""

    def __init__(self, reason: Word) -> None:
        super().__init__(reason)
        self.reason = reason


def statement_bytes(statement: Statement) -> bytes:
    """Canonical JSON: sorted keys, indented by two so that people can compare versions, UTF-8."""
    content = statement.model_dump(mode="json", by_alias=True)
    text = json.dumps(content, ensure_ascii=False, sort_keys=True, indent=2)
    return text.encode("utf-8") + b"\n"


def statement_digest(statement: Statement) -> str:
    """SHA-256 (hex) of the statement's bytes: what the ledger, the page and the poster show."""
    return hashlib.sha256(statement_bytes(statement)).hexdigest()


def load_statement(path: Path) -> Statement:
    """Raises `FileNotFoundError` if there is none, and `BrokenStatement`."""
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        raise
    except OSError as error:
        raise BrokenStatement(phrase("statement-unreadable")) from error
    try:
        statement = Statement.model_validate_json(content)
    except ValidationError as error:
        raise BrokenStatement(tuple(dict.fromkeys(map(_part, error.errors())))) from error
    if statement_bytes(statement) != content:
        # Signatures are over bytes: a second spelling of the same statement is not the statement.
        raise BrokenStatement(phrase("statement-form"))
    return statement


def _part(error: Any) -> Word:
    """What of the statement is wrong. A key that does not belong there could say anything, so it is not repeated."""
    if error["type"] == "extra_forbidden":
        return phrase("statement-unknown-key")
    return str(error["loc"][0]) if error["loc"] else "JSON"
