"""Bad files a clerk could hand in, each beside the words that the report must say about it.

A folder of `bad_inputs/` holds the file as it was handed in (`bad.*`), where a
list was approved first and changed afterwards also the approved one
(`approved.*`), and `case.yaml`:

- `rule`: the rule that must be found,
- `put`: where the file goes; `remove`: a file (or several) that is missing;
  `edit`: a file in which `old` became `new`; what lies below `office/` is put
  in place as it is,
- `severity: warning`: the report reminds, and stops nothing,
- `commands`: commands that were run before, such as another approval,
- `approve`: the list that somebody tries to approve, instead of a check;
  `intake`: how an office's raw file (`raw.*`) is taken in instead, with the
  exit code in `exit`,
- `expected`: words that the report must say.

Numbers in braces are made up at run time: no ID-like number is ever committed.
"""

import re
import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.cli import run
from generator.project import Project
from tests.numbers import NUMBERS, filled
from tests.offices import rewrite
from tests.sample_office.regenerate import approve_all

CASES = sorted(path.parent for path in Path(__file__).parent.glob("bad_inputs/*/case.yaml"))
# A kind whose rules changed must not be approved again: that is the point of these cases.
_KINDS_APPROVED_AGAIN = {"full_name_on_web", "list_refused"}


def lay_out(case: Path, project: Project) -> list[str]:
    """Puts the case into the office; returns the words to expect."""
    content = content_of(case)
    if (case / "office").is_dir():
        shutil.copytree(case / "office", project.root, dirs_exist_ok=True)
    removed = content.get("remove", [])
    for path in [removed] if isinstance(removed, str) else removed:
        (project.root / path).unlink()
    if "put" in content:
        target = project.root / content["put"]
        target.parent.mkdir(parents=True, exist_ok=True)
        for approved in case.glob("approved.*"):
            target.write_bytes(approved.read_bytes())
            approve_all(project)
        for bad in case.glob("bad.*"):
            target.write_bytes(filled(bad.read_bytes()))
        if case.name in _KINDS_APPROVED_AGAIN:
            approve_all(project)
    if edit := content.get("edit"):
        rewrite(project.root / edit["file"], edit["old"], filled(edit["new"].encode()).decode())
    for arguments in content.get("commands", []):
        words = [str(project.root / each) if each.startswith("data/") else each for each in arguments]
        assert run([*words, "--project", str(project.root)]) == 0
    return content["expected"]


def content_of(case: Path) -> dict[str, Any]:
    """What `case.yaml` says."""
    return yaml.safe_load((case / "case.yaml").read_text(encoding="utf-8"))


def command(case: Path, project: Project) -> list[str]:
    """What the clerk runs: a check, unless the case is about approving or a raw file."""
    content = content_of(case)
    start = ["check"]
    if "approve" in content:
        start = ["approve", str(project.root / content["approve"])]
    if "intake" in content:
        (raw,) = case.glob("raw.*")
        copy = project.root / raw.name
        copy.write_bytes(filled(raw.read_bytes()))
        start = ["intake", str(copy), *content["intake"]]
    return [*start, "--project", str(project.root)]


def exit_code(case: Path) -> int:
    """1, unless the case only reminds of something or says otherwise."""
    content = content_of(case)
    return content.get("exit", 0 if content.get("severity") == "warning" else 1)


def rules_in(report: str) -> set[str]:
    """The rules that a text report names."""
    return set(re.findall(r"（([a-z][a-z-]+)）$", report, re.MULTILINE))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_bad_input_is_reported_in_the_clerks_words(case, office, capsys):
    expected = lay_out(case, office)
    assert run(command(case, office)) == exit_code(case)
    printed = "".join(capsys.readouterr())
    assert content_of(case)["rule"] in rules_in(printed), printed
    missing = [words for words in expected if words not in printed]
    assert not missing, printed
    assert "Traceback" not in printed
    for number in NUMBERS.values():
        assert number not in printed, "a private value was printed"


def test_the_small_office_itself_is_good(office, capsys):
    assert run(["check", "--project", str(office.root)]) == 0
    assert "没有错误" in capsys.readouterr().out


def test_all_findings_are_reported_at_once(office, capsys):
    """Five bad files in one run: each finding is there, not only the first."""
    names = ["unclosed_quote", "id_in_text", "no_such_day", "truncated_xlsx", "unexpected_file"]
    expected = [words for name in names for words in lay_out(Path(__file__).parent / "bad_inputs" / name, office)]
    assert run(["check", "--project", str(office.root)]) == 1
    printed = capsys.readouterr().err
    assert [words for words in expected if words not in printed] == []


def test_twenty_of_a_rule_are_shown_and_the_rest_counted(office, capsys):
    rows = "".join(f"望山村,甄有{chr(0x4E00 + n)},一,1.00\n" for n in range(32))
    path = office.root / "data/rounds/2026-11/subsistence_allowance.public_notice.csv"
    path.write_text("村（社区）,户主姓名,保障人口,月保障金额\n" + rows, encoding="utf-8")
    run(["check", "--project", str(office.root)])
    assert "cell-not-a-count 还有 12 处" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["private_column", "changed_cell", "unclosed_quote"])
def test_nothing_is_published_and_the_live_release_stays(name, published, capsys):
    live = {path: path.read_bytes() for path in (published.root / "site").rglob("*") if path.is_file()}
    link = (published.root / ".build" / "current").readlink()
    lay_out(Path(__file__).parent / "bad_inputs" / name, published)
    assert run(["build", "--project", str(published.root)]) == 1
    assert "线上仍是原来的版本" in capsys.readouterr().err
    assert (published.root / ".build" / "current").readlink() == link
    assert {path: path.read_bytes() for path in live} == live


def test_json_report_carries_place_rule_and_remedy(office, capsys):
    import json

    lay_out(Path(__file__).parent / "bad_inputs" / "not_an_amount", office)
    assert run(["check", "--project", str(office.root), "--format", "json"]) == 1
    report = json.loads(capsys.readouterr().out)
    (found,) = [each for each in report["findings"] if each["rule"] == "cell-not-an-amount"]
    assert found["place"]["cell"] == "D2"
    assert found["remedy"]
    assert report["not_checked"]
