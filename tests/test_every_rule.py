"""Every rule of the catalogue is produced by something, and none by the good sample office.

Most come from a bad file of `bad_inputs/`. What no file of an office can cause,
such as a leak in generated output or a failing disk, has a producer here, and
the producer is run: a name in a list proves nothing.
"""

from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from generator.adapters.mkdocs import build_prose
from generator.cli import run
from generator.findings import Finding, rules
from generator.pipeline import bundle, examine
from generator.project import Project
from generator.release.publish import _scan
from generator.release.scan import make_target, scan_file
from generator.sources import read
from generator.today import choose_today
from tests.conftest import REPOSITORY
from tests.numbers import NUMBERS
from tests.offices import small_office
from tests.test_bad_inputs import CASES, command, content_of, lay_out, rules_in

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


def id_in_a_page(office: Project, monkeypatch: pytest.MonkeyPatch) -> Iterable[Finding]:
    return scan_file(office.root, page(office, f"<p>{NUMBERS['ID']}</p>"), TARGET).findings


def name_in_a_page(office: Project, monkeypatch: pytest.MonkeyPatch) -> Iterable[Finding]:
    return scan_file(office.root, page(office, "<p>慰问甄有田老人</p>"), TARGET).findings


def name_inside_a_word(office: Project, monkeypatch: pytest.MonkeyPatch) -> Iterable[Finding]:
    return _scan(office.root, [page(office, "<p>高龄津贴</p>")], TARGET, 1, lambda task, done, total: None)


def page(office: Project, text: str) -> str:
    (office.root / "site").mkdir()
    (office.root / "site/a.html").write_text(text, encoding="utf-8")
    return "site/a.html"


PRODUCERS: dict[str, Producer] = {
    "file-unreadable": disk_error,
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


def test_every_rule_has_a_bad_example(tmp_path_factory, capsys):
    """A case that names its rule is held to it by its own test; the others are run here."""
    produced = set(PRODUCERS)
    for case in CASES:
        rule = content_of(case).get("rule")
        produced |= {rule} if rule else found_by_running(case, tmp_path_factory.mktemp(case.name), capsys)
    assert produced - set(rules()) == set(), "cases that name no rule of the catalogue"
    assert set(rules()) - produced == set(), "rules without a bad example"


def found_by_running(case: Path, folder: Path, capsys: pytest.CaptureFixture[str]) -> set[str]:
    small_office(REPOSITORY, folder / "office")
    office = Project(folder / "office")
    lay_out(case, office)
    run(command(case, office))
    return rules_in(capsys.readouterr().err)


def test_the_sample_office_is_silent():
    examination = examine(Project(REPOSITORY), choose_today("2026-11-05", {}, None, None))
    assert examination.findings == ()
    assert examination.not_checked == ()
