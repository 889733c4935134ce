"""Reports: findings as text, HTML, Markdown, JSON, SARIF, and as annotations of GitHub and GitLab.

One module per format, found by its name; each has `render(report, language)`.
Reports are read by many and kept for long, so they see no tables, and whatever
a finding carries is looked at once more for private numbers.
"""

import importlib
import pkgutil
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import cast

from generator.artifacts import digest
from generator.detection import private_numbers
from generator.findings import Finding, Language, Phrase, Place, Word, in_order, phrase, spoken
from generator.findings.sheet import HIDDEN, MarkedSheet

# What no run of this program checks.
NOT_CHECKED = tuple(map(phrase, ("unchecked-facts", "unchecked-hidden", "unchecked-pictures")))


@dataclass(frozen=True)
class Report:
    """What a report says, apart from how.

    `folder` leads from where the report is read (the top of a repository) to the
    project; it is empty or ends with a slash.
    """

    findings: tuple[Finding, ...]
    not_checked: tuple[Phrase, ...] = NOT_CHECKED
    lists: int = 0
    rows: int = 0
    sheets: tuple[MarkedSheet, ...] = ()
    folder: str = ""

    @property
    def errors(self) -> int:
        return sum(each.severity == "error" for each in self.findings)

    @property
    def warnings(self) -> int:
        return len(self.findings) - self.errors

    def path(self, place: Place) -> str:
        """The place's file as the reader of an annotation finds it."""
        return self.folder + place.file

    def unchecked(self, language: Language) -> list[str]:
        """What was not checked, as people read it."""
        return [spoken(each, language) for each in self.not_checked]

    def counts(self, language: Language) -> str:
        """How many errors and warnings."""
        return spoken(phrase("report-counts", errors=self.errors, warnings=self.warnings), language)

    def outcome(self, language: Language) -> str:
        """How many findings there are, or what was read if there is no error."""
        if self.errors or not self.lists:
            return self.counts(language)
        good = spoken(phrase("report-good", lists=self.lists, rows=self.rows), language)
        comma = "；" if language == "zh" else "; "
        return f"{good}{comma}{self.counts(language)}" if self.warnings else good


def make_report(
    findings: Iterable[Finding],
    not_checked: Iterable[Phrase] = (),
    lists: int = 0,
    rows: int = 0,
    sheets: tuple[MarkedSheet, ...] = (),
    folder: str = "",
) -> Report:
    """A report in a fixed order, errors first, each finding once; `not_checked` is what this run left out besides."""
    unchecked = (Phrase(each.key, _redacted_words(each.words)) for each in not_checked)
    return Report(in_order(map(redacted, findings)), (*NOT_CHECKED, *unchecked), lists, rows, sheets, folder)


@cache
def formats() -> tuple[str, ...]:
    """Every format of a report."""
    return tuple(sorted(module.name for module in pkgutil.iter_modules(__path__)))


def render(name: str, report: Report, language: Language) -> str:
    """The report in the format called `name`; raises `KeyError`."""
    if name not in formats():
        raise KeyError(name)
    module = importlib.import_module(f"{__name__}.{name}")
    return cast(Callable[[Report, Language], str], module.render)(report, language)


def redacted(found: Finding) -> Finding:
    """The finding without any private number in its words, file name or heading: the last look, whoever made it."""
    place = found.place
    said_of_it = (_said_path(place.file), said(place.sheet), said(place.column))
    if said_of_it != (place.file, place.sheet, place.column):
        place = Place(said_of_it[0], said_of_it[1], place.line, place.cell, said_of_it[2])
    return Finding(found.rule, place, _redacted_words(found.words))


def fingerprints(findings: Sequence[Finding]) -> list[str]:
    """For each finding a digest that stays the same when rows move: the rule, file, column and words, counted."""
    seen: Counter[str] = Counter()
    made = []
    for each in findings:
        place = each.place
        column = place.cell.rstrip("0123456789")
        same = digest(each.rule, place.file, place.sheet, column, place.column, each.message())
        seen[same] += 1
        made.append(digest(same, seen[same]))
    return made


def _redacted(word: Word) -> Word:
    if isinstance(word, str):
        return said(word)
    if isinstance(word, Phrase):
        return Phrase(word.key, _redacted_words(word.words))
    if isinstance(word, tuple):
        return tuple(map(_redacted, word))
    return word


def _redacted_words(words: tuple[tuple[str, Word], ...]) -> tuple[tuple[str, Word], ...]:
    return tuple((name, _redacted(word)) for name, word in words)


@lru_cache(maxsize=4096)
def _said_path(path: str) -> str:
    return "/".join(map(said, path.split("/")))


@lru_cache(maxsize=4096)
def said(text: str) -> str:
    """`text`, or nothing of it if it holds a private number."""
    return HIDDEN if private_numbers(text) else text
