"""A list that has been shown is not changed in silence."""

from generator.approvals import load_ledger, load_statement, statement_digest
from generator.cli import run
from tests.offices import pages

LIST = "data/rounds/2026-11/old_age_allowance.public_notice.csv"
NOTE = "有一人已经去世"


def without_last_row(office):
    path = office.root / LIST
    path.write_bytes(b"\n".join(path.read_bytes().splitlines()[:-1]) + b"\n")
    return path


def test_a_correction_says_why_on_the_page(office):
    path = without_last_row(office)
    assert run(["approve", str(path), "--correction", NOTE, "--project", str(office.root)]) == 0
    assert [text for text in pages(office).values() if f"2026年11月5日更正：{NOTE}" in text]


def test_without_a_reason_nothing_is_written(office, capsys):
    path = without_last_row(office)
    before = path.with_suffix(".approval.json").read_bytes()
    assert run(["approve", str(path), "--project", str(office.root)]) == 2
    assert "--correction" in capsys.readouterr().err
    assert path.with_suffix(".approval.json").read_bytes() == before


def test_a_corrected_public_notice_runs_its_full_period_again(office):
    path = without_last_row(office)
    old = load_statement(path.with_suffix(".approval.json"))
    run(["approve", str(path), "--correction", NOTE, "--project", str(office.root)])
    new = load_statement(path.with_suffix(".approval.json"))
    assert (old.first_day.isoformat(), old.last_day.isoformat()) == ("2026-11-02", "2026-11-10")
    # The seventh working day from 5 November on.
    assert (new.first_day.isoformat(), new.last_day.isoformat()) == ("2026-11-05", "2026-11-13")
    assert new.correction.supersedes == statement_digest(old)
    assert load_ledger(office)[0].lines[-1].sha256 == statement_digest(new)


def test_before_its_first_day_a_list_may_be_approved_again(office):
    path = without_last_row(office)
    arguments = ["approve", str(path), "--today", "2026-11-01", "--project", str(office.root)]
    assert run(arguments) == 0
    assert load_statement(path.with_suffix(".approval.json")).correction is None


def test_approving_the_same_again_adds_nothing_to_the_ledger(office):
    path = office.root / LIST
    before = (office.root / "data/ledger.jsonl").read_bytes()
    assert run(["approve", str(path), "--project", str(office.root)]) == 0
    assert (office.root / "data/ledger.jsonl").read_bytes() == before


def test_the_reason_is_public_and_holds_no_numbers_of_persons(office, capsys):
    path = without_last_row(office)
    reason = "来电13" + "800138000要求"
    assert run(["approve", str(path), "--correction", reason, "--project", str(office.root)]) == 2
    assert reason not in capsys.readouterr().err
