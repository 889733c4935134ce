"""Times the whole build of many notice pages, ours against MkDocs as people use it.

`python -m benchmarks.pages [--pages 1000] [--rows 40]`. Every figure is a whole
process, all in one run on one machine: trust the ratios, not the seconds. The
plain site is MkDocs with Material, its own navigation and search and nothing
else; it neither checks, masks nor scans.
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

REPOSITORY = Path(__file__).parents[1]


@dataclass(frozen=True)
class Measured:
    """One process: seconds on the clock and of processor, peak memory, HTML pages there afterwards."""

    name: str
    seconds: float
    processor: float
    megabytes: float
    pages: int


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, default=1000, help="notices")
    parser.add_argument("--rows", type=int, default=40, help="rows of each notice")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="gongshi-bench-") as name:
        folder = Path(name)
        _warm_up(folder / "warm")
        _run(_office(folder / "timed", "--pages", asked.pages, "--rows", asked.rows))
        *ours, plain = _measure(folder / "timed")
    print(f"{asked.pages} notices of {asked.rows} rows, {os.cpu_count()} processors")
    print(_table(ours, plain))


def _warm_up(folder: Path) -> None:
    """Byte code and file cache: nobody's first build is timed."""
    _run(_office(folder, "--pages", 4, "--rows", 4))
    _run(_ours(folder))
    _run(_plain(folder))


def _measure(folder: Path) -> list[Measured]:
    ours, plain = folder / "office" / "site", folder / "plain" / "site"
    measured = [
        _timed("ours, cold", _ours(folder), ours),
        _timed("ours, no change", _ours(folder), ours),
    ]
    _run(_office(folder, "--change"))
    return [
        *measured,
        _timed("ours, 1 % of notices changed", _ours(folder), ours),
        _timed("MkDocs + Material, cold", _plain(folder), plain),
    ]


def _office(folder: Path, *options: object) -> list[str]:
    return ["benchmarks.office", str(folder), *map(str, options)]


def _ours(folder: Path) -> list[str]:
    return ["generator", "build", "--project", str(folder / "office"), "--today", "2026-11-05"]


def _plain(folder: Path) -> list[str]:
    return ["mkdocs", "build", "--quiet", "--config-file", str(folder / "plain" / "mkdocs.yml")]


def _timed(name: str, module: Sequence[str], site: Path) -> Measured:
    start = time.perf_counter()
    usage = _run(module)
    seconds = time.perf_counter() - start
    pages = sum(file.endswith(".html") for _, _, files in os.walk(site) for file in files)
    return Measured(name, seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, pages)


def _run(module: Sequence[str]) -> "os.struct_rusage":  # type: ignore[name-defined]
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


def _table(ours: Sequence[Measured], plain: Measured) -> str:
    lines = [f"{'':30}{'seconds':>9}{'processor':>11}{'pages':>8}{'peak MB':>9}{'MkDocs / ours':>15}"]
    for each in (*ours, plain):
        ratio = f"{plain.seconds / each.seconds:.1f}" if each is not plain else ""
        lines.append(
            f"{each.name:30}{each.seconds:9.2f}{each.processor:11.2f}{each.pages:8}{each.megabytes:9.0f}{ratio:>15}"
        )
    return "\n".join(lines)


if __name__ == "__main__":
    main()
