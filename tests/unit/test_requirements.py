"""The locked lists hold what `requirements/*.in` ask for: a list that was not made anew fails here, not at a newcomer's."""

import re
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, requires
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.conftest import REPOSITORY

FOLDER = REPOSITORY / "requirements"


def asked(path: Path) -> Iterator[Requirement]:
    """The lines of an `.in` file and of those it includes."""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("-r "):
            yield from asked(path.with_name(line.removeprefix("-r ")))
        elif line and not line.startswith("#"):
            yield Requirement(line)


def locked(path: Path) -> dict[str, str]:
    """Version by name, where this Python needs it."""
    lines = [line.removesuffix(" \\") for line in path.read_text(encoding="utf-8").splitlines() if "==" in line]
    pins = [Requirement(line) for line in lines if not line.startswith((" ", "#"))]
    return {
        canonicalize_name(each.name): str(each.specifier).removeprefix("==")
        for each in pins
        if each.marker is None or each.marker.evaluate()
    }


def needed_by(wanted: Requirement) -> Iterator[Requirement]:
    """What an installed package needs for itself and for the extras asked for."""
    try:
        lines = requires(wanted.name) or []
    except PackageNotFoundError:
        return
    for each in map(Requirement, lines):
        if each.marker is None or any(each.marker.evaluate({"extra": extra}) for extra in ("", *wanted.extras)):
            yield each


@pytest.mark.parametrize("name", ["run", "dev", "bench"])
def test_the_lock_follows_what_is_asked(name):
    pins = locked(FOLDER / f"{name}.txt")
    open_, seen = list(asked(FOLDER / f"{name}.in")), set()
    while open_:
        wanted = open_.pop()
        if str(wanted) in seen:
            continue
        seen.add(str(wanted))
        version = pins.get(canonicalize_name(wanted.name))
        assert version is not None and version in wanted.specifier, f"{wanted}: run `make lock`"
        open_ += needed_by(wanted)
    assert len(seen) > 40


@pytest.mark.parametrize("name", ["run", "dev", "bench"])
def test_every_pin_has_hashes_and_no_address(name):
    text = (FOLDER / f"{name}.txt").read_text(encoding="utf-8")
    for entry in re.split(r"\n(?=\S)", text.strip()):
        assert "--hash=sha256:" in entry, entry.splitlines()[0]
    assert "://" not in text and " @ " not in text
