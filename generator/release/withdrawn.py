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
from generator.sources.listings import subject_of
from generator.sources.readers.csv import decoded

_SUBJECT = re.compile(r"[0-9A-Za-z_.-]+(?:/[0-9A-Za-z_.-]+){1,2}")
_COLUMNS = tuple(str(field.alias) for field in Withdrawal.model_fields.values())
# Beyond any row that can be right; the reader gives up at very long cells.
_LONGEST_LINE = 1000
# Later than every approval: what no line of the ledger dates is taken down in any case.
UNRECORDED = sys.maxsize


def withdrawn_in(project: Project) -> tuple[dict[str, int], tuple[Finding, ...]]:
    """The ledger's line of the latest withdrawal of each notice or list, and what could not be read.

    A row without a line in the ledger counts as withdrawn whatever was approved since.
    """
    findings: list[Finding] = []
    recorded = _withdrawals_of_the_ledger(project, findings)
    withdrawn = {line.subject: line.number for line in recorded}
    digests = {line.sha256 for line in recorded}
    for number, text in enumerate(_text_lines(project, findings), start=1):
        place = Place(WITHDRAWALS, line=number)
        cells = [cell.strip() for cell in next(csv.reader([text[:_LONGEST_LINE]]), [])]
        if not any(cells) or tuple(cells) == _COLUMNS:
            continue
        row = _row(cells)
        if row and row.digest in digests:
            continue
        findings.append(finding("withdrawal-unrecorded", place) if row else finding("withdrawal-unreadable", place))
        if _SUBJECT.fullmatch(subject := subject_of(cells[0])):
            withdrawn[subject] = UNRECORDED
    return withdrawn, tuple(findings)


def _withdrawals_of_the_ledger(project: Project, findings: list[Finding]) -> list[Line]:
    """The chain is not looked at: a line that can be read says what was withdrawn, even after a broken one."""
    lines: list[Line] = []
    for number, text in enumerate(_bytes(project, LEDGER, findings).splitlines(), start=1):
        try:
            lines.append(Line.model_validate_json(text))
        except ValidationError:
            findings.append(finding("ledger-broken", Place(LEDGER, line=number), number=number))
    return [line for line in lines if line.event == "withdraw"]


def _text_lines(project: Project, findings: list[Finding]) -> list[str]:
    content = _bytes(project, WITHDRAWALS, findings)
    text = decoded(content, ("utf-8-sig", "gb18030"))
    return (content.decode("utf-8", "replace") if text is None else text).splitlines()


def _row(cells: list[str]) -> Withdrawal | None:
    try:
        return Withdrawal.model_validate(dict(zip(_COLUMNS, cells, strict=True)))
    except ValueError:  # pydantic's own error is one
        return None


def _bytes(project: Project, file: str, findings: list[Finding]) -> bytes:
    """The content of a file; one that is not there is empty."""
    path = project.root / file
    try:
        return path.read_bytes() if path.exists() else b""
    except OSError:
        findings.append(finding("file-unreadable", Place(file)))
        return b""
