"""The same tests at two sizes: `make test` runs a seeded tenth, `make campaign` all of it."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from generator.project import Project
from tests.conftest import run_gongshi
from tests.sample_office.regenerate import approve_all

# What stays of the small office: two lists of two rounds, and a duty list.
KEPT = ("old_age_allowance", "temporary_assistance")
STANDING = ("village_assistant",)


@pytest.fixture(scope="session")
def times(request: pytest.FixtureRequest) -> Callable[[int], range]:
    """How often, of the times that the whole campaign takes."""
    part = 1 if request.config.getoption("--campaign") else 10
    return lambda whole: range(-(-whole // part))


@pytest.fixture(scope="session")
def tiny_pattern(tmp_path_factory: pytest.TempPathFactory, pattern: Path) -> Path:
    """An office that is built in a second or two, with its first release."""
    folder = tmp_path_factory.mktemp("tiny") / "office"
    shutil.copytree(pattern, folder)
    for path in [*(folder / "data/rounds").glob("*/*.*.*"), *(folder / "data/standing").glob("*/*")]:
        if not path.name.startswith(KEPT + STANDING):
            path.unlink()
    (folder / "data/ledger.jsonl").unlink()
    approve_all(Project(folder))
    result = run_gongshi("build", "--project", folder)
    assert result.returncode == 0, result.stderr
    return folder


@pytest.fixture
def tiny(tmp_path: Path, tiny_pattern: Path) -> Iterator[Project]:
    """A tiny office of one's own, with a live release."""
    folder = tmp_path / "office"
    shutil.copytree(tiny_pattern, folder, symlinks=True)
    yield Project(folder)
    shutil.rmtree(folder)
