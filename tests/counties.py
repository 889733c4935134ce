"""A small county: the county's own office, and townships cut from the sample, each under a name of its own."""

import shutil
from pathlib import Path

from generator.project import Project
from tests.offices import rewrite, small_office
from tests.sample_office.regenerate import approve_all

SITE = "https://qingchuan.example.gov.cn/minzheng/"
NAMES = ("禾风镇", "柳溪镇", "石桥乡", "云岭乡")


def small_county(repository: Path, folder: Path, names: tuple[str, ...] = NAMES) -> None:
    """Townships `t1`, `t2` and so on, all with the same lists of invented people; the county's office has none."""
    small_office(repository, folder / "townships" / "t1")
    shutil.copytree(folder / "townships" / "t1", folder, dirs_exist_ok=True, ignore=_without_lists)
    settings = folder / "data" / "office.yaml"
    rewrite(settings, "https://hefeng.example.gov.cn/minzheng/", SITE)
    rewrite(settings, "\nname: 禾风镇社会事务办公室", "\nname: 晴川县民政局")
    (folder / "data" / "ledger.jsonl").unlink()
    approve_all(Project(folder))
    first = folder / "townships" / "t1"
    for number, name in enumerate(names[1:], start=2):
        shutil.copytree(first, folder / "townships" / f"t{number}")
        rewrite(
            folder / "townships" / f"t{number}" / "data" / "office.yaml", "\ntownship: 禾风镇", f"\ntownship: {name}"
        )
    for number in range(1, len(names) + 1):
        own = folder / "townships" / f"t{number}" / "data" / "office.yaml"
        rewrite(own, "https://hefeng.example.gov.cn/minzheng/", f"{SITE}townships/t{number}/")


def _without_lists(folder: str, names: list[str]) -> set[str]:
    """What the county's own office does not need of a township's."""
    return {"rounds", "standing"} & set(names)
