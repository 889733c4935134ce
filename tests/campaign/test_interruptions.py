"""Killed, out of space, or eight at a time: a reader never meets a missing, half-written or mixed release."""

import errno
import hashlib
import multiprocessing
import multiprocessing.process
import os
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from pathlib import Path
from random import Random

import pytest

from generator.cli import run
from generator.release.layout import current_release, releases
from generator.release.manifest import load_manifest
from tests.line.test_release import release_tree

# Forked from a process without threads that has imported what a build needs.
_READY = multiprocessing.get_context("forkserver")
_READY.set_forkserver_preload(["generator.cli.build", "generator.adapters.mkdocs"])
LIST = "data/rounds/2026-11/old_age_allowance.public_notice.csv"


class Reader:
    """Reads whatever is live, again and again: every file there, and of the same release."""

    def __init__(self, out: Path) -> None:
        self.out, self.reads, self.failures = out, 0, list[str]()

    def read(self) -> None:
        """One release as a client sees it that has opened the folder."""
        release = current_release(self.out)
        known = load_manifest(release)
        if release is None or known is None:
            self.failures.append("no release")
            return
        for path, made in known.files.items():
            try:
                content = (release / path).read_bytes()
            except FileNotFoundError:
                # Releases are kept for a while only: of one that is no longer live, files may be gone.
                if current_release(self.out) == release:
                    self.failures.append(f"missing: {path}")
                continue
            if hashlib.sha256(content).hexdigest() != made.sha256:
                self.failures.append(f"mixed: {path}")
        if not (self.out / "site/index.html").read_bytes().rstrip().endswith(b"</html>"):
            self.failures.append("half a page")
        self.reads += 1


@contextmanager
def reading(out: Path) -> Iterator[Reader]:
    reader, ended = Reader(out), threading.Event()

    def read_on() -> None:
        while not ended.wait(0.02):
            reader.read()

    thread = threading.Thread(target=read_on)
    thread.start()
    try:
        yield reader
    finally:
        ended.set()
        thread.join()


def start_build(project: Path, *options: str) -> multiprocessing.process.BaseProcess:
    """The process of a build, with everything imported already: a kill falls into the work."""
    process = _READY.Process(target=_build, args=(["build", "--project", str(project), "--jobs", "1", *options],))
    process.start()
    return process


def _build(arguments: list[str]) -> None:
    with Path(os.devnull).open("w") as nowhere, redirect_stdout(nowhere), redirect_stderr(nowhere):
        sys.exit(run(arguments))


def test_killed_at_random_moments(tiny, times):
    before = release_tree(tiny.root)
    began = time.monotonic()
    build = start_build(tiny.root, "--clean")
    build.join()
    assert build.exitcode == 0
    whole = time.monotonic() - began
    moments = [Random(seed).uniform(0, whole) for seed in times(200)]
    with reading(tiny.root) as reader:
        for moment in moments:
            build = start_build(tiny.root, "--clean")
            time.sleep(moment)
            build.kill()
            build.join()
            assert release_tree(tiny.root) == before
    assert reader.reads > 0 and reader.failures == []
    assert run(["build", "--project", str(tiny.root)]) == 0
    assert release_tree(tiny.root) == before
    assert not (releases(tiny.root) / ".staging").exists()


def test_a_disk_that_is_full_at_any_level(tiny, times, monkeypatch, capsys):
    """Space for so many bytes and no more (injected: mounting a small disk needs rights that tests do not have)."""
    build = ["build", "--project", str(tiny.root), "--clean", "--jobs", "1"]
    plenty = 2**40
    left = plenty

    def limited(write):
        def write_within(path: Path, content: bytes) -> int:
            nonlocal left
            left -= len(content)
            if left < 0:
                raise OSError(errno.ENOSPC, "No space left on device")
            return write(path, content)

        return write_within

    monkeypatch.setattr(Path, "write_bytes", limited(Path.write_bytes))
    # What the site engine writes by itself does not come by here.
    assert run(build) == 0
    whole = plenty - left
    before, link = release_tree(tiny.root), (tiny.root / ".build/current").readlink()
    with reading(tiny.root) as reader:
        for level in times(20):
            left = int(whole * (level + 0.5) / 20)
            assert run(build) == 3
            assert (tiny.root / ".build/current").readlink() == link
            assert release_tree(tiny.root) == before
    assert "写文件失败" in capsys.readouterr().err
    assert reader.reads > 0 and reader.failures == []


@pytest.mark.parametrize("builds", [8])
def test_many_builds_at_once(tiny, builds):
    """One publishes, the others are told to wait; the reader sees the old release, then the new one."""
    path = tiny.root / LIST
    path.write_text(path.read_text(encoding="utf-8").rsplit("\n", 2)[0] + "\n", encoding="utf-8")
    assert run(["approve", str(path), "--correction", "重新核对了名单", "--project", str(tiny.root)]) == 0
    with reading(tiny.root) as reader:
        processes = [start_build(tiny.root) for _ in range(builds)]
        for process in processes:
            process.join()
    codes = [process.exitcode for process in processes]
    assert set(codes) <= {0, 3} and 0 in codes
    assert reader.reads > 0 and reader.failures == []
    tree = release_tree(tiny.root)
    assert run(["build", "--project", str(tiny.root), "--clean"]) == 0
    assert release_tree(tiny.root) == tree
