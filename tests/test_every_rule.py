"""Every rule of the catalogue is produced by something, and none by the good sample office.

Most come from a bad file of `bad_inputs/`. What no file of an office can cause,
such as a leak in generated output or a failing disk, has a producer here, and
the producer is run: a name in a list proves nothing.
"""

from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path

import pytest

from generator.adapters.mkdocs import build_prose
from generator.approvals import LEDGER
from generator.cli import run
from generator.examination import examine
from generator.findings import Finding, has_errors, rules
from generator.intake.read import read_grid
from generator.office.withdrawals import WITHDRAWALS
from generator.pipeline import bundle, publish
from generator.project import Project
from generator.release.publish import _found
from generator.release.scan import make_target, scan_file, searches
from generator.release.withdrawn import withdrawn_in
from generator.sources import read
from generator.sources.sheet import Unreadable
from generator.today import choose_today
from tests import signing
from tests.conftest import REPOSITORY
from tests.intake.test_formats import ROWS, renamed_stream, repacked, workbook
from tests.numbers import NUMBERS
from tests.test_bad_inputs import CASES, content_of

OLD_WORKBOOK = REPOSITORY / "tests/intake/files/old_system.xls"
TARGET = make_target([], frozenset({"甄有田", "高龄"}), frozenset())
Producer = Callable[[Project, pytest.MonkeyPatch], Iterable[Finding]]


def disk_error(office: Project, monkeypatch: pytest.MonkeyPatch) -> Iterable[Finding]:
    def fail(path: Path) -> bytes:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(Path, "read_bytes", fail)
    return read(office.root / "data/registers/units.csv", "data/registers/units.csv")[1]


def link_to_nowhere(office: Project, monkeypatch: pytest.MonkeyPatch) -> Iterable[Finding]:
    (office.root / "content/about.md").write_text("# 关于\n\n[名单](notices/no-such-page.html)\n", encoding="utf-8")
    today = choose_today("2026-11-05", {}, None, None)
    made = bundle(office, examine(office, today), today)
    return build_prose(office, made, office.root / "staging")[1]


def old_statement_brought_back(office: Project, monkeypatch: pytest.MonkeyPatch) -> Iterable[Finding]:
    path = office.root / "data/rounds/2026-11/old_age_allowance.public_notice.csv"
    files = {each: each.read_bytes() for each in (path, path.with_suffix(".approval.json"))}
    path.write_bytes(b"\n".join(path.read_bytes().splitlines()[:-1]) + b"\n")
    assert run(["approve", str(path), "--correction", "有人不符合条件", "--project", str(office.root)]) == 0
    for each, content in files.items():
        each.write_bytes(content)
    return examine(office, choose_today("2026-11-05", {}, None, None)).findings


def removed_withdrawal(office: Project, monkeypatch: pytest.MonkeyPatch) -> Iterable[Finding]:
    withdraw(office)
    (office.root / WITHDRAWALS).unlink()
    return examine(office, choose_today("2026-11-05", {}, None, None)).findings


def unreadable_withdrawal(office: Project, monkeypatch: pytest.MonkeyPatch) -> Iterable[Finding]:
    (office.root / WITHDRAWALS).write_text("通知,日期,原因\n坏了\n", encoding="utf-8")
    return withdrawn_in(office)[1]


def data_before_a_withdrawal(office: Project, monkeypatch: pytest.MonkeyPatch) -> Iterable[Finding]:
    ledger = (office.root / LEDGER).read_bytes()
    withdraw(office)
    assert run(["build", "--project", str(office.root)]) == 0
    (office.root / WITHDRAWALS).unlink()
    (office.root / LEDGER).write_bytes(ledger)
    today = choose_today("2026-11-05", {}, None, None)
    made = bundle(office, examine(office, today), today)
    prose = partial(build_prose, office, made)
    return publish(made, office.root, today, prose, jobs=1, clean=False, progress=lambda *_: None, key=None).findings


def withdraw(office: Project) -> None:
    notice = "2026-11/old_age_allowance.public_notice"
    assert run(["withdraw", notice, "--reason", "金额全部写错", "--project", str(office.root)]) == 0


def signed(spoil: Callable[[Project, Path, dict[str, Path]], object]) -> Producer:
    """A list that two have signed, and what then went wrong with its second signature."""

    def produce(office: Project, monkeypatch: pytest.MonkeyPatch) -> Iterable[Finding]:
        path, keys = office.root / "data/rounds/2026-11/old_age_allowance.public_notice.csv", signing.signers(office)
        for role, key in keys.items():
            signing.forge(office, path, role, key)
        before = {each.rule for each in examine(office, signing.DAY).findings if each.rule.startswith("sign")}
        assert before == {"signature-missing"}, "the two signatures must be good to begin with"
        spoil(office, path, keys)
        return examine(office, signing.DAY).findings

    return produce


def shorter(office: Project, path: Path, keys: dict[str, Path]) -> None:
    signing.disallow(office)
    signing.allow(office, "approving/li", keys["approving"], last="20261101")


def of_the_same_person(office: Project, path: Path, keys: dict[str, Path]) -> None:
    signing.allow(office, "approving/li", keys["handling"])
    signing.forge(office, path, "approving", keys["handling"])


def not_recorded(office: Project, path: Path, keys: dict[str, Path]) -> None:
    ledger = office.root / "data/ledger.jsonl"
    ledger.write_bytes(b"".join(ledger.read_bytes().splitlines(keepends=True)[:-1]))


def id_in_a_page(office: Project, monkeypatch: pytest.MonkeyPatch) -> Iterable[Finding]:
    return scan_file(office.root, page(office, f"<p>{NUMBERS['ID']}</p>"), searches(TARGET)).findings


def name_in_a_page(office: Project, monkeypatch: pytest.MonkeyPatch) -> Iterable[Finding]:
    return scan_file(office.root, page(office, "<p>慰问甄有田老人</p>"), searches(TARGET)).findings


def name_inside_a_word(office: Project, monkeypatch: pytest.MonkeyPatch) -> Iterable[Finding]:
    return _found([scan_file(office.root, page(office, "<p>高龄津贴</p>"), searches(TARGET))])


def page(office: Project, text: str) -> str:
    (office.root / "site").mkdir()
    (office.root / "site/a.html").write_text(text, encoding="utf-8")
    return "site/a.html"


def gigantic_workbook(office: Project, monkeypatch: pytest.MonkeyPatch) -> Iterable[Finding]:
    return refused(repacked(workbook(ROWS), lambda name, part: part, {"xl/media/a": b"0" * 302 * 2**20}))


def workbook_with_a_password(office: Project, monkeypatch: pytest.MonkeyPatch) -> Iterable[Finding]:
    return refused(renamed_stream(OLD_WORKBOOK.read_bytes(), "Workbook", "EncryptedPackage"))


def refused(content: bytes) -> Iterable[Finding]:
    with pytest.raises(Unreadable) as caught:
        read_grid(content, "a.xlsx")
    return caught.value.findings


PRODUCERS: dict[str, Producer] = {
    "raw-too-large": gigantic_workbook,
    "raw-encrypted": workbook_with_a_password,
    "file-unreadable": disk_error,
    "approval-replayed": old_statement_brought_back,
    "withdrawal-missing": removed_withdrawal,
    "withdrawal-unreadable": unreadable_withdrawal,
    "withdrawal-undone": data_before_a_withdrawal,
    "signature-wrong": signed(lambda office, path, keys: signing.record(office, path, "approving", b"nothing")),
    "signature-namespace": signed(
        lambda office, path, keys: signing.forge(office, path, "approving", keys["approving"], namespace="git")
    ),
    "signature-unknown": signed(lambda office, path, keys: signing.disallow(office)),
    "signature-role": signed(lambda office, path, keys: signing.forge(office, path, "approving", keys["handling"])),
    "signature-expired": signed(shorter),
    "signature-revoked": signed(lambda office, path, keys: signing.revoke(office, keys["approving"])),
    "signature-same-person": signed(of_the_same_person),
    "signature-unrecorded": signed(not_recorded),
    "prose-warning": link_to_nowhere,
    "output-private": id_in_a_page,
    "output-masked": name_in_a_page,
    "output-ambiguous": name_inside_a_word,
}


@pytest.mark.parametrize("rule", PRODUCERS)
def test_what_no_file_can_cause_is_produced_here(rule, office, monkeypatch):
    with monkeypatch.context() as patch:
        found = {each.rule for each in PRODUCERS[rule](office, patch)}
    assert rule in found


def test_every_rule_has_a_bad_example():
    """A case names its rule, and its own test holds it to that."""
    assert [case.name for case in CASES if "rule" not in content_of(case)] == []
    produced = {*PRODUCERS, *(content_of(case)["rule"] for case in CASES)}
    assert produced - set(rules()) == set(), "cases that name no rule of the catalogue"
    assert set(rules()) - produced == set(), "rules without a bad example"


def test_the_sample_office_is_silent():
    examination = examine(Project(REPOSITORY), choose_today("2026-11-05", {}, None, None))
    # The county's pack and the practice of elsewhere differ on purpose: that they do is worth a reminder.
    assert {each.rule for each in examination.findings} == {"rule-packs-disagree"}
    assert not has_errors(examination.findings)
