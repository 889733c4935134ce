"""The page of a round says what changed since the round before: counts and sums, never whose."""

import re
import shutil
from datetime import date
from pathlib import Path

import html5lib
import pytest

from generator.cli import run
from generator.examination import examine
from generator.pipeline import bundle
from generator.project import Project
from generator.rendering.readback import pdf_text
from tests.conftest import REPOSITORY
from tests.offices import pages, rewrite
from tests.sample_office.regenerate import approve_all

KIND = "subsistence_allowance"
PAGE = "site/rounds/2026-11.html"
HEADING = "村（社区）,户主姓名,保障人口,月保障金额\n"
# 令狐有田 of October is no longer there in November, not even by surname.
OCTOBER = "望山村,令狐有田,2,620.00\n望山村,甄有禾,1,310.10\n街心社区,甄有米,3,900.00\n"
NOVEMBER = "望山村,甄有禾,1,330.10\n望山村,甄有粟,1,400.00\n街心社区,甄有米,3,900.00\n"


def path(office: Project, month: str, stage: str = "public_notice") -> Path:
    return office.root / f"data/rounds/2026-{month}/{KIND}.{stage}.csv"


@pytest.fixture
def two_rounds(office: Project) -> Project:
    """Of October and November only one list each."""
    for each in [*office.root.glob("data/rounds/*/*.csv"), *office.root.glob("data/rounds/*/*.json")]:
        each.unlink()
    path(office, "10").write_text(HEADING + OCTOBER, encoding="utf-8")
    path(office, "11").write_text(HEADING + NOVEMBER, encoding="utf-8")
    approve_all(office)
    return office


def words(page: str) -> str:
    """What a resident reads, without white space."""
    return re.sub(r"\s+", "", re.sub(r"<[^>]*>", "", page))


def test_the_township_in_words_and_the_villages_in_a_table(two_rounds):
    page = pages(two_rounds)[PAGE]
    assert (
        "和2026年10月相比新增1户、减少1户、调整1户。一共还是3户；保障人口由6人变为5人；"
        "月保障金额合计由1,830.10元变为1,630.10元。减少的原因：未说明1户。调整的内容：月保障金额变化1户。"
    ) in words(page)
    assert "其余1个村（社区）没有变化" in page and "这里只公布数量，不公布姓名" in page
    (table,) = html5lib.parse(page, namespaceHTMLElements=False).iter("table")
    assert table.find("caption").text == "最低生活保障公示：各村（社区）和2026年10月相比"
    assert {each.get("scope") for each in table.iter("th")} == {"col", "row"}
    (row,) = table.find("tbody")
    assert row.find("th").text == "望山村"
    assert ["".join(each.itertext()) for each in row.findall("td")] == [
        "1 户",
        "1 户",
        "1 户",
        "2 户",
        "3变为2 人",
        "930.10变为730.10 元",
    ]


def test_a_round_without_an_earlier_one_compares_nothing(two_rounds):
    assert "相比" not in pages(two_rounds)["site/rounds/2026-10.html"]


def test_a_list_that_has_not_begun_is_not_compared(two_rounds):
    assert "相比" not in pages(two_rounds, date(2026, 11, 1))[PAGE]


def test_the_same_list_again_has_no_table(two_rounds):
    path(two_rounds, "11").write_text(HEADING + OCTOBER, encoding="utf-8")
    approve_all(two_rounds)
    page = pages(two_rounds)[PAGE]
    assert "没有新增、减少和调整。一共还是3户" in words(page) and "<table" not in page


def test_a_table_of_counts_is_left_out_and_the_page_says_so(two_rounds):
    kind, heading = "children_in_difficulty", "村（社区）,孤儿,事实无人抚养儿童,困境儿童,留守儿童\n"
    for month, orphans in (("09", 7), ("10", 8)):
        folder = two_rounds.root / f"data/rounds/2026-{month}"
        folder.mkdir(exist_ok=True)
        shutil.copy(REPOSITORY / f"data/rounds/2026-{month}/round.yaml", folder)
        if month == "09":  # the sample has no such list in September
            audit = f"  announcement:\n    evidence:\n      {kind}: {{audit: 审核记录}}\n"
            rewrite(folder / "round.yaml", "  announcement:\n", audit)
        content = f"{heading}望山村,{orphans},9,9,9\n街心社区,9,9,9,9\n"
        (folder / f"{kind}.announcement.csv").write_text(content, encoding="utf-8")
    approve_all(two_rounds)
    page = pages(two_rounds)["site/rounds/2026-10.html"]
    section = page[page.index("孤儿和困境儿童公布</h2>") :].split("</section>")[0]
    assert "只公布数量的统计表，不和以前的逐行比较" in section and "相比" not in section


def test_nobody_who_was_taken_off_stands_anywhere(two_rounds, capsys):
    """Neither in the site, in full or by surname, nor on the board, nor in what the commands print."""
    assert "令狐" in path(two_rounds, "10").read_text(encoding="utf-8")
    assert run(["build", "--project", str(two_rounds.root)]) == 0
    assert run(["diff", "2026-10", "2026-11", "--project", str(two_rounds.root)]) == 0
    assert run(["due", "--days", "400", "--project", str(two_rounds.root)]) == 0
    printed = capsys.readouterr()
    assert not [name for name in ("令狐", "有田") if name in printed.out + printed.err]
    current = two_rounds.root / ".build" / "current"
    made = [each for each in current.resolve().rglob("*") if each.is_file()]
    assert any(each.name == "2026-11.html" for each in made)
    for each in made:
        content = each.read_bytes()
        text = pdf_text(content) if each.suffix == ".pdf" else content.decode("utf-8", "replace")
        assert "令狐" not in text and "有田" not in text, each.name


def test_another_earlier_list_makes_another_page(two_rounds):
    """The page is made again, although nothing of its own round has changed."""
    before = page_key(two_rounds)
    path(two_rounds, "10").write_text(HEADING + OCTOBER.replace("620.00", "630.00"), encoding="utf-8")
    approve_all(two_rounds)
    assert page_key(two_rounds) != before


def page_key(office: Project) -> str:
    today = date(2026, 11, 5)
    made = bundle(office, examine(office, today), today)
    return next(each.key for each in made.artifacts if each.path == PAGE)
