"""Approval: the statement beside each list, the digests it holds, and the ledger of all statements."""

from generator.approvals.digests import disclosure_digest, grouped, in_fours, rows_digests, sums
from generator.approvals.ledger import (
    LEDGER,
    BrokenLedger,
    Ledger,
    append,
    is_withdrawn,
    ledger_bytes,
    load_ledger,
    longer,
    read_ledger,
)
from generator.approvals.statement import (
    BrokenStatement,
    Correction,
    Predecessor,
    Statement,
    load_statement,
    statement_bytes,
    statement_digest,
)

__all__ = [
    "LEDGER",
    "BrokenLedger",
    "BrokenStatement",
    "Correction",
    "Ledger",
    "Predecessor",
    "Statement",
    "append",
    "disclosure_digest",
    "grouped",
    "in_fours",
    "is_withdrawn",
    "ledger_bytes",
    "load_ledger",
    "load_statement",
    "longer",
    "read_ledger",
    "rows_digests",
    "statement_bytes",
    "statement_digest",
    "sums",
]
