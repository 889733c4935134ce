"""Approval: the statement beside each list, and the digests it signs."""

from generator.approvals.digests import disclosure_digest, grouped, rows_digest, sums
from generator.approvals.statement import BrokenStatement, Statement, load_statement, statement_bytes

__all__ = [
    "BrokenStatement",
    "Statement",
    "disclosure_digest",
    "grouped",
    "load_statement",
    "rows_digest",
    "statement_bytes",
    "sums",
]
