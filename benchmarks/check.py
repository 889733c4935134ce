"""Times `gongshi check` on one long list, beside pandas only reading the same file.

`python -m benchmarks.check [--rows 200000 ...]`. Every figure is a whole process,
all in one run on one machine: trust the ratios, not the seconds. The list is an
ordinary subsistence-allowance list, approved; every name in a village is different.
"""

import argparse
import csv
import os
import tempfile
from collections.abc import Iterator
from datetime import datetime
from itertools import product
from pathlib import Path

import xlsxwriter

from benchmarks.office import copy_office, write_villages
from benchmarks.process import Measured, timed
from generator.kinds import load_kinds
from generator.project import Project
from tests.sample_office.names import COMMON, FIRST, SECOND
from tests.sample_office.regenerate import HEADINGS, approve_all
from tests.sample_office.rounds import write_round

KIND, ROUND = "subsistence_allowance", "2026-11"
_PER_VILLAGE = 500


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, nargs="+", default=[50_000, 200_000, 1_000_000])
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="gongshi-bench-") as name:
        folder = Path(name)
        _measure(_office(folder / "warm", 1_000, "csv"))
        print(f"{os.cpu_count()} processors")
        print(f"{'rows':>10} {'format':>8} {'check s':>9} {'peak MB':>9} {'pandas s':>9} {'ratio':>7}")
        for rows in asked.rows:
            # A sheet of a workbook ends at row 1,048,576; the target for workbooks is 200,000 rows.
            for suffix in ("csv", "xlsx") if rows <= 200_000 else ("csv",):
                ours, pandas = _measure(_office(folder / f"{suffix}-{rows}", rows, suffix))
                ratio = ours.seconds / pandas.seconds
                figures = f"{ours.seconds:9.2f} {ours.megabytes:9.0f} {pandas.seconds:9.2f} {ratio:7.1f}"
                print(f"{rows:>10} {suffix:>8} {figures}", flush=True)


def _measure(office: Path) -> tuple[Measured, Measured]:
    """Our check of everything, and pandas reading the list."""
    (path,) = (office / "data" / "rounds" / ROUND).glob(f"{KIND}.public_notice.[cx]*")
    ours = ["generator", "check", "--project", str(office), "--today", "2026-11-05"]
    return timed("check", ours, office), timed("pandas", ["benchmarks.read", str(path)], office)


def _office(folder: Path, rows: int, suffix: str) -> Path:
    copy_office(folder)
    villages = write_villages(folder, -(-rows // _PER_VILLAGE))
    target = folder / "data" / "rounds" / ROUND
    target.mkdir(parents=True)
    write_round(target, ROUND, {(KIND, "public_notice"): villages}, load_kinds(Project(folder))[0])
    path = target / f"{KIND}.public_notice.{suffix}"
    content = [HEADINGS[KIND], *_rows(villages, rows)]
    if suffix == "csv":
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file, lineterminator="\n").writerows(content)
    else:
        _write_workbook(path, content)
    approve_all(Project(folder))
    return folder


def _rows(villages: list[str], count: int) -> Iterator[list[str]]:
    names = ["".join(parts) for parts in product(COMMON[:50], FIRST[:40], SECOND[:40])]
    for number in range(count):
        amount = f"{300 + number * 7 % 900}.00"
        yield [villages[number // _PER_VILLAGE], names[number % len(names)], str(1 + number % 3), amount]


def _write_workbook(path: Path, content: list[list[str]]) -> None:
    with xlsxwriter.Workbook(path, {"constant_memory": True}) as workbook:
        workbook.set_properties({"created": datetime(2026, 1, 1)})
        sheet = workbook.add_worksheet("名单")
        for number, row in enumerate(content):
            sheet.write_row(
                number, 0, [float(cell) if number and index > 1 else cell for index, cell in enumerate(row)]
            )


if __name__ == "__main__":
    main()
