"""Makes what `benchmarks.pages` builds: `python -m benchmarks.office FOLDER --pages 1000 --rows 40`.

FOLDER/office is an office of 28 relief lists, each of a kind of its own, all on notice.
As many villages share them as in a county of 350 villages and 10,000 notices.
FOLDER/plain, FOLDER/hugo and FOLDER/eleventy are the same notices for the peers.
`--change` instead puts somebody new on every notice of one list and approves it
again. All people are invented, from a seeded source.
"""

import argparse
import csv
import re
import shutil
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from random import Random

from benchmarks.peers import eleventy, hugo, plain
from benchmarks.peers.shown import notices
from generator.kinds import load_kinds
from generator.project import Project
from tests.sample_office.names import Names
from tests.sample_office.regenerate import HEADINGS, approve_all
from tests.sample_office.rounds import write_round

REPOSITORY = Path(__file__).parents[1]
ROUND, STAGE = "2026-11", "public_notice"
# Kinds that the sample has, and as many again under other titles: 28 in all.
_AGAIN = "乙丙丁戊己庚"
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
    kinds = load_kinds(Project(office))[0]
    published = [
        notice
        for kind, base in lists().items()
        for notice in notices(kinds[kind], base, villages, _read_csv(_path(office, kind))[1:])
    ]
    plain.write(folder / "plain", published)
    hugo.write(folder / "hugo", published)
    eleventy.write(folder / "eleventy", published)


def make_office(office: Path, pages: int, rows: int, seed: int = _SEED) -> list[str]:
    """An office with that many notices; the names of its villages. Another seed gives other people."""
    random = Random(seed)
    copy_office(office)
    kinds = lists()
    villages = write_villages(office, -(-pages // len(kinds)))
    folder = office / "data" / "rounds" / ROUND
    folder.mkdir(parents=True)
    listed = {(kind, STAGE): villages for kind in kinds}
    write_round(folder, ROUND, listed, load_kinds(Project(office))[0])
    for number, (kind, base) in enumerate(kinds.items()):
        count = len(range(number, pages, len(kinds)))
        table = list(_rows(base, villages[:count], rows, random, _staff(office)))
        _write_csv(_path(office, kind), [HEADINGS[base], *table])
    approve_all(Project(office))
    return villages


def lists() -> dict[str, str]:
    """The kind of each list, and that of the sample which it is like."""
    return {f"{kind}_{number}" if number else kind: kind for number in range(len(_AGAIN) + 1) for kind in TITLES}


def change(office: Path, count: int = 1) -> None:
    """Somebody new takes the place of the first on every notice of so many lists."""
    random = Random(_SEED + 1)
    for kind, base in islice(lists().items(), count):
        heading, *rows = _read_csv(_path(office, kind))
        names = Names(random, _staff(office) | {row[1] for row in rows})
        first = {row[0]: row for row in reversed(rows)}
        for village, row in first.items():
            row[:] = _row(base, village, random, names)
        _write_csv(_path(office, kind), [heading, *rows])
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
        for number, mark in enumerate(_AGAIN, start=1) if path.stem in TITLES else ():
            again = re.sub(r"^((?:short_)?title: .*)$", rf"\1{mark}", text, flags=re.MULTILINE)
            (office / "data" / "kinds" / f"{path.stem}_{number}.yaml").write_text(again, encoding="utf-8")


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


def _path(office: Path, kind: str) -> Path:
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
