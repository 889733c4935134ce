"""The lists that count: what was approved, and may be disclosed as a whole."""

from collections.abc import Iterable

from generator.approvals import Ledger
from generator.findings import Finding, has_errors
from generator.gates.approval import Approved, approve_gate
from generator.gates.privacy import policy_findings
from generator.office import Office
from generator.tables import Table


def approved_lists(
    tables: Iterable[Table], office: Office, ledger: Ledger
) -> tuple[tuple[Approved, ...], tuple[Finding, ...]]:
    """The tables that pass the approval gate, and why the others do not."""
    passed: list[Approved] = []
    findings: list[Finding] = []
    for table in tables:
        one, problems = approve_gate(table, office, ledger)
        if one is not None:
            problems += policy_findings(one)
        findings += problems
        if one is not None and not has_errors(problems):
            passed.append(one)
    return tuple(passed), tuple(findings)
