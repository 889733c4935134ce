"""The sample office as the checks see it, with one thing changed."""

from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from types import ModuleType

from generator.checks import Scope
from generator.examination import read_tables
from generator.findings import Finding
from generator.kinds import load_kinds
from generator.office import load_office
from generator.office.registers import Entry
from generator.project import Project
from generator.sources.listings import Listing
from generator.sources.readers.csv import parse as parse_csv
from generator.sources.readers.yaml import parse as parse_yaml
from generator.tables import Table, read_table
from tests.conftest import REPOSITORY

TODAY = date(2026, 11, 5)


@cache
def sample() -> Scope:
    """The whole sample office on its demonstration day."""
    project = Project(REPOSITORY)
    office, findings = load_office(project)
    kinds, kind_findings = load_kinds(project)
    assert office and not findings + kind_findings
    _, tables, _ = read_tables(project, kinds)
    return Scope(office, kinds, tables, {}, frozenset, TODAY)


def with_prose(*lines: str) -> Scope:
    """An office whose only list-like text is one page."""
    return replace(sample(), tables=(), kinds={}, prose={"content/page.md": lines})


def with_tables(*tables: Table, **changes: object) -> Scope:
    return replace(sample(), tables=tables, **changes)


def with_register(name: str, *entries: Entry, **changes: object) -> Scope:
    """The sample with another register `name`."""
    registers = sample().office.registers.model_copy(update={name: entries})
    return replace(sample(), office=replace(sample().office, registers=registers), **changes)


def table(
    kind: str, content: str, id: str = "example", suffix: str = "yaml", scope: Scope | None = None, **listing: str
) -> Table:
    """A standing list, or one of a round, from its text; of a kind of `scope`, else of the sample."""
    file = f"data/standing/{kind}/{id}.{suffix}"
    parse = parse_yaml if suffix == "yaml" else parse_csv
    made = Listing(Path(file), file, kind, **{"stage": "standing", "id": id, **listing})
    read, findings = read_table(made, (scope or sample()).kinds[kind], parse(content.encode(), file))
    assert not findings, findings
    return read


def found(check: ModuleType, scope: Scope) -> list[Finding]:
    """What a check reports, on every list it applies to and on the office."""
    findings: list[Finding] = []
    for each in scope.tables:
        if hasattr(check, "check") and (
            check.ALWAYS or check.__name__.rpartition(".")[2] in {c.name for c in each.kind.checks}
        ):
            findings += check.check(each, scope)
    if hasattr(check, "check_office"):
        findings += check.check_office(scope)
    return findings


def rules(check: ModuleType, scope: Scope) -> list[str]:
    return [each.rule for each in found(check, scope)]
