"""Findings: what is wrong with an office's files, said in the office's words.

Bad input is a value, never an exception: everything is collected, then the run
fails once. A finding never shows a private value, because CI logs are public.
The catalogue of rules is `findings.yaml` beside this file.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

from generator import strict_yaml

Severity = Literal["error", "warning"]
SHOWN_PER_RULE = 20


@dataclass(frozen=True, order=True)
class Place:
    """Where: file (relative to the project), sheet, cell as a spreadsheet shows it, column title."""

    file: str
    sheet: str = ""
    cell: str = ""
    column: str = ""

    def __str__(self) -> str:
        parts = (self.file, self.sheet, self.cell, self.column and f"“{self.column}”")
        return " ".join(part for part in parts if part)


@dataclass(frozen=True)
class Rule:
    """One entry of the catalogue: how bad it is, who must act, and the words."""

    id: str
    severity: Severity
    actor: str
    message: str
    remedy: str


@dataclass(frozen=True)
class Finding:
    """One thing wrong: where, what, and what to do about it."""

    rule: str
    severity: Severity
    actor: str
    place: Place
    message: str
    remedy: str


@cache
def rules() -> dict[str, Rule]:
    """Every rule by id."""
    catalogue = strict_yaml.load(Path(__file__).with_suffix(".yaml")).content
    return {name: Rule(id=name, **words) for name, words in catalogue.items()}  # type: ignore[arg-type]


def finding(rule: str, place: Place, **words: object) -> Finding:
    """A finding of the catalogue; `words` fill the braces of its message and remedy.

    Raises `KeyError` for an unknown rule or a missing word: both are our bugs.
    """
    entry = rules()[rule]
    return Finding(
        rule=rule,
        severity=entry.severity,
        actor=entry.actor,
        place=place,
        message=entry.message.format(**words),
        remedy=entry.remedy.format(**words),
    )


def has_errors(findings: Iterable[Finding]) -> bool:
    """Whether anything forbids publishing."""
    return any(each.severity == "error" for each in findings)
