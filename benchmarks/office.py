"""Makes what `benchmarks.pages` builds: `python -m benchmarks.office FOLDER --pages 1000 --rows 40`.

FOLDER/office is an office of four relief lists a month for seven months, all of them
announced. As many villages share them as in a county of 350 villages and 10,000
notices. The same people are on a list month after month, but for one in fifty.
FOLDER/plain, FOLDER/hugo and FOLDER/eleventy are the same notices for the peers.
`--change` instead puts somebody new on every notice of one list and approves it
again. All people are invented, from a seeded source.
"""

import argparse
import csv
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from random import Random

from benchmarks.peers import eleventy, hugo, plain
from benchmarks.peers.shown import notices
from generator.kinds import load_kinds
from generator.project import Project
from tests.sample_office.names import Names
from tests.sample_office.regenerate import HEADINGS, approve_all

REPOSITORY = Path(__file__).parents[1]
ROUNDS, STAGE = [f"2026-{month:02}" for month in range(5, 12)], "announcement"
TITLES = {
    "subsistence_allowance": "最低生活保障",
    "extreme_poverty_support": "特困人员救助供养",
    "temporary_assistance": "临时救助",
    "old_age_allowance": "高龄津贴",
}
_SEED = 20261105
# Villages in which no two people have the same name.
_SHARED = 500
# One in so many rows of a list is somebody else a month later.
_STAY = 50
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
        for kind, name in lists()
        for notice in notices(kinds[kind], name, villages, _read_csv(_path(office, kind, name))[1:])
    ]
    plain.write(folder / "plain", published)
    hugo.write(folder / "hugo", published)
    eleventy.write(folder / "eleventy", published)


def make_office(office: Path, pages: int, rows: int) -> list[str]:
    """An office with that many notices; the names of its villages."""
    random = Random(_SEED)
    copy_office(office)
    numbered = list(enumerate(lists()))
    villages = write_villages(office, -(-pages // len(numbered)))
    for name in ROUNDS:
        (office / "data" / "rounds" / name).mkdir(parents=True)
        (office / "data" / "rounds" / name / "round.yaml").write_text(_round(name), encoding="utf-8")
    tables: dict[str, list[list[str]]] = {}
    for number, (kind, name) in numbered:
        count = len(range(number, pages, len(numbered)))
        table = tables.get(kind) or list(_rows(kind, villages, rows, random, _staff(office)))
        tables[kind] = _next_month(kind, table, random, _staff(office))
        _write_csv(_path(office, kind, name), [HEADINGS[kind], *table[: count * rows]])
    approve_all(Project(office))
    return villages


def lists() -> list[tuple[str, str]]:
    """Kind and round of each list."""
    return [(kind, name) for name in ROUNDS for kind in TITLES]


def change(office: Path) -> None:
    """Somebody new takes the place of the first on every notice of the first list of the last round."""
    random = Random(_SEED + 1)
    kind, name = next(iter(TITLES)), ROUNDS[-1]
    heading, *rows = _read_csv(_path(office, kind, name))
    names = Names(random, _staff(office) | {row[1] for row in rows})
    first = {row[0]: row for row in reversed(rows)}
    for village, row in first.items():
        row[:] = _row(kind, village, random, names)
    _write_csv(_path(office, kind, name), [heading, *rows])
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
        if path.stem in TITLES:
            # Of seven months only one could be on notice: shown as announcements, all pages have their rows.
            text = re.sub(r"^stages: .*\n", "stages: [announcement]\n", text, flags=re.MULTILINE)
            text += "notice_exemption: 只用来计时的名单\n"
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


def _round(name: str) -> str:
    """`round.yaml`: decided in the middle of the month before, shown from the start of the month."""
    year, month = map(int, name.split("-"))
    return f"""schema: 1
title: {year}年{month}月
summary: {month}月按月调整。
stages:
  {STAGE}:
    decided_by: 晴川县禾风镇人民政府
    decided_on: "{year}-{month - 1:02}-18"
    document_number: 禾政民示〔{year}〕{month}号
    minutes: 禾联纪〔{year}〕{month}号
    first_day: "{year}-{month:02}-02"
    published: "{year}-{month:02}-02 09:00"
"""


def _rows(kind: str, villages: list[str], rows: int, random: Random, staff: set[str]) -> Iterator[list[str]]:
    """`rows` for each village. There are not enough names for a county: some thousand people never share one."""
    for start in range(0, len(villages), _SHARED):
        names = Names(random, staff)
        yield from (
            _row(kind, village, random, names) for village in villages[start : start + _SHARED] for _ in range(rows)
        )


def _next_month(kind: str, table: list[list[str]], random: Random, staff: set[str]) -> list[list[str]]:
    names = Names(random, staff | {row[1] for row in table})
    return [row if random.randrange(_STAY) else _row(kind, row[0], random, names) for row in table]


def _row(kind: str, village: str, random: Random, names: Names) -> list[str]:
    third = [random.choice(_THIRD[kind])] if kind in _THIRD else []
    return [village, names.next(), *third, f"{random.randrange(60, 2400, 5)}.00"]


def _path(office: Path, kind: str, name: str) -> Path:
    return office / "data" / "rounds" / name / f"{kind}.{STAGE}.csv"


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
