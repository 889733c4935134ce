"""Canonical digests: the same content gives the same digest, whatever file it came in."""

import hashlib
import json
from collections.abc import Sequence
from decimal import Decimal
from json.encoder import encode_basestring
from typing import Any

from generator.approvals.statement import Sum
from generator.columns import column_type
from generator.exceptions import SetupError
from generator.kinds import Kind, KindColumn
from generator.writing import capital, capital_yuan

_TOGETHER = 10_000
_JSON = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"))
# Typed values in the order of the kind's columns; None for an empty cell.
Rows = Sequence[Sequence[Any]]


def rows_digests(kind: Kind, rows: Rows, salt: str) -> tuple[str, str]:
    """SHA-256 and SM3 (hex) over the salt, the kind's columns and every row in its order, one JSON array a line.

    SM3 (GB/T 32905) is the one that Chinese offices may be asked for. Encoding,
    line ends and file format do not count; every value does. Without the salt,
    which only the statement knows, the published digest would let anyone try
    out what a masked name or a hidden count is.
    """
    digests = hashlib.sha256(), _sm3()
    heading = _line([salt, *(column.name for column in kind.columns)])
    for digest in digests:
        digest.update(heading)
    for start in range(0, len(rows), _TOGETHER):
        columns = zip(*rows[start : start + _TOGETHER], strict=True)
        cells = [_json_cells(column, values) for column, values in zip(kind.columns, columns, strict=True)]
        lines = "]\n[".join(map(",".join, zip(*cells, strict=True)))
        for digest in digests:
            digest.update(f"[{lines}]\n".encode())
    sha256, sm3 = (digest.hexdigest() for digest in digests)
    return sha256, sm3


def disclosure_digest(kind: Kind) -> str:
    """SHA-256 (hex) of which columns are shown how, and where."""
    return hashlib.sha256(_line(kind.disclosure_rules())).hexdigest()


def sums(kind: Kind, rows: Rows) -> dict[str, Sum]:
    """The sum of every column that can be added up (yuan to the fen, or a count), in figures and in words."""
    result = {}
    for index, column in enumerate(kind.columns):
        if column.type in {"money", "count"}:
            values = [row[index] for row in rows if row[index] is not None]
            result[column.name] = _sum_of_money(values) if column.type == "money" else _sum_of_counts(values)
    return result


def _sum_of_money(values: list[Decimal]) -> Sum:
    total = sum(values, start=Decimal("0.00"))
    return Sum(figures=column_type("money").canonical(total), words=capital_yuan(total))


def _sum_of_counts(values: list[int]) -> Sum:
    total = sum(values)
    return Sum(figures=column_type("count").canonical(total), words=capital(total))


def grouped(digest: str) -> str:
    """The first 16 characters in groups of four, for reading aloud and comparing."""
    return in_fours(digest[:16])


def in_fours(digest: str) -> str:
    """All of it in groups of four."""
    return " ".join(digest[start : start + 4] for start in range(0, len(digest), 4))


def _sm3() -> Any:
    try:
        return hashlib.new("sm3")
    except ValueError as error:  # OpenSSL can be built without it
        raise SetupError("这台机器上 Python 用的 OpenSSL 没有国密 SM3 算法") from error


def _json_cells(column: KindColumn, values: Sequence[Any]) -> list[str]:
    """The values of a column as JSON strings; each different value is written once."""
    canonical = column_type(column.type).canonical
    known = {value: encode_basestring("" if value is None else canonical(value)) for value in set(values)}
    return [known[value] for value in values]


def _line(value: object) -> bytes:
    return _JSON.encode(value).encode("utf-8") + b"\n"
