"""A withdrawn notice is gone everywhere, at the next build or purge, and no old file or release brings it back."""

import fcntl
import shutil
from random import Random

import pytest

from generator.cli import run
from generator.project import Project
from generator.release.layout import all_releases, current_release
from tests.conftest import REPOSITORY
from tests.line.test_window import LIST, PAGE, POSTER, everything, names, only_november
from tests.numbers import mobile_number
from tests.offices import small_office

NOTICE = PAGE.removesuffix(".html")
WHOLE = "2026-11/subsistence_allowance.public_notice"
OTHER = "notices/subsistence_allowance-2026-11-public_notice-990101100001.html"
DOWNLOAD = "site/downloads/subsistence_allowance-2026-11-public_notice.csv"
ROWS = "data/withdrawals.csv"
REASON = "金额全部写错"
TAKEN_DOWN = "期满或者撤回，名单撤下"


@pytest.fixture(scope="module")
def november(tmp_path_factory):
    """A small office with November's list alone, built once; nobody touches it."""
    folder = tmp_path_factory.mktemp("november") / "office"
    small_office(REPOSITORY, folder)
    only_november(Project(folder))
    assert run(["build", "--project", str(folder)]) == 0
    return folder


@pytest.fixture
def office(november, tmp_path):
    """A copy of it to spoil: the releases with their links."""
    shutil.copytree(november, tmp_path / "office", symlinks=True)
    return Project(tmp_path / "office")


def gongshi(office, *arguments):
    return run([*arguments, "--project", str(office.root)])


def withdraw(office, subject=NOTICE, reason=REASON):
    return gongshi(office, "withdraw", subject, "--reason", reason)


def left(office, people) -> list[str]:
    """Those of the names that stand anywhere below the output folder: releases, staging and posters included."""
    text = everything(office.root / ".build") + everything(office.root / "site") + everything(office.root / "print")
    return [name for name in people if name in text]


def test_the_next_build_shows_a_tombstone_with_the_reason(office, capsys):
    people = names(office)
    assert left(office, people) == people
    assert withdraw(office) == 0
    assert "望山村（村委会院门东侧）：posters/subsistence_allowance-2026-11" in capsys.readouterr().out
    assert gongshi(office, "build") == 0
    assert left(office, people) == []
    page = (office.root / "site" / PAGE).read_text(encoding="utf-8")
    assert "已经撤回" in page and f"2026年11月5日撤回：{REASON}" in page
    assert '<span class="number">3</span> 户' in page and "某" not in page.split("<main")[1]
    assert not (office.root / "print" / POSTER).exists() and not (office.root / "site" / POSTER).exists()
    # The other village's notice stays, in the table of the whole list, too.
    assert "公示中" in (office.root / "site" / OTHER).read_text(encoding="utf-8")
    table = (office.root / DOWNLOAD).read_text(encoding="utf-8-sig")
    assert "街心社区" in table and "望山村" not in table


def test_purge_takes_it_down_while_the_data_are_broken(office, capsys):
    people = names(office)
    assert withdraw(office) == 0
    (office.root / LIST).write_text("坏了", encoding="utf-8")
    (office.root / "data/office.yaml").write_text("坏了", encoding="utf-8")
    assert gongshi(office, "build", "--today", "2026-11-05") == 1
    assert gongshi(office, "purge", "--today", "2026-11-05") == 0
    assert "撤下 16 个" in capsys.readouterr().out, "page and piece, posters, pictures, pack, tables, archives, indexes"
    assert left(office, people) == []
    page = (office.root / "site" / PAGE).read_text(encoding="utf-8")
    assert TAKEN_DOWN in page and '<span class="number">3</span> 户' in page
    assert "公示中" in (office.root / "site" / OTHER).read_text(encoding="utf-8")
    assert not (office.root / DOWNLOAD).exists()
    assert gongshi(office, "purge", "--today", "2026-11-05") == 0
    assert "没有到期或撤回" in capsys.readouterr().out


def test_a_broken_row_does_not_stop_the_others(office, capsys):
    """In an emergency somebody writes the file by hand; each line counts for itself."""
    people = names(office)
    (office.root / ROWS).write_text(
        f'通知,日期,原因\n"没有结束的引号,2026/11/5\n{NOTICE}.html,11月5日\n', encoding="gb18030"
    )
    assert gongshi(office, "purge") == 1
    printed = capsys.readouterr()
    assert "撤下 16 个" in printed.out
    assert "第2行" in printed.err and "第3行" in printed.err and "withdrawal-unreadable" in printed.err
    assert left(office, people) == []


def test_a_whole_list(office):
    people = names(office)
    assert withdraw(office, WHOLE) == 0
    assert gongshi(office, "purge") == 0
    assert left(office, people) == []
    assert TAKEN_DOWN in (office.root / "site" / OTHER).read_text(encoding="utf-8")


def test_a_removed_row_is_found_and_brings_nothing_back(office, capsys):
    people = names(office)
    assert withdraw(office) == 0
    (office.root / ROWS).unlink()
    assert gongshi(office, "build") == 1
    assert "withdrawal-missing" in capsys.readouterr().err
    assert gongshi(office, "purge") == 0
    assert left(office, people) == []


def test_data_set_back_to_before_the_withdrawal_are_found(office, capsys):
    """Row and line vanish together when the whole folder is restored; the live release remembers."""
    people, ledger = names(office), (office.root / "data/ledger.jsonl").read_bytes()
    assert withdraw(office) == 0
    assert gongshi(office, "purge") == 0
    (office.root / ROWS).unlink()
    (office.root / "data/ledger.jsonl").write_bytes(ledger)
    assert gongshi(office, "build") == 1
    assert "withdrawal-undone" in capsys.readouterr().err
    assert left(office, people) == []


def test_only_a_new_approval_brings_it_back(office, capsys):
    assert withdraw(office) == 0
    assert gongshi(office, "approve", str(office.root / LIST)) == 0
    assert "不重新公开" in capsys.readouterr().out
    lines = (office.root / LIST).read_text(encoding="utf-8").splitlines(keepends=True)
    left_out = names(office)[0]
    (office.root / LIST).write_text("".join(line for line in lines if left_out not in line), encoding="utf-8")
    assert gongshi(office, "approve", str(office.root / LIST), "--correction", "有一户退出") == 0
    assert "重新公开" in capsys.readouterr().out
    assert gongshi(office, "purge") == 0
    assert gongshi(office, "build") == 0
    assert "公示中" in (office.root / "site" / PAGE).read_text(encoding="utf-8")
    # The row of before stays, and stays without effect.
    assert gongshi(office, "purge") == 0
    assert "公示中" in (office.root / "site" / PAGE).read_text(encoding="utf-8")


def test_what_a_section_page_quotes_of_a_record_goes_with_it(office):
    policy = sorted((office.root / "data/standing/policy_document").glob("*.yaml"))[0].stem
    page = (office.root / f"site/policy_document/{policy}.html").read_text(encoding="utf-8")
    summary = page.split('<h2 id="summary">说的是什么</h2>\n<p class="lead">')[1].split("</p>")[0]
    assert left(office, [summary]) == [summary]
    assert withdraw(office, f"standing/policy_document/{policy}", "要点写错了") == 0
    assert gongshi(office, "purge") == 0
    assert left(office, [summary]) == []
    assert "政策" in (office.root / "site/policies.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "written",
    [
        f"https://county.gov.cn/a/b/{PAGE}?from=phone#list",
        f"site/{PAGE}",
        f" /{NOTICE} ",
    ],
)
def test_an_address_is_understood_as_it_is_copied(office, written):
    assert withdraw(office, written) == 0
    assert (office.root / ROWS).read_text(encoding="utf-8-sig").splitlines()[1] == f"{NOTICE},2026-11-05,{REASON}"


def test_a_slip_is_told_the_nearest(office, capsys):
    assert withdraw(office, NOTICE.replace("allowance", "alowance")) == 2
    assert f"是不是想写 {NOTICE}" in capsys.readouterr().err


def test_the_same_is_not_withdrawn_twice(office, capsys):
    assert withdraw(office, WHOLE) == 0
    assert withdraw(office) == 2
    assert "已经撤回过" in capsys.readouterr().err


def test_the_reason_names_nobody(office, capsys):
    number = mobile_number(Random(7))
    ledger = (office.root / "data/ledger.jsonl").read_bytes()
    for reason in (f"{names(office)[0]}来电要求", f"来电{number}要求", "错", "字" * 61):
        assert withdraw(office, NOTICE, reason) == 2
    printed = "".join(capsys.readouterr())
    assert names(office)[0] not in printed and number not in printed
    assert not (office.root / ROWS).exists() and (office.root / "data/ledger.jsonl").read_bytes() == ledger


def test_older_releases_with_its_names_are_removed(office):
    people = names(office)
    assert gongshi(office, "build", "--clean") == 0
    assert len(all_releases(office.root)) == 2
    assert withdraw(office) == 0
    assert gongshi(office, "purge") == 0
    assert all_releases(office.root) == [current_release(office.root)]
    assert left(office, people) == []


def test_a_rollback_goes_back_and_forth(office, capsys):
    article = office.root / "content/about.md"
    article.write_text("# 关于\n\n改过的文章\n", encoding="utf-8")
    first = current_release(office.root)
    assert gongshi(office, "build") == 0
    second = current_release(office.root)
    assert gongshi(office, "rollback") == 0
    assert current_release(office.root) == first
    assert "改过的文章" not in (office.root / "site/about.html").read_text(encoding="utf-8")
    assert gongshi(office, "rollback", "--to", "2") == 0
    assert current_release(office.root) == second
    assert "改过的文章" in (office.root / "site/about.html").read_text(encoding="utf-8")
    capsys.readouterr()
    assert gongshi(office, "rollback", "--list") == 0
    newest, oldest = capsys.readouterr().out.splitlines()
    assert newest.startswith(second.name) and newest.endswith("现在线上")
    assert oldest.startswith(first.name) and oldest.endswith("可以退回")


@pytest.mark.parametrize("why", ["expired", "withdrawn"])
def test_a_rollback_refuses_what_may_no_longer_be_shown(office, capsys, why):
    assert gongshi(office, "build", "--clean") == 0
    live = current_release(office.root)
    if why == "withdrawn":
        assert withdraw(office) == 0
    assert gongshi(office, "rollback", "--today", "2026-11-11" if why == "expired" else "2026-11-05") == 1
    printed = capsys.readouterr().err
    assert "不能退回 000001-" in printed and "例如 print/packs/990101100" in printed
    assert ("其中 16 个文件" in printed) is (why == "withdrawn")
    assert current_release(office.root) == live


@pytest.mark.parametrize("command", ["purge", "rollback"])
def test_while_a_build_runs_nothing_is_switched(office, capsys, command):
    with (office.root / ".build" / "lock").open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        assert gongshi(office, command) == 3
    assert "另一次生成正在进行" in capsys.readouterr().err


def test_a_ledger_that_cannot_be_read_does_not_stop_purge(office, capsys):
    people = names(office)
    assert withdraw(office) == 0
    (office.root / "data/ledger.jsonl").write_text("{坏了\n", encoding="utf-8")
    assert gongshi(office, "purge") == 1
    assert "ledger-broken" in capsys.readouterr().err
    assert left(office, people) == []


def test_a_rollback_with_nothing_to_go_back_to(office, capsys):
    live = current_release(office.root)
    assert gongshi(office, "rollback") == 2
    assert "没有更早的版本" in capsys.readouterr().err
    assert gongshi(office, "rollback", "--to", "7") == 2
    assert gongshi(office, "rollback", "--to", live.name) == 2
    (office.root / ROWS).write_text("通知,日期,原因\n坏了\n", encoding="utf-8")
    assert gongshi(office, "rollback") == 1
    assert current_release(office.root) == live
