"""Withdrawals agree with the ledger: what was taken down stays down, whatever becomes of the file of withdrawals.

《个人信息保护法》第四十七条: what was published wrongly is deleted. A rollback of the
data or an edited row must not bring it back, so each row has its line and each line its row.
"""

import re
from collections.abc import Collection, Iterator, Sequence

from generator.approvals import LEDGER, Ledger
from generator.findings import Finding, Place, finding
from generator.office import Withdrawal
from generator.sources.listings import base_address

_VILLAGE = re.compile(r"-[0-9]{12}")


def withdrawal_findings(withdrawals: Collection[Withdrawal], ledger: Ledger) -> Iterator[Finding]:
    """Rows without a line, rows that name no approved list, and lines without a row."""
    lists = {each.subject for each in ledger.lines if each.event == "approve"}
    addresses = {base_address(each) for each in lists}
    for row in withdrawals:
        if row.notice not in lists | addresses and _VILLAGE.sub("", row.notice) not in addresses:
            yield finding("withdrawal-unknown", row.place)
        if ledger.find("withdraw", row.digest) is None:
            yield finding("withdrawal-unrecorded", row.place)
    rows = {row.digest for row in withdrawals}
    for line in ledger.lines:
        if line.event == "withdraw" and line.sha256 not in rows:
            yield finding("withdrawal-missing", Place(LEDGER, line=line.number), notice=line.subject)


def recorded_after(line: int, withdrawals: Sequence[Withdrawal], ledger: Ledger) -> tuple[Withdrawal, ...]:
    """The withdrawals recorded after `line` of the ledger: what was approved later is not concerned."""
    latest = {each.sha256: each.number for each in ledger.lines if each.event == "withdraw"}
    return tuple(row for row in withdrawals if latest.get(row.digest, 0) > line)
