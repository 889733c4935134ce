"""Bad files a clerk could hand in, each beside the words that the report must say about it.

A folder of `bad_inputs/` holds `case.yaml` (where the file goes, or which file
is removed, and the expected words), the file itself (`bad.*`) and, where a list
was approved first and changed afterwards, the approved one (`approved.*`).
A case with `intake:` holds an office's raw file (`raw.*`) and how it is taken in.
Numbers in braces are made up at run time: no ID-like number is ever committed.
"""

from pathlib import Path

import pytest
import yaml

from generator.cli import run
from generator.project import Project
from tests.numbers import NUMBERS, filled
from tests.sample_office.regenerate import approve_all

CASES = sorted(path.parent for path in Path(__file__).parent.glob("bad_inputs/*/case.yaml"))
# A kind whose rules changed must not be approved again: that is the point of these cases.
_KINDS_APPROVED_AGAIN = {"full_name_on_web", "list_refused"}


def lay_out(case: Path, project: Project) -> list[str]:
    """Puts the case into the office; returns the words to expect."""
    content = yaml.safe_load((case / "case.yaml").read_text(encoding="utf-8"))
    if "remove" in content:
        (project.root / content["remove"]).unlink()
    if "put" in content:
        target = project.root / content["put"]
        target.parent.mkdir(parents=True, exist_ok=True)
        for approved in case.glob("approved.*"):
            target.write_bytes(approved.read_bytes())
            approve_all(project)
        (bad,) = case.glob("bad.*")
        target.write_bytes(filled(bad.read_bytes()))
        if case.name in _KINDS_APPROVED_AGAIN:
            approve_all(project)
    return content["expected"]


def command_of(case: Path, project: Project) -> tuple[list[str], int]:
    """The command that must report the case, and its exit code."""
    content = yaml.safe_load((case / "case.yaml").read_text(encoding="utf-8"))
    if "intake" not in content:
        return ["check"], 1
    (raw,) = case.glob("raw.*")
    copy = project.root / raw.name
    copy.write_bytes(filled(raw.read_bytes()))
    return ["intake", str(copy), *content["intake"]], content.get("exit", 1)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_bad_input_is_reported_in_the_clerks_words(case, office, capsys):
    expected = lay_out(case, office)
    command, code = command_of(case, office)
    assert run([*command, "--project", str(office.root)]) == code
    printed = capsys.readouterr()
    missing = [words for words in expected if words not in printed.err]
    assert not missing, printed.err
    assert "Traceback" not in printed.err
    for number in NUMBERS.values():
        assert number not in printed.out + printed.err, "a private value was printed"


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
def test_nothing_is_published_and_the_live_release_stays(name, office, capsys):
    assert run(["build", "--project", str(office.root)]) == 0
    live = {path: path.read_bytes() for path in (office.root / "site").rglob("*") if path.is_file()}
    link = (office.root / ".build" / "current").readlink()
    lay_out(Path(__file__).parent / "bad_inputs" / name, office)
    assert run(["build", "--project", str(office.root)]) == 1
    assert "线上仍是原来的版本" in capsys.readouterr().err
    assert (office.root / ".build" / "current").readlink() == link
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
