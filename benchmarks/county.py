"""Times a county's build: `python -m benchmarks.county [--townships 20] [--pages 10000] [--rows 40]`.

The pages are spread over the townships, each an office of its own. Cold on one
core and on all, with nothing changed, and after a township has approved so
many of its lists anew as are one in a hundred of the county's.
Prints a table in Markdown; every figure is a whole process, in one run.
"""

import argparse
import os
import tempfile
from pathlib import Path

from benchmarks.office import change, copy_office, lists, make_office
from benchmarks.process import Measured, timed
from tests.offices import rewrite

_SITE = "https://hefeng.example.gov.cn/minzheng/"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--townships", type=int, default=20)
    parser.add_argument("--pages", type=int, default=10_000, help="notices of the whole county")
    parser.add_argument("--rows", type=int, default=40, help="rows of each notice")
    asked = parser.parse_args()
    cores = os.cpu_count() or 1
    with tempfile.TemporaryDirectory(prefix="gongshi-bench-") as name:
        county = Path(name) / "county"
        make_county(county, asked.townships, asked.pages // asked.townships, asked.rows)
        measured = [
            _built("cold, one core", county, "--clean", "--jobs", "1"),
            _built(f"cold, {cores} cores", county, "--clean", "--jobs", str(cores)),
            _built("nothing changed", county, "--jobs", "1"),
        ]
        changed = max(1, round(asked.townships * len(lists()) / 100))
        change(county / "townships" / "t01", changed)
        measured.append(_built(f"1 % of the lists changed: {changed} in one township", county, "--jobs", "1"))
        measured.append(_built("nothing changed, again", county, "--jobs", "1"))
    print(f"{asked.townships} townships, {asked.pages:,} notices of {asked.rows} rows\n\n{_table(measured)}")


def make_county(county: Path, townships: int, pages: int, rows: int) -> None:
    """The county's own office has no lists."""
    copy_office(county)
    for number in range(1, townships + 1):
        office = county / "townships" / f"t{number:02}"
        make_office(office, pages, rows, seed=number)
        rewrite(office / "data" / "office.yaml", _SITE, f"{_SITE}townships/t{number:02}/")


def _built(name: str, county: Path, *options: str) -> Measured:
    build = ["generator", "build", "--project", str(county), "--today", "2026-11-05", *options]
    return timed(name, build, county / "site")


def _table(measured: list[Measured]) -> str:
    """The last column says how much of the first line's time it takes."""
    lines = ["| | seconds | processor s | peak MB | pages | of the first |", "|---|---:|---:|---:|---:|---:|"]
    for each in measured:
        share = f"{each.seconds / measured[0].seconds:.1%}"
        cells = (f"{each.seconds:.2f}", f"{each.processor:.2f}", f"{each.megabytes:.0f}", f"{each.files}", share)
        lines.append(f"| {each.name} | {' | '.join(cells)} |")
    return "\n".join(lines)


if __name__ == "__main__":
    main()
