"""Makes what `benchmarks.pages` builds: `python -m benchmarks.office FOLDER --pages 1000 --rows 40`.

FOLDER/office is an office of four relief lists over many villages, approved;
FOLDER/plain, FOLDER/hugo and FOLDER/eleventy are the same notices for the peers.
`--change` instead puts new people on one notice in a hundred and approves that list again.
All people are invented, from a seeded source.
"""

import argparse
import csv
import re
import shutil
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from random import Random

from benchmarks.peers import eleventy, hugo, plain
from benchmarks.peers.shown import notices
from generator.kinds import Kind, load_kinds
from generator.project import Project
from tests.sample_office.names import Names
from tests.sample_office.regenerate import HEADINGS, approve_all
from tests.sample_office.rounds import write_round

REPOSITORY = Path(__file__).parents[1]
ROUND, STAGE = "2026-11", "public_notice"
TITLES = {
    "subsistence_allowance": "最低生活保障",
    "extreme_poverty_support": "特困人员救助供养",
    "temporary_assistance": "临时救助",
    "old_age_allowance": "高龄津贴",
}
_SEED = 20261105
# Villages in which no two people have the same name.
_SHARED = 500
_THIRD = {
    "subsistence_allowance": ("1", "2", "3"),
    "extreme_poverty_support": ("分散供养", "集中供养"),
    "temporary_assistance": ("支出型困难", "意外事件", "火灾", "子女教育"),
}


def make(folder: Path, pages: int, rows: int) -> None:
    """The office and what its peers build: `pages` notices of `rows` rows each."""
    office = folder / "office"
    villages = make_office(office, pages, rows)
    _write_peers(folder, load_kinds(Project(office))[0], villages)


def make_office(office: Path, pages: int, rows: int) -> list[str]:
    """An office with that many notices; the names of its villages."""
    random = Random(_SEED)
    copy_office(office)
    villages = write_villages(office, -(-pages // len(TITLES)))
    (office / "data" / "rounds" / ROUND).mkdir(parents=True)
    kinds, _ = load_kinds(Project(office))
    listed = {(kind, "public_notice"): villages for kind in TITLES}
    write_round(office / "data" / "rounds" / ROUND, ROUND, listed, kinds)
    for number, kind in enumerate(TITLES):
        count = len(range(number, pages, len(TITLES)))
        table = list(_rows(kind, villages[:count], rows, random, _staff(office)))
        _write_csv(_list(office, kind), [HEADINGS[kind], *table])
    approve_all(Project(office))
    return villages


def change(office: Path, share: float = 0.01) -> None:
    """In that share of all notices, all of them in the first list, somebody new takes the place of somebody."""
    random = Random(_SEED + 1)
    tables = {kind: _read_csv(_list(office, kind)) for kind in TITLES}
    kind = next(iter(TITLES))
    heading, *rows = tables[kind]
    notices = [list(group) for _, group in groupby(rows, key=lambda row: row[0])]
    total = sum(len({row[0] for row in table[1:]}) for table in tables.values())
    for notice in notices[:: max(1, round(len(notices) / (total * share)))]:
        taken = _staff(office) | {row[1] for row in notice}
        notice[0][:] = _row(kind, notice[0][0], random, Names(random, taken))
    _write_csv(_list(office, kind), [heading, *rows])
    approve_all(Project(office))


def copy_office(office: Path) -> None:
    """Prose, settings and registers of the sample; its kinds without posters and ballots, which are not timed."""
    shutil.copytree(REPOSITORY / "content", office / "content")
    shutil.copy(REPOSITORY / "mkdocs.yml", office)
    registers = office / "data" / "registers"
    shutil.copytree(REPOSITORY / "data" / "registers", registers)
    # Whatever belongs to a village of the sample: the villages are others here.
    for name in ("deaths", "premises"):
        (registers / f"{name}.csv").unlink()
    heading, *staff = _read_csv(registers / "staff.csv")
    served = heading.index("服务村")
    _write_csv(registers / "staff.csv", [heading, *(row for row in staff if not row[served])])
    settings = (REPOSITORY / "data" / "office.yaml").read_text(encoding="utf-8")
    # As it is unless an office asks for them: every page a second time, to paste into a portal.
    assert "fragments: true" in settings
    (office / "data" / "office.yaml").write_text(
        settings.replace("fragments: true", "fragments: false"), encoding="utf-8"
    )
    (office / "data" / "kinds").mkdir()
    for path in (REPOSITORY / "data" / "kinds").glob("*.yaml"):
        text = re.sub(r"^posters:\n(?:  .*\n)+", "posters: []\n", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
        text = re.sub(r"^evidence: .*\n", "", text, flags=re.MULTILINE)
        (office / "data" / "kinds" / path.name).write_text(text, encoding="utf-8")


def write_villages(office: Path, count: int) -> list[str]:
    """Invented villages, numbered in Chinese; a digit in a name would be no name of a village."""
    path = office / "data" / "registers" / "villages.csv"
    heading, first, *_ = _read_csv(path)
    numerals = str.maketrans("0123456789", "甲乙丙丁戊己庚辛壬癸")
    names = [f"{number:04}".translate(numerals) + "村" for number in range(count)]
    codes = range(990101200001, 990101200001 + count)
    _write_csv(path, [heading, *([str(code), name, *first[2:]] for code, name in zip(codes, names, strict=True))])
    return names


def _rows(kind: str, villages: list[str], rows: int, random: Random, staff: set[str]) -> Iterator[list[str]]:
    """`rows` for each village. There are not enough names for a county: some thousand people never share one."""
    for start in range(0, len(villages), _SHARED):
        names = Names(random, staff)
        yield from (
            _row(kind, village, random, names) for village in villages[start : start + _SHARED] for _ in range(rows)
        )


def _row(kind: str, village: str, random: Random, names: Names) -> list[str]:
    third = [random.choice(_THIRD[kind])] if kind in _THIRD else []
    return [village, names.next(), *third, f"{random.randrange(60, 2400, 5)}.00"]


def _write_peers(folder: Path, kinds: dict[str, Kind], villages: list[str]) -> None:
    """The same notices for every peer, each in its own folder."""
    tables = {kind: _read_csv(_list(folder / "office", kind))[1:] for kind in TITLES}
    published = [notice for kind in TITLES for notice in notices(kinds[kind], villages, tables[kind])]
    plain.write(folder / "plain", published)
    hugo.write(folder / "hugo", published)
    eleventy.write(folder / "eleventy", published)


def _list(office: Path, kind: str) -> Path:
    return office / "data" / "rounds" / ROUND / f"{kind}.{STAGE}.csv"


def _staff(office: Path) -> set[str]:
    return {row[0] for row in _read_csv(office / "data" / "registers" / "staff.csv")}


def _read_csv(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file))


def _write_csv(path: Path, rows: list[list[str]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows(rows)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--pages", type=int, default=1000)
    parser.add_argument("--rows", type=int, default=40)
    parser.add_argument("--change", action="store_true")
    asked = parser.parse_args()
    if asked.change:
        change(asked.folder / "office")
    else:
        make(asked.folder, asked.pages, asked.rows)
