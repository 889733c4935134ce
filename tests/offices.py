"""A small office cut from the sample: quick to build, and free to be spoilt by a test."""

import csv
import re
import shutil
from datetime import date
from pathlib import Path

from generator.artifacts import CSV, HTML, Page
from generator.examination import examine
from generator.pipeline import bundle
from generator.project import Project
from tests.sample_office.regenerate import approve_all

VILLAGES = ("望山村", "街心社区")
ROUNDS = ("2026-10", "2026-11")
LISTS = ("extreme_poverty_support", "old_age_allowance", "subsistence_allowance", "temporary_assistance")
# Two kinds with posters show what posters do; compiling those of all would be most of the time of these tests.
WITHOUT_POSTERS = ("extreme_poverty_support", "policy_document", "service_guide", "temporary_assistance")
_POSTERS = re.compile(r"^posters:\n(  - .*\n)+", re.MULTILINE)
_ROWS = 3


def small_office(repository: Path, folder: Path) -> None:
    """Every kind; lists of four of them for two villages, at most three rows each, in two rounds, all approved."""
    for name in ("content", "mkdocs.yml"):
        source = repository / name
        (shutil.copytree if source.is_dir() else shutil.copy)(source, _parent(folder / name))
    for name in ("office.yaml", "registers", "kinds"):
        source = repository / "data" / name
        (shutil.copytree if source.is_dir() else shutil.copy)(source, _parent(folder / "data" / name))
    for path in sorted((folder / "data" / "kinds").glob("*.yaml")):
        # One size per look: every size is tested on the whole sample.
        rewrite(path, "sizes: [A4, A3]", "sizes: [A4]", missing_ok=True)
        rewrite(path, "sizes: [A3, 60x90]", "sizes: [A3]", missing_ok=True)
    for name in WITHOUT_POSTERS:
        path = folder / "data" / "kinds" / f"{name}.yaml"
        text, found = _POSTERS.subn("posters: []\n", path.read_text(encoding="utf-8"))
        assert found == 1, name
        path.write_text(text, encoding="utf-8")
    _keep(folder / "data" / "registers" / "villages.csv", "名称")
    for register, column in (("staff", "服务村"), ("premises", "村（社区）"), ("deaths", "村")):
        _of_the_villages(folder / "data" / "registers" / f"{register}.csv", column)
    for path in (repository / "data" / "rules").glob("practice-*.yaml"):
        shutil.copy(path, _parent(folder / "data" / "rules" / path.name))
    for name in ROUNDS:
        target = _parent(folder / "data" / "rounds" / name / "round.yaml")
        source = repository / "data" / "rounds" / name
        shutil.copy(source / "round.yaml", target)
        for path in sorted(source.glob("*.public_notice.csv")) + sorted(source.glob("*.announcement.csv")):
            if path.name.split(".")[0] not in LISTS:
                continue
            shutil.copy(path, target.with_name(path.name))
            _keep(target.with_name(path.name), "村（社区）")
    for name in ("duty_list/village_assistant.csv", "service_guide/temporary_assistance.yaml"):
        shutil.copy(repository / "data" / "standing" / name, _parent(folder / "data" / "standing" / name))
    for path in sorted((repository / "data" / "standing" / "policy_document").glob("*.yaml"))[:2]:
        shutil.copy(path, _parent(folder / "data" / "standing" / "policy_document" / path.name))
    approve_all(Project(folder))


def rewrite(path: Path, old: str, new: str, missing_ok: bool = False) -> None:
    """Replaces the first `old` in a text file; `old` must be there unless `missing_ok`."""
    text = path.read_text(encoding="utf-8")
    assert missing_ok or old in text, f"{old!r} is not in {path.name}"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def pages(office: Project, today: date = date(2026, 11, 5)) -> dict[str, str]:
    """Heads and bodies of the pages, and the tables, that an office without errors puts into `site/`; no posters."""
    examination = examine(office, today)
    made = {}
    for artifact in bundle(office, examination, today).artifacts:
        if artifact.path.startswith("site/") and artifact.media_type in (HTML, CSV) and not artifact.sources:
            content = artifact.make()
            made[artifact.path] = content.head + content.body if isinstance(content, Page) else content.decode("utf-8")
    return made


def _keep(path: Path, column: str) -> None:
    """Only the rows of the two villages, at most three of each."""
    with path.open(encoding="utf-8", newline="") as file:
        heading, *rows = csv.reader(file)
    index = heading.index(column)
    kept = [row for name in VILLAGES for row in [each for each in rows if each[index] == name][:_ROWS]]
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows([heading, *kept])


def _of_the_villages(path: Path, column: str) -> None:
    """The rows of the two villages, and those of no village."""
    with path.open(encoding="utf-8", newline="") as file:
        heading, *rows = csv.reader(file)
    index = heading.index(column)
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows([heading, *(r for r in rows if r[index] in {"", *VILLAGES})])


def _parent(path: Path) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    return path
