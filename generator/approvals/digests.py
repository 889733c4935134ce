"""Canonical digests: the same content gives the same digest, whatever file it came in."""

import hashlib
import json
from collections.abc import Sequence
from decimal import Decimal
from json.encoder import encode_basestring
from typing import Any

from generator.columns import column_type
from generator.kinds import Kind, KindColumn

_TOGETHER = 10_000
_JSON = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"))
# Typed values in the order of the kind's columns; None for an empty cell.
Rows = Sequence[Sequence[Any]]


def rows_digest(kind: Kind, rows: Rows, salt: str) -> str:
    """SHA-256 (hex) over the salt, the kind's columns and every row in its order, one JSON array a line.

    Encoding, line ends and file format do not count; every value does. Without
    the salt, which only the statement knows, the published digest would let
    anyone try out what a masked name or a hidden count is.
    """
    digest = hashlib.sha256(_line([salt, *(column.name for column in kind.columns)]))
    for start in range(0, len(rows), _TOGETHER):
        columns = zip(*rows[start : start + _TOGETHER], strict=True)
        cells = [_json_cells(column, values) for column, values in zip(kind.columns, columns, strict=True)]
        lines = "]\n[".join(map(",".join, zip(*cells, strict=True)))
        digest.update(f"[{lines}]\n".encode())
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


def _json_cells(column: KindColumn, values: Sequence[Any]) -> list[str]:
    """The values of a column as JSON strings; each different value is written once."""
    canonical = column_type(column.type).canonical
    known = {value: encode_basestring("" if value is None else canonical(value)) for value in set(values)}
    return [known[value] for value in values]


def _line(value: object) -> bytes:
    return _JSON.encode(value).encode("utf-8") + b"\n"
