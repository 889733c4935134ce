"""A public notice is shown from its first to its last day; afterwards only counts remain."""

import csv

import pytest

from generator.cli import run
from generator.release.layout import releases
from tests.reading import file_text

LIST = "data/rounds/2026-11/subsistence_allowance.public_notice.csv"
PAGE = "notices/subsistence_allowance-2026-11-public_notice-990101100201.html"
POSTER = "posters/subsistence_allowance-2026-11-public_notice-990101100201-A4.pdf"


def names(office) -> list[str]:
    with (office.root / LIST).open(encoding="utf-8") as file:
        return [row["户主姓名"] for row in csv.DictReader(file) if row["村（社区）"] == "望山村"]


def everything(folder) -> str:
    """All text below a folder, posters, workbooks and archives included."""
    return "\n".join(file_text(path) for path in sorted(folder.rglob("*")) if path.is_file())


@pytest.mark.parametrize(
    ("today", "shown"),
    [("2026-11-01", False), ("2026-11-02", True), ("2026-11-10", True), ("2026-11-11", False)],
)
def test_boundary_days(office, today, shown):
    only_november(office)
    assert run(["build", "--project", str(office.root), "--today", today]) == 0
    board = everything(office.root / "print")
    assert all((name in board) is shown for name in names(office))
    page = office.root / "site" / PAGE
    assert page.exists() is (today != "2026-11-01")
    assert (office.root / "print" / POSTER).exists() is shown
    if today == "2026-11-11":
        text = page.read_text(encoding="utf-8")
        assert "名单撤下" in text and "某" not in text.split("<main")[1]
        assert "3</span> 户" in text


def test_purge_leaves_a_tombstone_and_needs_no_valid_data(office, capsys):
    only_november(office)
    assert run(["build", "--project", str(office.root)]) == 0
    before = everything(office.root / "print")
    assert all(name in before for name in names(office))
    kept = names(office)
    (office.root / LIST).write_text("坏了", encoding="utf-8")
    assert run(["build", "--project", str(office.root), "--today", "2026-11-11"]) == 1
    assert run(["purge", "--project", str(office.root), "--today", "2026-11-10"]) == 0
    assert "没有到期" in capsys.readouterr().out
    assert run(["purge", "--project", str(office.root), "--today", "2026-11-11"]) == 0
    after = everything(office.root / "print") + everything(office.root / "site")
    assert not [name for name in kept if name in after]
    page = (office.root / "site" / PAGE).read_text(encoding="utf-8")
    assert "名单撤下" in page
    assert not (office.root / "site" / POSTER).exists()
    live = max(releases(office.root).glob("[0-9]*"))
    assert all(name not in everything(live) for name in kept)
    # A purge that is repeated finds nothing more.
    assert run(["purge", "--project", str(office.root), "--today", "2026-11-11"]) == 0
    assert "没有到期" in capsys.readouterr().out


def test_an_announcement_stands_until_the_next_of_its_kind(published):
    """October's announcement is current in November, and superseded once November's begins."""
    page = "notices/old_age_allowance-2026-10-announcement-990101100201.html"
    assert "已经批准，正式公布" in (published.root / "site" / page).read_text(encoding="utf-8")
    folder = published.root / "data" / "rounds"
    record = folder / "2026-11" / "round.yaml"
    october = (folder / "2026-10" / "round.yaml").read_text(encoding="utf-8")
    announcement = (
        october[october.index("  announcement:") : october.index("    decisions:", october.index("  announcement:"))]
        .replace("〔2026〕43号", "〔2026〕58号")
        .replace("2026-10-19", "2026-11-12")
        .replace("2026-10-20", "2026-11-13")
    )
    record.write_text(record.read_text(encoding="utf-8") + announcement, encoding="utf-8")
    notice = folder / "2026-11" / "old_age_allowance.public_notice.csv"
    notice.with_name("old_age_allowance.announcement.csv").write_bytes(notice.read_bytes())
    lists = notice.with_name("old_age_allowance.announcement.csv")
    assert run(["approve", str(lists), "--project", str(published.root)]) == 0
    assert run(["build", "--project", str(published.root), "--today", "2026-11-13"]) == 0
    assert "已有新一期" in (published.root / "site" / page).read_text(encoding="utf-8")


def only_november(office) -> None:
    """Takes October away, whose announcement names some of the same people."""
    for path in (office.root / "data/rounds/2026-10").glob("*.public_notice.*"):
        path.unlink()
    for path in (office.root / "data/rounds/2026-10").glob("*.announcement.*"):
        path.unlink()
    for path in (office.root / "data/rounds/2026-11").glob("*"):
        if path.name.startswith(("old_age", "temporary", "extreme")):
            path.unlink()
