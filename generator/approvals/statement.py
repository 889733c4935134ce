"""The approval statement: canonical JSON, the exact bytes that are later signed; money as strings."""

import json
from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from generator.findings import Word, phrase
from generator.today import Day

MINUTE = r"^[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9]{2}:[0-9]{2}$"


class Statement(BaseModel):
    """What was approved, by whom, when, and where it may be shown.

    `first_day` and `last_day` are the days of a public notice or announcement
    (`last_day` is empty for standing lists); `follows` is the list this one
    announces; `sums` are exact text per column; `salt` goes into the digest of
    the rows and is never published.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    schema_version: Literal["gongshi-approval@v1"] = Field("gongshi-approval@v1", alias="schema")
    list: str
    stage: str
    rows: int = Field(ge=0)
    sums: dict[str, str]
    salt: str = Field(pattern="^[0-9a-f]{32}$")
    rows_digest: str = Field(pattern="^[0-9a-f]{64}$")
    disclosure_digest: str = Field(pattern="^[0-9a-f]{64}$")
    channels: tuple[Literal["board", "web"], ...]
    decided_by: str = Field(min_length=2)
    decided_on: Day
    document_number: str = Field(min_length=2)
    minutes: str
    first_day: Day
    last_day: Day | None
    published: str = Field(pattern=MINUTE)
    follows: str = ""
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
