"""Approval registers index numbers once, and never changes what is registered."""

from generator.cli import run
from generator.project import Project
from tests.conftest import REPOSITORY

POLICY = "data/standing/policy_document/town_village_ballot_2026.yaml"
LINE = (
    "990101-101/2026-00021,standing/policy_document/town_village_ballot_2026,禾风镇人民政府关于村级民主评议票决的规定"
)


def approve(office: Project) -> int:
    path = office.root / POLICY
    path.write_bytes((REPOSITORY / POLICY).read_bytes())
    return run(
        ["approve", str(path), "--project", str(office.root), "--on", "2026-07-21", "--number", "禾政办〔2026〕9号"]
    )


def test_a_new_number_is_appended_once(office, capsys):
    register = office.root / "data/registers/index_numbers.csv"
    register.unlink()
    assert approve(office) == 0
    assert "已登记索引号 990101-101/2026-00021" in capsys.readouterr().out
    assert register.read_text(encoding="utf-8").splitlines() == ["索引号,文件,名称", LINE]
    assert approve(office) == 0
    assert "已登记索引号" not in capsys.readouterr().out
    assert register.read_text(encoding="utf-8").count("2026-00021") == 1


def test_what_is_registered_stays(office, capsys):
    register = office.root / "data/registers/index_numbers.csv"
    other = "索引号,文件,名称\r\n990101-101/2026-00031,standing/policy_document/town_village_ballot_2026,规定\r\n"
    register.write_text(other, encoding="utf-8", newline="")
    assert approve(office) == 0
    assert register.read_bytes().decode() == other
    assert run(["check", "--project", str(office.root)]) == 1
    assert "登记的索引号是990101-101/2026-00031，现在写成了990101-101/2026-00021" in capsys.readouterr().err
