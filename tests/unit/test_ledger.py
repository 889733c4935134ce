"""The ledger: any change to a line that is not the last breaks the chain, and is found with its number."""

from datetime import date
from hashlib import sha256

from hypothesis import given
from hypothesis import strategies as st

from generator.approvals import LEDGER, Ledger, append, load_ledger
from generator.project import Project

DAY = date(2026, 11, 5)


def ledger_of(folder, count):
    project, ledger = Project(folder), Ledger()
    (folder / "data").mkdir(parents=True, exist_ok=True)
    (folder / LEDGER).unlink(missing_ok=True)
    for number in range(count):
        digest = sha256(str(number).encode()).hexdigest()
        ledger = append(project, ledger, DAY, "approve", f"2026-11/kind_{number}.public_notice", digest)
    return project, ledger


def test_it_reads_back_what_was_appended(tmp_path):
    project, ledger = ledger_of(tmp_path, 5)
    assert load_ledger(project) == (ledger, ())
    assert ledger.head == sha256((tmp_path / LEDGER).read_bytes().splitlines(keepends=True)[-1]).hexdigest()


def test_an_office_that_approved_nothing_has_none(tmp_path):
    assert load_ledger(Project(tmp_path)) == (Ledger(), ())


@given(st.data())
def test_any_changed_byte_is_found(tmp_path_factory, data):
    project, _ = ledger_of(tmp_path_factory.mktemp("ledger"), 4)
    content = bytearray((project.root / LEDGER).read_bytes())
    # The head is published: a changed last line shows there.
    end = len(content) - len(content.splitlines(keepends=True)[-1])
    place = data.draw(st.integers(0, end - 1))
    content[place] ^= data.draw(st.integers(1, 255))
    (project.root / LEDGER).write_bytes(content)
    ledger, findings = load_ledger(project)
    assert ledger == Ledger() and [each.rule for each in findings] == ["ledger-broken"]


@given(st.integers(0, 4))
def test_a_line_left_out_is_found(tmp_path_factory, left_out):
    project, _ = ledger_of(tmp_path_factory.mktemp("ledger"), 6)
    lines = (project.root / LEDGER).read_bytes().splitlines(keepends=True)
    (project.root / LEDGER).write_bytes(b"".join(lines[:left_out] + lines[left_out + 1 :]))
    _, (finding,) = load_ledger(project)
    assert finding.place.line == left_out + 1
