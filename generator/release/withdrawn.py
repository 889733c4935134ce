"""What was withdrawn, for take-downs that must not wait until an office's files are in order.

Read from the ledger and from the file of withdrawals, each line for itself:
what cannot be read is reported and hinders no other line.
"""

import csv
import re
import sys

from pydantic import ValidationError

from generator.approvals import LEDGER
from generator.approvals.ledger import Line
from generator.findings import Finding, Place, finding
from generator.office.withdrawals import WITHDRAWALS, Withdrawal
from generator.project import Project
from generator.sources.csv import decoded
from generator.sources.listings import subject_of

_SUBJECT = re.compile(r"[0-9A-Za-z_.-]+(?:/[0-9A-Za-z_.-]+){1,2}")
_COLUMNS = tuple(str(field.alias) for field in Withdrawal.model_fields.values())
# Later than every approval: what no line of the ledger dates is taken down in any case.
UNRECORDED = sys.maxsize


def withdrawn_in(project: Project) -> tuple[dict[str, int], tuple[Finding, ...]]:
    """The ledger's line of the latest withdrawal of each notice or list, and what could not be read.

    A row without a line in the ledger counts as withdrawn whatever was approved since.
    """
    recorded, findings = _ledger_lines(project)
    withdrawn = {line.subject: line.number for line in recorded}
    digests = {line.sha256 for line in recorded}
    for number, text in enumerate(_text_lines(project), start=1):
        place = Place(WITHDRAWALS, line=number)
        cells = [cell.strip() for cell in next(csv.reader([text]), [])]
        if not any(cells) or tuple(cells) == _COLUMNS:
            continue
        row = _row(cells)
        if row and row.digest in digests:
            continue
        findings.append(finding("withdrawal-unrecorded", place) if row else finding("withdrawal-unreadable", place))
        if _SUBJECT.fullmatch(subject := subject_of(cells[0])):
            withdrawn[subject] = UNRECORDED
    return withdrawn, tuple(findings)


def _ledger_lines(project: Project) -> tuple[list[Line], list[Finding]]:
    lines: list[Line] = []
    findings: list[Finding] = []
    for number, text in enumerate(_bytes(project, LEDGER).splitlines(), start=1):
        try:
            lines.append(Line.model_validate_json(text))
        except ValidationError:
            findings.append(finding("ledger-broken", Place(LEDGER, line=number), number=number))
    return [line for line in lines if line.event == "withdraw"], findings


def _text_lines(project: Project) -> list[str]:
    content = _bytes(project, WITHDRAWALS)
    text = decoded(content, ("utf-8-sig", "gb18030"))
    return (content.decode("utf-8", "replace") if text is None else text).splitlines()


def _row(cells: list[str]) -> Withdrawal | None:
    try:
        return Withdrawal.model_validate(dict(zip(_COLUMNS, cells, strict=True)))
    except ValueError:  # pydantic's own error is one
        return None


def _bytes(project: Project, file: str) -> bytes:
    try:
        return (project.root / file).read_bytes()
    except FileNotFoundError:
        return b""
