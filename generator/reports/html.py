"""Findings as one page that a clerk opens from disk: no script, no request, prints.

Each rule with its remedy, then each list with its faulty cells marked. What may
be shown of a list is settled before it comes here (`gates.mark`).
"""

import base64
import hashlib
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial

from jinja2 import Environment
from markupsafe import Markup

from generator.findings import Finding, Language, Place, Rule, Word, first_of_each_rule, phrase, rules, spoken
from generator.findings.sheet import MarkedSheet
from generator.project import PACKAGED
from generator.rendering.jinja import environment
from generator.reports import Report

_TEMPLATES = PACKAGED / "site_templates"


@dataclass(frozen=True)
class Spot:
    """Where a finding stands: words for the place within its file, and the address of the marked cell, if any."""

    words: str
    address: str


@dataclass(frozen=True)
class Block:
    """Findings of one rule that say the same of one file."""

    message: str
    remedy: str
    actor: str
    file: str
    spots: tuple[Spot, ...]


@dataclass(frozen=True)
class Group:
    """All that is shown of one rule; `left_out` more are only counted."""

    rule: Rule
    blocks: tuple[Block, ...]
    left_out: int


def render(report: Report, language: Language) -> str:
    """The page."""
    groups = _groups(report, language)
    css = (_TEMPLATES / "reports" / "findings.css").read_text(encoding="utf-8")
    style_hash = base64.b64encode(hashlib.sha256(css.encode("utf-8")).digest()).decode("ascii")
    return (
        _environment()
        .get_template("reports/findings.html")
        .render(
            report=report,
            language=language,
            groups=groups,
            numbers={group.rule.id: number for number, group in enumerate(groups, start=1)},
            say=partial(_say, language),
            # Our own file, inserted as it is: the page's security policy names its digest.
            css=Markup(css),  # nosec B704
            style_hash=style_hash,
        )
    )


def _environment() -> Environment:
    # The packaged templates alone: a report must come out however broken an office's own folder is.
    return environment((_TEMPLATES,))


def _say(language: Language, key: str, **words: Word) -> str:
    return spoken(phrase(key, **words), language)


def _groups(report: Report, language: Language) -> tuple[Group, ...]:
    shown, left_out = first_of_each_rule(report.findings)
    addresses = _addresses(report.sheets)
    by_rule: dict[str, list[Finding]] = {}
    for each in shown:
        by_rule.setdefault(each.rule, []).append(each)
    return tuple(
        Group(rules()[name], _blocks(found, addresses, language), left_out[name]) for name, found in by_rule.items()
    )


def _blocks(
    findings: Iterable[Finding], addresses: dict[tuple[str, str], str], language: Language
) -> tuple[Block, ...]:
    spots: dict[tuple[str, str, str, str], list[Spot]] = {}
    for each in findings:
        key = (each.message(language), each.remedy(language), each.actor(language), each.place.file)
        spots.setdefault(key, []).append(_spot(each.place, addresses, language))
    return tuple(Block(*key, tuple(found)) for key, found in spots.items())


def _spot(place: Place, addresses: dict[tuple[str, str], str], language: Language) -> Spot:
    address = addresses.get((place.file, place.cell or str(place.line)), "")
    return Spot(Place("", place.sheet, place.line, place.cell, place.column).text(language), address)


def _addresses(sheets: Iterable[MarkedSheet]) -> dict[tuple[str, str], str]:
    """The address on the page of every marked cell, row and record line, by file and name."""
    found: dict[tuple[str, str], str] = {}
    counted: Counter[str] = Counter()
    for number, sheet in enumerate(sheets, start=1):
        counted[sheet.file] += 1
        for cell in sheet.header:
            found[sheet.file, cell.name] = f"s{number}-{cell.name}"
        for row in sheet.rows:
            found[sheet.file, str(row.number)] = f"s{number}-{row.number}"
            found |= {(sheet.file, cell.name): f"s{number}-{cell.name}" for cell in row.cells if cell.name}
    return found
