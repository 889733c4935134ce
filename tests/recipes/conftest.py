"""An office with one list, because a recipe builds it again and again; and a server on which it has published before."""

import shutil
from pathlib import Path

import pytest

from generator.cli import run
from generator.project import Project
from tests.recipes.story import LIST


@pytest.fixture(scope="session")
def one_list(pattern: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small office without the lists that no test here looks at."""
    folder = tmp_path_factory.mktemp("one_list") / "office"
    shutil.copytree(pattern, folder)
    round_folder, name = (folder / LIST).parent, Path(LIST).name.removesuffix(".csv")
    for path in (folder / "data" / "rounds").iterdir():
        if path != round_folder:
            shutil.rmtree(path)
    for path in round_folder.iterdir():
        if path.name != "round.yaml" and not path.name.startswith(name):
            path.unlink()
    return folder


@pytest.fixture
def office(tmp_path: Path, one_list: Path) -> Project:
    return Project(shutil.copytree(one_list, tmp_path / "office"))


@pytest.fixture(scope="session")
def released(one_list: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """That office built once, so that not every test has to begin from nothing."""
    out = tmp_path_factory.mktemp("released")
    assert run(["build", "--project", str(one_list), "--out", str(out)]) == 0
    return out


@pytest.fixture
def server(office: Project, released: Path, tmp_path: Path) -> Path:
    """The server's folder, with the office's last release in `out/`."""
    shutil.copytree(released, tmp_path / "server" / "out", symlinks=True)
    return tmp_path / "server"
