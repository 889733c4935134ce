"""Canonical digests: the same content gives the same digest, whatever file it came in."""

import hashlib
import json
from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from generator.columns import column_type
from generator.kinds import Kind

# Typed values in the order of the kind's columns; None for an empty cell.
Rows = Sequence[Sequence[Any]]


def rows_digest(kind: Kind, rows: Rows) -> str:
    """SHA-256 (hex) over the kind's columns and every row in its order, one JSON array a line.

    Encoding, line ends and file format do not count; every value does.
    """
    digest = hashlib.sha256()
    digest.update(_line([column.name for column in kind.columns]))
    types = [column_type(column.type) for column in kind.columns]
    for row in rows:
        digest.update(
            _line(["" if value is None else type.canonical(value) for type, value in zip(types, row, strict=True)])
        )
    return digest.hexdigest()


def disclosure_digest(kind: Kind) -> str:
    """SHA-256 (hex) of which columns are shown how, and where."""
    return hashlib.sha256(_line(kind.disclosure_rules())).hexdigest()


def sums(kind: Kind, rows: Rows) -> dict[str, str]:
    """The sum of every column that can be added up, as exact text (yuan to the fen, or a count)."""
    result = {}
    for index, column in enumerate(kind.columns):
        if column.type in {"money", "count"}:
            values = [row[index] for row in rows if row[index] is not None]
            zero = Decimal("0.00") if column.type == "money" else 0
            result[column.name] = column_type(column.type).canonical(sum(values, start=zero))
    return result


def grouped(digest: str) -> str:
    """The first 16 characters in groups of four, for reading aloud and comparing."""
    return " ".join(digest[start : start + 4] for start in range(0, 16, 4))


def _line(value: object) -> bytes:
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return text.encode("utf-8") + b"\n"
