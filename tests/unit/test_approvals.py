"""Statements and digests: the same content gives the same digest; any change gives another."""

import json
from decimal import Decimal
from hashlib import sha256
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.approvals import BrokenStatement, load_statement, rows_digests, statement_bytes, sums
from generator.cli import run
from generator.kinds import load_kinds
from generator.project import Project
from generator.writing import yuan
from tests.conftest import REPOSITORY

KINDS, _ = load_kinds(Project(REPOSITORY))
KIND = KINDS["old_age_allowance"]
ROW = st.tuples(
    st.sampled_from(["望山村", "柳湾村"]),
    st.text(st.characters(min_codepoint=0x4E00, max_codepoint=0x4EFF), min_size=2, max_size=3),
    st.decimals(min_value=0, max_value=9999, places=2),
)
SALT = "0" * 32
LIST = "data/rounds/2026-11/old_age_allowance.public_notice.csv"


@given(st.lists(ROW, min_size=2, max_size=6, unique=True), st.randoms())
def test_order_counts(rows, random: Random):
    shuffled = list(rows)
    random.shuffle(shuffled)
    assert (rows_digests(KIND, rows, SALT) == rows_digests(KIND, shuffled, SALT)) == (rows == shuffled)


@given(st.lists(ROW, min_size=1, max_size=5), ROW)
def test_every_value_counts(rows, other):
    changed = [other, *rows[1:]]
    assert (rows_digests(KIND, rows, SALT) == rows_digests(KIND, changed, SALT)) == (rows[0] == other)


@given(st.lists(ROW, max_size=30))
def test_sums_are_exact(rows):
    fen = sum(int(amount * 100) for _, _, amount in rows)
    total = sums(KIND, rows)["monthly_amount"]
    assert total.figures == f"{fen // 100}.{fen % 100:02d}"
    assert yuan(total.words) == Decimal(total.figures)


def test_another_salt_gives_another_digest():
    """Nobody can try out names against a published digest without the statement."""
    rows = [("望山村", "甄有田", Decimal(80))]
    assert rows_digests(KIND, rows, "0" * 32) != rows_digests(KIND, rows, "1" * 32)


def test_a_list_approved_again_keeps_its_digest(office):
    path = office.root / LIST
    statement = path.with_suffix(".approval.json")
    before = statement.read_bytes()
    assert run(["approve", str(path), "--project", str(office.root)]) == 0
    assert statement.read_bytes() == before
    statement.unlink()
    assert run(["approve", str(path), "--project", str(office.root)]) == 0
    assert json.loads(statement.read_bytes())["salt"] != json.loads(before)["salt"]


def test_statements_of_the_sample_are_canonical():
    for path in sorted((REPOSITORY / "data").rglob("*.approval.json")):
        assert statement_bytes(load_statement(path)) == path.read_bytes()


def test_a_second_spelling_is_refused(tmp_path):
    source = next((REPOSITORY / "data/rounds/2026-11").glob("*.approval.json"))
    copy = tmp_path / "x.approval.json"
    copy.write_text(json.dumps(json.loads(source.read_text(encoding="utf-8"))), encoding="utf-8")
    with pytest.raises(BrokenStatement):
        load_statement(copy)


def test_encoding_and_format_do_not_change_what_was_approved(office):
    path = office.root / LIST
    text = path.read_text(encoding="utf-8")
    path.write_bytes(text.replace("\n", "\r\n").encode("gb18030"))
    assert run(["check", "--project", str(office.root)]) == 0


@pytest.mark.parametrize(
    ("key", "value", "words"),
    [
        ("last_day", "2026-11-09", "不够规定的期限"),
        ("last_day", "2026-11-01", "日期前后矛盾"),
        ("decided_on", "2026-11-03", "决定日期晚于首日"),
        ("published", "2026-11-04 09:00", "发布时间不在首日"),
        ("rows", 2, "批准书写明2行"),
        ("list", "2026-10/old_age_allowance.public_notice", "批的是另一份名单"),
        ("document_number", "禾政民示〔2026〕99号", "台账里没有这份批准书"),
        ("evidence", {}, "要先有 审核"),
        ("rows_sha256", "0" * 64, "内容与批准时不一样"),
        ("rows_sm3", "0" * 64, "内容与批准时不一样"),
        ("disclosure_digest", "0" * 64, "公开规则改过"),
        ("decided_by", "", "批准书读不出来"),
    ],
)
def test_an_edited_statement_is_refused(office, capsys, key, value, words):
    path = (office.root / LIST).with_name("old_age_allowance.public_notice.approval.json")
    content = json.loads(path.read_text(encoding="utf-8"))
    content[key] = value
    text = json.dumps(content, ensure_ascii=False, sort_keys=True, indent=2) + "\n"
    path.write_text(text, encoding="utf-8")
    assert run(["check", "--project", str(office.root)]) == 1
    assert words in capsys.readouterr().err


def test_approve_computes_the_last_day_and_links_the_public_notice(office, capsys):
    path = office.root / "data/rounds/2026-10/old_age_allowance.announcement.csv"
    assert run(["approve", str(path), "--project", str(office.root)]) == 0
    statement = load_statement(path.with_name("old_age_allowance.announcement.approval.json"))
    notice = path.with_name("old_age_allowance.public_notice.approval.json")
    assert statement.follows.list == "2026-10/old_age_allowance.public_notice"
    assert statement.follows.sha256 == sha256(notice.read_bytes()).hexdigest()
    assert statement.evidence == load_statement(notice).evidence != {}
    assert (statement.first_day.isoformat(), statement.last_day.isoformat()) == ("2026-10-20", "2027-10-19")
    assert "已写批准书" in capsys.readouterr().out


def test_a_standing_list_needs_a_decision(office, capsys):
    path = office.root / "data/standing/service_guide/temporary_assistance.yaml"
    assert run(["approve", str(path), "--project", str(office.root)]) == 1
    assert "--on 日期 --number 文号" in capsys.readouterr().err
    assert (
        run(
            [
                "approve",
                str(path),
                "--project",
                str(office.root),
                "--on",
                "2026-07-20",
                "--number",
                "禾政发〔2026〕22号",
            ]
        )
        == 0
    )


def test_a_list_with_findings_is_not_approved(office):
    path = office.root / LIST
    statement = path.with_name("old_age_allowance.public_notice.approval.json")
    before = statement.read_bytes()
    path.write_text(path.read_text(encoding="utf-8").replace(".00", "元", 1), encoding="utf-8")
    assert run(["approve", str(path), "--project", str(office.root)]) == 1
    assert statement.read_bytes() == before
