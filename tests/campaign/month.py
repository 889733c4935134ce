"""A full month of an office, by commands only: `python -m tests.campaign.month` prints what each step said.

Export → approval → two signatures → day 1 → objection → corrected list →
announcement → next month's round → withdrawal → rollback refused. After each
step it is looked up what the site, the posters and the ledger say.
"""

import json
import sys
import tempfile
from collections.abc import Iterator
from contextlib import redirect_stderr, redirect_stdout
from io import StringIO
from pathlib import Path

from generator.cli import run
from generator.project import Project
from generator.rendering.readback import pdf_text
from tests.conftest import REPOSITORY
from tests.intake.exports import HEADINGS, ministry_export
from tests.intake.test_formats import workbook
from tests.offices import small_office
from tests.signing import sign_all

KIND, VILLAGE, CODE = "subsistence_allowance", "望山村", "990101100201"
NOTICE = f"data/rounds/2026-11/{KIND}.public_notice.csv"
ANNOUNCEMENT = f"data/rounds/2026-11/{KIND}.announcement.csv"
DECEMBER = f"data/rounds/2026-12/{KIND}.public_notice.csv"
ADDRESS = "notices/" + KIND + "-{round}-{stage}-" + CODE
_BALLOT = '{{date: "{day}", eligible: 40, present: 36, in_favour: 34, against: 1, abstained: 1}}'
_ROUND = """schema: 1
title: {year}年{month}月
summary: 按月调整，先公示，后公布。
stages:
  public_notice:
    decided_by: 晴川县禾风镇人民政府
    decided_on: "{decided}"
    document_number: 禾政民示〔{year}〕{month}号
    minutes: 禾联纪〔{year}〕{meeting}号
    first_day: "{first}"
    published: "{first} 09:00"
    evidence:
      subsistence_allowance: {{home_visit: 入户调查表（{year}年{month}月，村里存原件）}}
    ballots:
      subsistence_allowance:
        望山村: {ballot}
        街心社区: {ballot}
"""
_ANNOUNCED = """  announcement:
    decided_by: 晴川县民政局
    decided_on: "2026-11-16"
    document_number: 晴川民救〔2026〕58号
    minutes: 禾联纪〔2026〕25号
    first_day: "2026-11-17"
    published: "2026-11-17 09:00"
"""
OBJECTIONS = "编号,名单,村（社区）,收到日期,方式,处理,办结日期\n"


class Month:
    """The office in this month, and the keys of its two signers."""

    def __init__(self, office: Project) -> None:
        self.office, self.root = office, office.root
        self.keys: dict[str, Path] = {}

    def gongshi(self, command: str, *arguments: object, day: str = "", code: int = 0) -> str:
        """Runs a command as the office would, and returns what it printed."""
        said = StringIO()
        words = [command, *map(str, arguments), *(["--today", day] if day else []), "--project", str(self.root)]
        with redirect_stdout(said), redirect_stderr(said):
            ended = run(words)
        assert ended == code, (words, ended, said.getvalue())
        return said.getvalue()

    def write(self, name: str, text: str) -> None:
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def names(self, name: str) -> list[str]:
        """The people of the village on a list."""
        lines = (self.root / name).read_text(encoding="utf-8").splitlines()[1:]
        return [line.split(",")[1] for line in lines if line.startswith(VILLAGE)]

    def page(self, round_name: str, stage: str) -> str:
        path = self.root / "site" / f"{ADDRESS.format(round=round_name, stage=stage)}.html"
        return path.read_text(encoding="utf-8")

    def poster(self, round_name: str, stage: str) -> str:
        """The text of the village's poster; empty if there is none."""
        slug = ADDRESS.format(round=round_name, stage=stage).removeprefix("notices/")
        path = self.root / "print/posters" / f"{slug}-A4.pdf"
        return pdf_text(path.read_bytes()) if path.is_file() else ""

    def everywhere(self) -> str:
        """Every character of the live release."""
        files = [path for folder in ("site", "print") for path in (self.root / folder).rglob("*") if path.is_file()]
        return "\n".join(map(text_of, files))

    def ledger(self) -> str:
        """How many lines, and the last events."""
        lines = [
            json.loads(line) for line in (self.root / "data/ledger.jsonl").read_text(encoding="utf-8").splitlines()
        ]
        return f"台账 {len(lines)} 行，最后：{'、'.join(line['event'] for line in lines[-3:])}"

    def approve_and_sign(self, name: str, day: str, *options: str) -> None:
        self.gongshi("approve", self.root / name, *options, day=day)
        for role, key in self.keys.items():
            self.gongshi("sign", self.root / name, "--role", role, "--key", key, day=day)

    def take_in(self, seed: int, round_name: str) -> None:
        """The platform's export, with its private columns, through intake."""
        raw = self.root.parent / f"{round_name}.xlsx"
        raw.write_bytes(workbook([HEADINGS, *ministry_export(16, seed).rows]))
        self.gongshi("intake", raw, "--kind", KIND, "--round", round_name)
        raw.unlink()
        self.leave_out_whoever_is_elsewhere(f"data/rounds/{round_name}/{KIND}.public_notice.csv")

    def leave_out_whoever_is_elsewhere(self, name: str) -> None:
        """That a name is gone can be seen only if nobody else has it."""
        others = [path for path in (self.root / "data").rglob("*.*") if path.suffix in (".csv", ".yaml")]
        elsewhere = "".join(path.read_text(encoding="utf-8") for path in others if path != self.root / name)
        heading, *lines = (self.root / name).read_text(encoding="utf-8").splitlines(keepends=True)
        self.write(name, "".join([heading, *(line for line in lines if line.split(",")[1] not in elsewhere)]))


def month(office: Project) -> Iterator[str]:
    """The steps; each yields what was seen after it."""
    this = Month(office)
    for path in (office.root / "data/rounds/2026-11").glob("*"):
        path.unlink()
    this.keys = begin(this)
    yield f"开始：两人签名；{this.ledger()}"

    this.take_in(3, "2026-11")
    first = this.names(NOTICE)
    this.approve_and_sign(NOTICE, "2026-10-30")
    this.gongshi("build", day="2026-11-01")
    assert not any(name in this.everywhere() for name in first)
    yield f"导入、批准、签名，公示前一天：哪里都没有名字；{this.ledger()}"

    this.gongshi("build", day="2026-11-02")
    assert "公示中，可以提异议" in this.page("2026-11", "public_notice")
    assert all(name in this.poster("2026-11", "public_notice") for name in first)
    assert not any(name in this.page("2026-11", "public_notice") for name in first)
    yield f"第一天：海报有 {len(first)} 个全名，网页只有姓；{this.ledger()}"

    this.write(
        "data/objections.csv", f"{OBJECTIONS}2026-011,2026-11/{KIND}.public_notice,{VILLAGE},2026-11-04,来访,核查中,\n"
    )
    this.gongshi("build", day="2026-11-04")
    assert "收到异议1件" in this.page("2026-11", "public_notice")
    assert "2026-011" in this.gongshi("due", "--days", "30", day="2026-11-04")
    yield "收到一件异议：网页写明件数，待办里有办结期限"

    lines = (this.root / NOTICE).read_text(encoding="utf-8").splitlines(keepends=True)
    gone = first[0]
    this.write(NOTICE, "".join(line for line in lines if f",{gone}," not in line))
    refused = this.gongshi("build", day="2026-11-05", code=1)
    assert "线上仍是原来的版本" in refused and gone not in refused
    this.approve_and_sign(NOTICE, "2026-11-05", "--correction", "有一户不符合条件")
    said = this.gongshi("build", day="2026-11-05")
    assert gone not in this.everywhere()
    assert "有一户不符合条件" in this.page("2026-11", "public_notice")
    assert "有一户不符合条件" in this.poster("2026-11", "public_notice").replace("\n", "")
    assert "重新张贴" in said
    yield f"更正：改了名单不批准就发不出去；批准后名字哪里都没有了，网页和海报写明更正；{this.ledger()}"

    record = (this.root / "data/rounds/2026-11/round.yaml").read_text(encoding="utf-8")
    this.write("data/rounds/2026-11/round.yaml", record + _ANNOUNCED)
    this.write(ANNOUNCEMENT, (this.root / NOTICE).read_text(encoding="utf-8"))
    this.approve_and_sign(ANNOUNCEMENT, "2026-11-16")
    assert "异议" in this.gongshi("check", day="2026-11-17", code=1)
    closed = f"2026-011,2026-11/{KIND}.public_notice,{VILLAGE},2026-11-04,来访,成立,2026-11-12\n"
    this.write("data/objections.csv", OBJECTIONS + closed)
    this.gongshi("build", day="2026-11-17")
    assert "已经批准，正式公布" in this.page("2026-11", "announcement")
    assert "名单撤下" in this.page("2026-11", "public_notice") and not this.poster("2026-11", "public_notice")
    yield f"异议没有办结，公布不了；办结以后公布，公示的名单撤下，只留数；{this.ledger()}"

    this.write("data/rounds/2026-12/round.yaml", december())
    this.take_in(4, "2026-12")
    this.approve_and_sign(DECEMBER, "2026-11-27")
    this.gongshi("build", day="2026-12-01")
    compared = this.gongshi("diff", "2026-11", "2026-12")
    assert VILLAGE in compared and not any(name in compared for name in first + this.names(DECEMBER))
    assert "公示中，可以提异议" in this.page("2026-12", "public_notice")
    yield f"下一期公示；两期相比只有数，没有名字；{this.ledger()}"

    notice = ADDRESS.format(round="2026-12", stage="public_notice")
    with_names = (this.root / ".build/current").readlink().name
    listed = this.names(DECEMBER)
    this.gongshi("withdraw", notice, "--reason", "票决程序要重来", day="2026-12-02")
    this.gongshi("build", day="2026-12-02")
    assert not any(name in this.everywhere() for name in listed)
    assert "票决程序要重来" in this.page("2026-12", "public_notice")
    yield f"撤回：名字哪里都没有了，网页写明原因；{this.ledger()}"

    before = (this.root / ".build/current").readlink()
    assert with_names not in this.gongshi("rollback", "--list", day="2026-12-02")
    refused = this.gongshi("rollback", "--to", with_names, day="2026-12-02", code=2)
    assert (this.root / ".build/current").readlink() == before
    assert not any(
        name in text_of(path)
        for path in (this.root / ".build/releases").rglob("*")
        if path.is_file()
        for name in listed
    )
    yield f"退回到有名字的版本被拒绝（{refused.strip()}）；保留的版本里也没有这些名字"


def begin(this: Month) -> dict[str, Path]:
    """Two signers; what was approved before is signed, too."""
    this.write("data/rounds/2026-11/round.yaml", november())
    return sign_all(this.office)


def november() -> str:
    ballot = _BALLOT.format(day="2026-10-26")
    return _ROUND.format(year=2026, month=11, decided="2026-10-30", first="2026-11-02", meeting=22, ballot=ballot)


def december() -> str:
    ballot = _BALLOT.format(day="2026-11-24")
    return _ROUND.format(year=2026, month=12, decided="2026-11-27", first="2026-12-01", meeting=26, ballot=ballot)


def text_of(path: Path) -> str:
    """What a file says; of a poster, its text."""
    return pdf_text(path.read_bytes()) if path.suffix == ".pdf" else path.read_text(encoding="utf-8", errors="replace")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory(prefix="gongshi-month-") as name:
        folder = Path(name) / "office"
        small_office(REPOSITORY, folder)
        for number, line in enumerate(month(Project(folder)), start=1):
            sys.stdout.write(f"{number}. {line}\n")
