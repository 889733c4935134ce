"""Fixtures: the sample office built once for the whole run, and small offices of a test's own."""

import fcntl
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from audit.browser import running
from audit.verdict import ToolFailed
from generator.project import Project
from tests.offices import small_office

REPOSITORY = Path(__file__).parents[1]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--campaign", action="store_true", help="tests/campaign at full size, not a seeded tenth")


def run_gongshi(*arguments: object, **options: object) -> subprocess.CompletedProcess[str]:
    """The command line as a clerk runs it."""
    return subprocess.run(
        [sys.executable, "-m", "generator", *map(str, arguments)],
        cwd=REPOSITORY,
        capture_output=True,
        text=True,
        check=False,
        **{"timeout": 280, **options},
    )


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory, testrun_uid: str) -> Path:
    """The folder with `site/` and `print/` of the whole sample office, shared by all workers."""
    shared = tmp_path_factory.getbasetemp().parent / f"gongshi-built-{testrun_uid}"
    with Path(f"{shared}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (shared / "site").is_symlink():
            result = run_gongshi("build", "--project", REPOSITORY, "--out", shared, timeout=1500)
            assert result.returncode == 0, result.stderr
    return shared


@pytest.fixture(scope="session")
def pattern(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small office nobody touches: approving its lists anew for every test would take longer than most tests."""
    folder = tmp_path_factory.mktemp("pattern") / "office"
    small_office(REPOSITORY, folder)
    return folder


@pytest.fixture(scope="session")
def published_pattern(tmp_path_factory: pytest.TempPathFactory, pattern: Path) -> Path:
    """The small office with its first release."""
    folder = tmp_path_factory.mktemp("published") / "office"
    shutil.copytree(pattern, folder)
    result = run_gongshi("build", "--project", folder)
    assert result.returncode == 0, result.stderr
    return folder


@pytest.fixture
def published(tmp_path: Path, published_pattern: Path) -> Iterator[Project]:
    """A small office of its own that has a live release."""
    folder = tmp_path / "office"
    shutil.copytree(published_pattern, folder, symlinks=True)
    yield Project(folder)
    shutil.rmtree(folder)


@pytest.fixture
def office(tmp_path: Path, pattern: Path) -> Iterator[Project]:
    """A small office of its own: every kind, two villages, two rounds."""
    folder = tmp_path / "office"
    shutil.copytree(pattern, folder)
    yield Project(folder)
    shutil.rmtree(folder)


@pytest.fixture(scope="session")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    """Debian's Chromium. Without one these tests fail: a page nobody looked at is not a page that works."""
    try:
        with running(tmp_path_factory.mktemp("fonts")) as browser:
            yield browser
    except ToolFailed as missing:
        pytest.fail(str(missing), pytrace=False)
