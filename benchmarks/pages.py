"""Times the whole build of many notice pages, ours beside Hugo, Eleventy and MkDocs as people use it.

`python -m benchmarks.pages [--pages 1000 3000 10000] [--rows 40]` prints a table in
Markdown for each size. Every figure is a whole process on one core, all in one
run on one machine: trust the ratios, not the seconds. On a busy machine the
ratio of processor time is the steadier one. Up to 3,000 pages it is the median
of three runs. Every build but "no change" and "one list changed" starts from nothing
and makes every page. A list that changed was approved anew, which every page of it says:
with one of the 28, one page in 28 changes (`benchmarks.county` has
enough lists for one in a hundred). The peers get what is to be shown and only show it, on
pages as large as ours; what they lack is in `benchmarks.peers`. "Rendering
alone" is the part of our own build that makes the notice pages, and is as much
as can be compared with them.
"""

import argparse
import json
import os
import shutil
import tempfile
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

from benchmarks.peers import eleventy, hugo, plain
from benchmarks.process import Measured, answer, run, timed

# Plain MkDocs takes four times as long for twice the pages.
_PLAIN_UP_TO = 1000
_THREE_RUNS_UP_TO = 3000


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, nargs="+", default=[1000, 3000, 10000], help="notices")
    parser.add_argument("--rows", type=int, default=40, help="rows of each notice")
    asked = parser.parse_args()
    # Inherited by every process from here on.
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    with tempfile.TemporaryDirectory(prefix="gongshi-bench-") as name:
        folder = Path(name)
        _warm_up(folder / "warm")
        for pages in asked.pages:
            runs = 3 if pages <= _THREE_RUNS_UP_TO else 1
            run(_office(folder / "timed", "--pages", pages, "--rows", asked.rows))
            measured = _measure(folder / "timed", runs, with_plain=pages <= _PLAIN_UP_TO)
            often = "median of three runs" if runs == 3 else "one run"
            title = f"{pages:,} notices of {asked.rows} rows, one core, {often}"
            print(f"{title}\n\n{_table(measured)}\n\n{_sizes(folder / 'timed')}\n", flush=True)
            shutil.rmtree(folder / "timed")


def _warm_up(folder: Path) -> None:
    """Byte code and file cache: nobody's first build is timed."""
    run(_office(folder, "--pages", 4, "--rows", 4))
    _measure(folder, 1, with_plain=True)


def _measure(folder: Path, runs: int, *, with_plain: bool) -> list[Measured]:
    """Hugo first, as all are compared with it."""
    measured = [
        _median(runs, lambda: _hugo(folder)),
        _median(runs, lambda: _eleventy(folder)),
        _median(runs, lambda: _ours(folder, "ours, cold", "--clean")),
        _median(runs, lambda: _ours(folder, "ours, no change")),
        _median(runs, lambda: _ours_changed(folder)),
        _median(runs, lambda: _rendering(folder)),
    ]
    return [*measured, _median(runs, lambda: _plain(folder))] if with_plain else measured


def _median(runs: int, measure: Callable[[], Measured]) -> Measured:
    """The run whose time on the clock is the median."""
    return sorted((measure() for _ in range(runs)), key=lambda each: each.seconds)[runs // 2]


def _hugo(folder: Path) -> Measured:
    output = _emptied(folder / "hugo" / hugo.OUTPUT)
    return timed("Hugo", hugo.command(folder / "hugo"), output)


def _eleventy(folder: Path) -> Measured:
    output = _emptied(folder / "eleventy" / eleventy.OUTPUT)
    return timed("Eleventy", eleventy.command(folder / "eleventy"), output)


def _plain(folder: Path) -> Measured:
    output = _emptied(folder / "plain" / plain.OUTPUT)
    return timed("MkDocs + Material", plain.command(folder / "plain"), output)


def _ours(folder: Path, name: str, *options: str) -> Measured:
    office = folder / "office"
    build = ["generator", "build", "--project", str(office), "--today", "2026-11-05", "--jobs", "1", *options]
    return timed(name, build, office / "site")


def _ours_changed(folder: Path) -> Measured:
    run(_office(folder, "--change"))
    return _ours(folder, "ours, one list of 28 changed")


def _rendering(folder: Path) -> Measured:
    """Its memory is that of the whole process, which has checked and bundled the office before."""
    output = _emptied(folder / "rendered")
    usage, line = answer(["benchmarks.render", str(folder / "office"), str(output)])
    found = json.loads(line)
    whole = Measured("ours, rendering alone", 0, 0, usage.ru_maxrss / 1024, 0, 0)
    return replace(whole, seconds=found["seconds"], processor=found["processor"], files=found["pages"])


def _office(folder: Path, *options: object) -> list[str]:
    return ["benchmarks.office", str(folder), *map(str, options)]


def _emptied(folder: Path) -> Path:
    shutil.rmtree(folder, ignore_errors=True)
    return folder


def _table(measured: list[Measured]) -> str:
    """One line per process; the last column says how many times as long as the first one it takes."""
    titles = ("", "seconds", "processor s", "peak MB", "pages", "times Hugo")
    lines = [f"| {titles[0]:28} |" + "".join(f" {title:>11} |" for title in titles[1:])]
    lines.append(f"| {'-' * 28} |" + f" {'-' * 10}: |" * 5)
    for each in measured:
        times = f"{each.seconds / measured[0].seconds:.1f}"
        cells = (f"{each.seconds:.2f}", f"{each.processor:.2f}", f"{each.megabytes:.0f}", f"{each.files}", times)
        lines.append(f"| {each.name:28} |" + "".join(f" {cell:>11} |" for cell in cells))
    return "\n".join(lines)


def _sizes(folder: Path) -> str:
    """How large a notice's page is on average: they are to be alike."""
    sites = {
        "Hugo": folder / "hugo" / hugo.OUTPUT,
        "Eleventy": folder / "eleventy" / eleventy.OUTPUT,
        "ours": folder / "office" / "site",
    }
    sizes = (f"{name} {_mean(site.glob('notices/*.html')):.1f} kB" for name, site in sites.items())
    return f"A notice's page: {', '.join(sizes)}."


def _mean(pages: Iterable[Path]) -> float:
    sizes = [page.stat().st_size for page in pages]
    return sum(sizes) / len(sizes) / 1000


if __name__ == "__main__":
    main()
