"""Private values are seeded into every bad place; nothing that is written or printed may repeat one.

Every format in both languages, `--output` files, what the other commands print,
log records of every level, the `repr` of every value that findings travel in,
and what is left of a traceback when the program itself breaks.
"""

import logging
import os
import subprocess
import sys
import traceback
from random import Random

import pytest
from mkdocs.exceptions import PluginError

from generator.adapters.mkdocs import GongshiPlugin
from generator.checks import plain_text
from generator.cli import run
from generator.examination import examine, marked_sheets
from generator.findings import LANGUAGES
from generator.project import Project
from generator.reports import formats, make_report
from generator.today import choose_today
from tests.conftest import REPOSITORY
from tests.numbers import card_number, id_number, mobile_number
from tests.offices import rewrite, small_office

RANDOM = Random(20261105)
# Each place gets values of its own, so that a leak says where it came from.
NAMES = iter(f"令狐{a}{b}" for a in "葳蕤彧煜翥翚" for b in "翀翯翾翙翃翕翟")
TODAY = choose_today("2026-11-05", {}, None, None)
ROUND = "data/rounds/2026-11"


def numbers() -> tuple[str, str, str]:
    return id_number(RANDOM), card_number(RANDOM), mobile_number(RANDOM)


@pytest.fixture(scope="module")
def seeded(tmp_path_factory) -> tuple[Project, dict[str, str]]:
    """A small office spoilt in every way a clerk could, and each canary with the place it sits in."""
    folder = tmp_path_factory.mktemp("canaries") / "office"
    small_office(REPOSITORY, folder)
    canaries: dict[str, str] = {}

    def canary(place: str) -> str:
        """A name, an ID, a card and a phone number, joined as a careless clerk would."""
        private = (next(NAMES), *numbers())
        canaries.update({value: f"{place} #{index}" for index, value in enumerate(private)})
        return " ".join(private)

    def number(place: str, index: int = 0) -> str:
        value = numbers()[index]
        canaries[value] = place
        return value

    def write(path: str, text: str) -> None:
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")

    _lists(write, canary, number)
    _records(write, canary, number)
    rewrite(
        folder / f"{ROUND}/old_age_allowance.public_notice.approval.json", '"pipia"', f'"{number("statement key")}"'
    )
    write("content/about.md", f"# 关于\n\n{canary('prose')} [x]({number('link', 2)}.html)\n")
    return Project(folder), canaries


def _lists(write, canary, number) -> None:
    heads = "村（社区）,户主姓名,保障人口,月保障金额"
    private = ",".join([heads, "身份证号", "家庭成员姓名", "联系电话", "备注", f"经办{number('heading')}"])
    rows = [
        f"望山村,甄有田,2,620.00,{number('ID column')},{canary('member column')},{number('phone column', 2)},{canary('remark')},x",
        f"望山村,{canary('name cell')},2,620.00,,,,,",
        f"{canary('village cell')},甄有禾,{canary('count cell')},{canary('money cell')},,,,,",
        f"望山村,甄有米,{number('ID as a count')},{number('card as an amount', 1)},,,,,",
    ]
    write(f"{ROUND}/subsistence_allowance.public_notice.csv", "\n".join([private, *rows]) + "\n")
    # No headings at all: the first row is a person.
    first = f"望山村,{next(NAMES)},{number('no headings')},集中供养"
    write(
        f"{ROUND}/extreme_poverty_support.public_notice.csv",
        f"{canary('first cell')},{first}\n{canary('row')},1,2,3,4\n",
    )
    write(f"{ROUND}/temporary_assistance.public_notice.csv", f'村（社区）,申请人姓名\n望山村,"{canary("open quote")}\n')
    write(f"{ROUND}/{number('file name')}名单.csv", f"{canary('unknown file')}\n")
    write(f"{ROUND}/temporary_assistance.announcement.txt", canary("text file"))


def _records(write, canary, number) -> None:
    guide = "data/standing/service_guide"
    write(
        f"{guide}/twice.yaml",
        f"{number('key twice')}: 1\n事项名称: x\n{number('another key', 2)}: &a {canary('anchor')}\n",
    )
    key = number("key given twice")
    write(f"{guide}/again.yaml", f"{key}: 1\n{key}: 2\n")
    write(f"{guide}/syntax.yaml", f"事项名称: [{canary('syntax')}\n")
    write(
        f"{guide}/values.yaml",
        f"事项名称: {canary('text')}\n受理条件: {{{number('nested key')}: {canary('nested')}}}\n",
    )
    write("data/standing/policy_document/x.yaml", f"名称: 甲\n成文日期: {canary('date')}\n层级: {canary('choice')}\n")
    write(
        "data/standing/duty_list/x.csv",
        f"类别,具体工作\n<b>{canary('markup')}</b>,{canary('cell')}\n,,,{canary('too long')}\n",
    )


def leaks(text: str, canaries: dict[str, str]) -> list[str]:
    return [place for value, place in canaries.items() if value in text]


def test_the_canaries_would_be_found(seeded):
    """The search itself works, and the office really is full of them."""
    project, canaries = seeded
    assert len(canaries) > 80
    everything = "\n".join(
        path.name + path.read_text("utf-8")
        for path in project.root.rglob("*")
        if path.suffix in {".csv", ".yaml", ".md", ".json", ".txt"}
    )
    assert len(leaks(everything, canaries)) == len(canaries)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", formats())
def test_no_format_repeats_a_private_value(seeded, name, language, tmp_path, capsys, caplog):
    project, canaries = seeded
    caplog.set_level(logging.DEBUG)
    arguments = ["check", "--project", str(project.root), "--format", name, "--lang", language]
    assert run(arguments) == 1
    assert run([*arguments, "--output", str(tmp_path / "report")]) == 1
    printed = capsys.readouterr()
    written = (tmp_path / "report").read_text(encoding="utf-8")
    assert len(written) > 2000
    assert leaks(printed.out + printed.err + written + caplog.text, canaries) == []


@pytest.mark.parametrize(
    "command", [["build"], ["posters"], ["approve"], ["diff", "2026-10", "2026-11"], ["due", "--days", "400"]]
)
def test_no_command_repeats_a_private_value(seeded, command, capsys, caplog):
    project, canaries = seeded
    caplog.set_level(logging.DEBUG)
    lists = [str(path) for path in sorted(project.root.glob("data/*/*/*.*")) if path.suffix in {".csv", ".yaml"}]
    if command == ["approve"]:
        # One at a time: a name that is no list's ends the command.
        codes = {run([*command, path, "--project", str(project.root)]) for path in lists if "round.yaml" not in path}
        assert codes == {1, 2} or codes == {0, 1, 2}
    else:
        assert run([*command, "--project", str(project.root)]) == 1
    printed = capsys.readouterr()
    assert leaks(printed.out + printed.err + caplog.text, canaries) == []


def test_the_values_that_findings_travel_in_hold_nothing_private(seeded):
    """Somebody will print them while looking for a bug."""
    project, canaries = seeded
    examination = examine(project, TODAY)
    report = make_report(examination.findings, examination.not_checked, sheets=marked_sheets(examination))
    assert len(report.sheets) >= 3
    assert leaks(repr(report), canaries) == []


def test_the_preview_repeats_nothing_even_when_it_is_talkative(seeded):
    project, canaries = seeded
    command = [sys.executable, "-X", "dev", "-m", "mkdocs", "--verbose", "build", "--site-dir", "elsewhere"]
    environment = {**os.environ, "PYTHONPATH": str(REPOSITORY)}
    result = subprocess.run(
        command, cwd=project.root, env=environment, capture_output=True, text=True, timeout=200, check=False
    )
    assert result.returncode == 1
    assert "cell-private-number" in result.stderr
    assert leaks(result.stdout + result.stderr, canaries) == []


def test_an_internal_error_says_where_and_not_what(seeded, monkeypatch, capsys):
    project, canaries = seeded

    def broken(table, scope):
        raise ValueError(f"{table.sheet.rows}")

    monkeypatch.setattr(plain_text, "check", broken)
    assert run(["check", "--project", str(project.root)]) == 70
    printed = capsys.readouterr()
    assert "ValueError，" in printed.err and "Traceback" not in printed.err
    assert leaks(printed.out + printed.err, canaries) == []
    with pytest.raises(PluginError, match="内部错误：ValueError，") as caught:
        GongshiPlugin()._preview(project)
    assert leaks("".join(traceback.format_exception(caught.value)), canaries) == []


def test_broken_settings_repeat_nothing_either(tmp_path, capsys):
    """With these broken no list is read at all, so they have an office of their own."""
    small_office(REPOSITORY, tmp_path / "office")
    places = ("register", "setting", "round", "kind", "objections", "withdrawals")
    canaries = {value: place for place in places for value in numbers()}
    values = {place: [value for value in canaries if canaries[value] == place] for place in canaries.values()}
    rewrite(
        tmp_path / "office/data/registers/units.csv",
        "名称,别名,启用日期,停用日期,后继单位\n",
        "{},{},c,d,e\n{},x\n".format(*values["register"]),
    )
    lines = "{}: x\ncode: {}\n? {}\n".format(*values["setting"])
    rewrite(tmp_path / "office/data/office.yaml", 'code: "990101100"\n', lines)
    rewrite(
        tmp_path / "office" / ROUND / "round.yaml", "stages:\n", "stages:\n  {}: {{{}: {}}}\n".format(*values["round"])
    )
    kind = tmp_path / "office/data/kinds/temporary_assistance.yaml"
    rewrite(kind, "section: relief", "section: {}\n{}: {}".format(*values["kind"]))
    for name in ("objections", "withdrawals"):
        content = "编号,名单,{}\n{},{},x\n".format(*values[name])
        (tmp_path / f"office/data/{name}.csv").write_text(content, encoding="utf-8")
    for name in formats():
        assert run(["check", "--project", str(tmp_path / "office"), "--format", name]) == 1
    assert run(["purge", "--project", str(tmp_path / "office"), "--today", "2026-11-05"]) == 3
    assert run(["rollback", "--project", str(tmp_path / "office"), "--today", "2026-11-05"]) == 1
    printed = capsys.readouterr()
    assert all(rule in printed.out for rule in ("setting-value", "register-value", "kind-value", "kind-unknown-key"))
    assert leaks(printed.out + printed.err, canaries) == []


def test_a_leak_in_an_article_is_refused_without_repeating_it(office, capsys, caplog):
    """The lists are good here, so the build gets as far as the articles and the output scan."""
    caplog.set_level(logging.DEBUG)
    canaries = {value: f"article #{index}" for index, value in enumerate(numbers())}
    number, card, phone = canaries
    about = office.root / "content/about.md"
    for text, rule in ((f"[看]({phone}.html)", "prose-warning"), (f"请找{number}，卡号{card}", "output-private")):
        about.write_text(f"# 关于\n\n{text}\n", encoding="utf-8")
        assert run(["build", "--project", str(office.root)]) == 1
        printed = capsys.readouterr()
        assert rule in printed.err
        assert leaks(printed.out + printed.err + caplog.text, canaries) == []
    left = [path for path in (office.root / ".build").rglob("*") if path.is_file()]
    assert [path for path in left if leaks(path.name + path.read_bytes().decode("utf-8", "replace"), canaries)] == []
    assert not (office.root / "site").exists()
