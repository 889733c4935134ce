"""After any edits, in any order, a release is the one that a clean build makes: what is kept only saves time."""

import csv
import shutil
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from random import Random

import pytest

from generator.cli import run
from generator.project import Project
from generator.release.layout import current_release
from tests.line.test_release import release_tree

LISTS = ("old_age_allowance", "temporary_assistance")
FIRST_DAY = date(2026, 11, 5)


class Clerk:
    """An office of which somebody edits something; `day` is its today."""

    def __init__(self, project: Project, seed: int) -> None:
        self.root, self.random, self.day = project.root, Random(seed), FIRST_DAY
        self.done: list[str] = []

    def run(self, *arguments: object) -> int:
        return run([str(each) for each in arguments] + ["--project", str(self.root), "--today", self.day.isoformat()])

    def build(self, *options: object) -> int:
        return self.run("build", *options)

    def list(self) -> Path:
        return self.root / f"data/rounds/2026-11/{self.random.choice(LISTS)}.public_notice.csv"

    def approve(self, path: Path) -> None:
        assert run(["approve", str(path), "--correction", "重新核对了名单", "--project", str(self.root)]) == 0

    def rewrite(self, path: Path, change: Callable[[str], str]) -> None:
        path.write_text(change(path.read_text(encoding="utf-8")), encoding="utf-8")


def amount(clerk: Clerk) -> None:
    path = clerk.list()
    rows = list(csv.reader(path.read_text(encoding="utf-8").splitlines()))
    clerk.random.choice(rows[1:])[-1] = f"{clerk.random.randrange(100, 900)}.00"
    _write(path, rows)
    clerk.approve(path)


def somebody_leaves(clerk: Clerk) -> None:
    path = clerk.list()
    rows = list(csv.reader(path.read_text(encoding="utf-8").splitlines()))
    if len(rows) > 2:
        rows.pop(clerk.random.randrange(1, len(rows)))
        _write(path, rows)
        clerk.approve(path)


def a_list_is_withdrawn(clerk: Clerk) -> None:
    shown = sorted(path.stem for path in (_live(clerk) / "site/notices").glob("*-2026-11-public_notice-*.html"))
    clerk.run("withdraw", f"notices/{clerk.random.choice(shown)}", "--reason", "名单写错")


def standing_list_is_removed(clerk: Clerk) -> None:
    for path in (clerk.root / "data/standing/duty_list").glob("village_assistant.*"):
        path.unlink()


def a_day_goes_by(clerk: Clerk) -> None:
    clerk.day += timedelta(days=clerk.random.choice([1, 3, 7]))


def prose(clerk: Clerk) -> None:
    clerk.rewrite(
        clerk.root / "content/how-to-object.md", lambda text: f"{text}\n再说一句：{clerk.random.random()}。\n"
    )


def new_page(clerk: Clerk) -> None:
    (clerk.root / f"content/page-{clerk.random.randrange(9)}.md").write_text("# 新的一页\n", encoding="utf-8")


def page_goes(clerk: Clerk) -> None:
    for path in sorted((clerk.root / "content").glob("page-*.md"))[:1]:
        path.unlink()


def template(clerk: Clerk) -> None:
    own = clerk.root / "site_templates/pages/villages.html"
    if own.exists():
        own.unlink()
    else:
        own.parent.mkdir(parents=True, exist_ok=True)
        own.write_text("<h1>我的村</h1>\n", encoding="utf-8")


def telephone(clerk: Clerk) -> None:
    """Wherever it is written: in an article the old number would be somebody's."""
    new = f"0690-555{clerk.random.randrange(1000, 9999)}"
    for path in (clerk.root / "data/registers/contacts.csv", *(clerk.root / "content").glob("*.md")):
        clerk.rewrite(path, lambda text: text.replace("0690-5550110", new))


def address(clerk: Clerk) -> None:
    clerk.rewrite(clerk.root / "data/office.yaml", lambda text: text.replace("example.gov.cn/", "example.gov.cn/a/", 1))


def purge(clerk: Clerk) -> None:
    clerk.run("purge")


def rollback(clerk: Clerk) -> None:
    clerk.run("rollback")


def damage(clerk: Clerk) -> None:
    files = sorted(path for path in _live(clerk).rglob("*") if path.is_file())
    path = clerk.random.choice(files)
    content = path.read_bytes()
    # In place: a release shares its files with the one before it.
    path.write_bytes(clerk.random.choice([content[: len(content) // 2], content[::-1], b""]))


def loss(clerk: Clerk) -> None:
    files = sorted(path for path in _live(clerk).rglob("*") if path.is_file())
    clerk.random.choice(files).unlink()


def forgetting(clerk: Clerk) -> None:
    (clerk.root / ".build/inputs.json").unlink(missing_ok=True)


EDITS = (
    *(amount, somebody_leaves, a_list_is_withdrawn, standing_list_is_removed, a_day_goes_by, prose, new_page),
    *(page_goes, template, telephone, address, purge, rollback, damage, loss, forgetting),
)
SEQUENCES = 200


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    part = 1 if metafunc.config.getoption("--campaign") else 10
    if "seed" in metafunc.fixturenames:
        metafunc.parametrize("seed", range(SEQUENCES // part))


def test_edits_in_any_order_give_what_a_clean_build_gives(tiny, seed, tmp_path):
    clerk = Clerk(tiny, seed)
    for edit in clerk.random.choices(EDITS, k=3):
        edit(clerk)
        clerk.done.append(edit.__name__)
        if clerk.random.random() < 0.6:
            assert clerk.build() == 0, clerk.done
    assert clerk.build() == 0, clerk.done
    assert clerk.build("--clean", "--out", tmp_path / "clean") == 0
    assert release_tree(tiny.root) == release_tree(tmp_path / "clean"), clerk.done
    shutil.rmtree(tmp_path / "clean")


def _write(path: Path, rows: list[list[str]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows(rows)


def _live(clerk: Clerk) -> Path:
    live = current_release(clerk.root)
    assert live is not None
    return live
