"""The formats of open data: CSV and XLSX for people, JSON and a table schema for programs.

All say the same: the exact values of the page. Nothing in them can run: what
spreadsheet software would take for a formula is made plain text.
"""

import csv
import io
from collections.abc import Callable, Sequence
from datetime import datetime
from decimal import Decimal, InvalidOperation
from typing import Any

import xlsxwriter
from pydantic_core import to_json

from generator.edition.open_lists import OpenList
from generator.exceptions import GongshiError
from generator.notices import Column

# A cell that begins like this is run as a formula; the full-width ones, too, where people write Chinese.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_NUMBERS = {"money": "#,##0.00", "count": "#,##0"}
# Fixed, so that the same list gives the same bytes; the format knows no time zone.
_CREATED = datetime(2026, 1, 1)
_WIDEST = 60
# What stands for a count that is hidden because it is small.
HIDDEN = "*"
# Table Schema (Frictionless) by type of column; all others are text.
_SCHEMA: dict[str, dict[str, Any]] = {
    "money": {"type": "number"},
    "count": {"type": "integer"},
    "date": {"type": "date", "format": "%Y-%m-%d"},
    "month": {"type": "yearmonth"},
}


def harmless(text: str) -> str:
    """The text with an apostrophe in front if spreadsheet software would run it."""
    return f"'{text}" if text.startswith(_FORMULA) else text


def as_csv(table: OpenList) -> bytes:
    """UTF-8 with a byte order mark, because spreadsheet software here still needs it (RFC 4180 otherwise)."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(column.title for column in table.columns)
    writer.writerows([harmless(text) for text in row] for row in table.rows)
    return out.getvalue().encode("utf-8-sig")


def as_json(table: OpenList) -> bytes:
    """One object per row. Counts are numbers; amounts are text, because a number in JSON may lose a fen."""
    titles = [column.title for column in table.columns]
    rows = [dict(zip(titles, map(_json_value, table.columns, row), strict=True)) for row in table.rows]
    # A row a line.
    return b"[\n" + b",\n".join(map(to_json, rows)) + b"\n]\n"


def as_xlsx(table: OpenList) -> bytes:
    """A fresh workbook: numbers are numbers, everything else is text, nothing is hidden in it."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        book.set_properties({"title": table.title, "created": _CREATED})
        bold = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
        text = book.add_format({"num_format": "@", "valign": "top", "text_wrap": True})
        numbers = {name: book.add_format({"num_format": form, "valign": "top"}) for name, form in _NUMBERS.items()}
        sheet = book.add_worksheet("名单" if table.facts.noun == "名单" else "明细")
        sheet.freeze_panes(1, 0)
        for index, column in enumerate(table.columns):
            cells = [row[index] for row in table.rows]
            sheet.set_column(index, index, _width([column.title, *cells]))
            sheet.write_string(0, index, column.title, bold)
            for line, cell in enumerate(cells, start=1):
                number = _number(column, cell)
                if number is not None:
                    sheet.write_number(line, index, number, numbers[column.type])
                elif sheet.write_string(line, index, cell, text):
                    raise GongshiError(f"{table.slug}: a cell is too long for a workbook")
    return out.getvalue()


WRITERS: dict[str, Callable[[OpenList], bytes]] = {"csv": as_csv, "xlsx": as_xlsx, "json": as_json}


def table_schema(columns: Sequence[Column]) -> dict[str, Any]:
    """The Table Schema of a list; `unit` is a property of our own."""
    return {
        "fields": [
            {
                "name": column.title,
                **_SCHEMA.get(column.type, {"type": "string"}),
                **({"unit": column.unit} if column.unit else {}),
            }
            for column in columns
        ],
        "missingValues": ["", HIDDEN],
    }


def _number(column: Column, text: str) -> float | None:
    """The value of a cell of numbers; a hidden count has none. Amounts below 10¹³ yuan are exact to the fen."""
    if column.type not in _NUMBERS:
        return None
    try:
        return float(Decimal(text))
    except InvalidOperation:
        return None


def _json_value(column: Column, text: str) -> str | int | None:
    if column.type == "count":
        return int(text) if text.isdigit() else (text or None)
    return text


def _width(cells: Sequence[str]) -> int:
    """In characters of the sheet's font: Chinese ones are two wide."""
    widest = 0
    for cell in cells:
        if 2 * len(cell) > widest:
            widest = max(widest, sum(2 if ord(each) > 0x2E80 else 1 for each in cell))
    return min(widest, _WIDEST) + 2
