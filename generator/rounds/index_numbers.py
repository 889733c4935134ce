"""Registering the index numbers of what was approved: once given, a number stays."""

import csv
import io
import os

from generator.index_numbers import index_numbers
from generator.office import Office
from generator.project import Project
from generator.tables import Table

_FILE = ("data", "registers", "index_numbers.csv")
_HEADING = ("索引号", "文件", "名称")


def record_index_numbers(project: Project, table: Table, office: Office) -> tuple[str, ...]:
    """Appends the numbers that the register does not hold yet; returns them.

    What it holds is never changed here: `checks.index_numbers` reports a
    document or a number that is registered otherwise.
    """
    entries = office.registers.index_numbers
    known = {entry.number for entry in entries} | {entry.document for entry in entries}
    titles = table.values("title") if "title" in table.positions else [""] * table.row_count
    new = [
        (number, document, titles[row] or "")
        for row, document, number in index_numbers(table)
        if number not in known and document not in known
    ]
    if new:
        # Written whole, from what was read: the file may have come from a spreadsheet in another encoding.
        lines = io.StringIO()
        writer = csv.writer(lines, lineterminator="\n")
        writer.writerow(_HEADING)
        writer.writerows((entry.number, entry.document, entry.title) for entry in entries)
        writer.writerows(new)
        path = project.root.joinpath(*_FILE)
        beside = path.with_suffix(".new")
        beside.write_text(lines.getvalue(), encoding="utf-8")
        os.replace(beside, path)
    return tuple(number for number, _, _ in new)
