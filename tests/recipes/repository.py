"""An office's repository as a recipe sees it: a bare one to push to, and whoever pushes; what is served, over HTTP."""

import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import ProxyHandler, Request, build_opener

from tests.conftest import REPOSITORY

RECIPES = REPOSITORY / "recipes"
OFFICE = ("content", "data", "mkdocs.yml")
# What `make install` makes is here already: the environment that runs this.
_MAKEFILE = f"install:\n\t@ln -s {sys.prefix} .venv\n"


@dataclass(frozen=True)
class Run:
    """What one run of a recipe came to: its exit code, what it printed, and what it wrote for people to read later."""

    code: int
    log: str
    summary: str = ""

    @property
    def ok(self) -> bool:
        return self.code == 0


@dataclass(frozen=True)
class Repository:
    """`bare` is the server's, `work` the clerk's."""

    bare: Path
    work: Path

    def push(self, message: str, branch: str = "main") -> None:
        git(self.work, "add", "--all")
        git(self.work, "commit", "--quiet", "--message", message)
        git(self.work, "push", "--quiet", "origin", f"HEAD:{branch}")

    def clone(self, folder: Path, branch: str = "main") -> Path:
        """A new clone, as a runner makes one for each job."""
        shutil.rmtree(folder, ignore_errors=True)
        git(self.bare.parent, "clone", "--quiet", "--branch", branch, str(self.bare), str(folder))
        return folder


def office_repository(office: Path, folder: Path) -> Repository:
    """A copy of an office, with the recipes where their servers look for them, pushed to a bare repository."""
    work = folder / "clerk"
    for name in OFFICE:
        source = office / name
        (shutil.copytree if source.is_dir() else shutil.copy)(source, _parent(work / name))
    shutil.copy(RECIPES / "github" / "gongshi.yml", _parent(work / ".github" / "workflows" / "gongshi.yml"))
    shutil.copy(RECIPES / "gitlab" / ".gitlab-ci.yml", work)
    (work / "Makefile").write_text(_MAKEFILE, encoding="utf-8")
    bare = folder / "office.git"
    git(folder, "init", "--quiet", "--bare", "--initial-branch", "main", str(bare))
    git(work, "init", "--quiet", "--initial-branch", "main")
    git(work, "remote", "add", "origin", str(bare))
    repository = Repository(bare, work)
    repository.push("The office as it is")
    return repository


def environment(home: Path, **more: str) -> dict[str, str]:
    """What a runner's shell starts with: nothing of the one that runs the tests but the code under test."""
    names = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1", "PYTHONPATH": str(REPOSITORY)}
    people = {f"GIT_{role}_{key}": "test" for role in ("AUTHOR", "COMMITTER") for key in ("NAME", "EMAIL")}
    return {"PATH": "/usr/bin:/bin", "HOME": str(home), "LANG": "C.UTF-8", "CI": "true", **names, **people, **more}


def shell(command: list[str], folder: Path, variables: Mapping[str, str]) -> subprocess.CompletedProcess[str]:
    """Runs a command with standard output and errors in one, as a log shows them."""
    return subprocess.run(
        command,
        cwd=folder,
        env=variables,
        text=True,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
        timeout=1500,
    )


def git(folder: Path, *arguments: str) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    done = shell(["git", *arguments], folder, environment(folder))
    assert done.returncode == 0, done.stdout


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address at which a folder is served on this machine; ends with a slash."""
    handler = partial(_Quiet, directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def fetch(address: str | Request) -> tuple[int, Mapping[str, str], bytes]:
    """Status, headers and content."""
    try:
        with build_opener(ProxyHandler({})).open(address, timeout=20) as answer:
            return answer.status, answer.headers, answer.read()
    except HTTPError as error:
        return error.code, error.headers, error.read()


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """The log of a test is no access log."""


def _parent(path: Path) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    return path
