"""Eleventy: pagination over the data makes a page per notice.

Its templates are functions of JavaScript that escape what they show: of
Eleventy's languages the fastest here. Nunjucks, which it compiles anew for
each page, took almost three times as long.
"""

import shutil
from collections.abc import Sequence
from pathlib import Path

from benchmarks.peers import Notice, write_json
from benchmarks.process import Program

OUTPUT = "public"
_SITE = Path(__file__).with_suffix("")
_PROGRAM = _SITE / "node_modules" / "@11ty" / "eleventy" / "cmd.cjs"


def write(folder: Path, notices: Sequence[Notice]) -> None:
    shutil.copytree(_SITE, folder, ignore=shutil.ignore_patterns("node_modules", "package-lock.json"))
    write_json(folder / "content" / "_data" / "notices.json", notices)


def command(folder: Path) -> Program:
    return Program(("node", str(_PROGRAM), "--quiet"), folder)
