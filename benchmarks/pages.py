"""Times the whole build of many notice pages, ours against MkDocs as people use it.

`python -m benchmarks.pages [--pages 1000] [--rows 40]`. Every figure is a whole
process, all in one run on one machine: trust the ratios, not the seconds. On a
busy machine the ratio of processor time is the steadier one. The plain site is
MkDocs with Material, its own navigation and search and nothing else; it neither
checks nor scans, and has no village pages, downloads or prepared tombstones.
"""

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from resource import struct_rusage

REPOSITORY = Path(__file__).parents[1]


@dataclass(frozen=True)
class Measured:
    """One process: seconds on the clock and of processor, peak memory in MB, files there afterwards and their bytes."""

    name: str
    seconds: float
    processor: float
    megabytes: float
    files: int
    size: int


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, default=1000, help="notices")
    parser.add_argument("--rows", type=int, default=40, help="rows of each notice")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="gongshi-bench-") as name:
        folder = Path(name)
        _warm_up(folder / "warm")
        run(_office(folder / "timed", "--pages", asked.pages, "--rows", asked.rows))
        plain, *ours = _measure(folder / "timed")
    print(f"{asked.pages} notices of {asked.rows} rows, {os.cpu_count()} processors")
    print(_table(plain, ours))


def _warm_up(folder: Path) -> None:
    """Byte code and file cache: nobody's first build is timed."""
    run(_office(folder, "--pages", 4, "--rows", 4))
    run(_ours(folder))
    run(_plain(folder))


def _measure(folder: Path) -> list[Measured]:
    """The plain site first, then ours in three states."""
    site = folder / "office" / "site"
    measured = [
        timed("MkDocs + Material, cold", _plain(folder), folder / "plain" / "site"),
        timed("ours, cold", _ours(folder), site),
        timed("ours, no change", _ours(folder), site),
    ]
    run(_office(folder, "--change"))
    return [*measured, timed("ours, 1 % of notices changed", _ours(folder), site)]


def _office(folder: Path, *options: object) -> list[str]:
    return ["benchmarks.office", str(folder), *map(str, options)]


def _ours(folder: Path) -> list[str]:
    return ["generator", "build", "--project", str(folder / "office"), "--today", "2026-11-05"]


def _plain(folder: Path) -> list[str]:
    return ["mkdocs", "build", "--quiet", "--config-file", str(folder / "plain" / "mkdocs.yml")]


def timed(name: str, module: Sequence[str], folder: Path, ending: str = ".html") -> Measured:
    """One run of `python -m MODULE ...`; what it makes are the files in `folder` with that ending."""
    start = time.perf_counter()
    usage = run(module)
    seconds = time.perf_counter() - start
    sizes = [path.stat().st_size for path in folder.rglob(f"*{ending}")]
    return Measured(name, seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, len(sizes), sum(sizes))


def run(module: Sequence[str]) -> struct_rusage:
    """Runs `python -m MODULE ...`; what it used, its own children included. Exits with its output if it fails."""
    with tempfile.TemporaryFile() as output:
        process = subprocess.Popen(
            [sys.executable, "-m", *module], cwd=REPOSITORY, stdout=output, stderr=subprocess.STDOUT
        )
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            output.seek(0)
            sys.exit(f"{' '.join(module)} failed:\n{output.read().decode(errors='replace')}")
        return usage


def _table(plain: Measured, ours: Sequence[Measured]) -> str:
    """One line per process; the last two columns say how many times longer the plain build takes."""
    titles = ("", "seconds", "processor", "pages", "peak MB", "MkDocs/ours", "processor")
    lines = [f"{titles[0]:30}" + "".join(f"{title:>12}" for title in titles[1:])]
    for each in (plain, *ours):
        ratios = (plain.seconds / each.seconds, plain.processor / each.processor)
        figures = (f"{each.seconds:.2f}", f"{each.processor:.2f}", f"{each.files}", f"{each.megabytes:.0f}")
        cells = (*figures, *(f"{ratio:.1f}" for ratio in ratios))
        lines.append(f"{each.name:30}" + "".join(f"{cell:>12}" for cell in cells))
    return "\n".join(lines)


if __name__ == "__main__":
    main()
