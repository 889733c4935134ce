"""Approval: the statement beside each list, the digests it holds, and the ledger of all statements."""

from generator.approvals.digests import disclosure_digest, grouped, rows_digests, sums
from generator.approvals.ledger import LEDGER, Ledger, append, load_ledger, longer
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
    "BrokenStatement",
    "Correction",
    "Ledger",
    "Predecessor",
    "Statement",
    "append",
    "disclosure_digest",
    "grouped",
    "load_ledger",
    "load_statement",
    "longer",
    "rows_digests",
    "statement_bytes",
    "statement_digest",
    "sums",
]
