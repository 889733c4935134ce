"""Times the whole build of many notice pages, ours beside Hugo, Eleventy and MkDocs as people use it.

`python -m benchmarks.pages [--pages 1000 3000 10000] [--rows 40]` prints a table in
Markdown for each size. Every figure is a whole process on one core, all in one
run on one machine: trust the ratios, not the seconds. Rounds of all programs
follow each other, because a machine that others use, too, is now faster and now
slower; each figure is the median of three rounds, above 3,000 pages those of our
whole builds of one. A ratio is that to Hugo in the same round. Every build but
"no change" and "one list changed" starts from nothing and makes every page. A list
that changed was approved anew, which every page of it says: with one of the 28, one
page in 28 changes (`benchmarks.county` has enough lists for one in a hundred). The
peers get what is to be shown and only show it, on pages as large as ours; what they
lack is in `benchmarks.peers`. "Rendering alone" is the part of our own build that
makes the notice pages, and is as much as can be compared with them.
"""

import argparse
import json
import os
import shutil
import tempfile
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from statistics import median

from benchmarks.peers import eleventy, hugo, plain
from benchmarks.process import Measured, answer, run, timed

# Plain MkDocs takes four times as long for twice the pages.
_PLAIN_UP_TO = 1000
_ROUNDS = 3
_THREE_WHOLE_UP_TO = 3000


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
            run(_office(folder / "timed", "--pages", pages, "--rows", asked.rows))
            rounds = _rounds(folder / "timed", pages)
            print(f"{pages:,} notices of {asked.rows} rows, one core\n\n{_table(rounds)}\n", flush=True)
            print(f"{_sizes(folder / 'timed')}\n", flush=True)
            shutil.rmtree(folder / "timed")


def _warm_up(folder: Path) -> None:
    """Byte code and file cache: nobody's first build is timed."""
    run(_office(folder, "--pages", 4, "--rows", 4))
    for measure in (_hugo, _eleventy, _rendering, *_WHOLE, _plain):
        measure(folder)


def _rounds(folder: Path, pages: int) -> list[list[Measured]]:
    """What was measured in each round, Hugo first."""
    plain = (_plain,) if pages <= _PLAIN_UP_TO else ()
    return [
        [
            measure(folder)
            for measure in (
                *(_hugo, _eleventy, _rendering),
                *(_WHOLE if number == 0 or pages <= _THREE_WHOLE_UP_TO else ()),
                *(plain if number == 0 else ()),
            )
        ]
        for number in range(_ROUNDS)
    ]


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


def _cold(folder: Path) -> Measured:
    return _ours(folder, "ours, cold", "--clean")


def _unchanged(folder: Path) -> Measured:
    return _ours(folder, "ours, no change")


def _changed(folder: Path) -> Measured:
    run(_office(folder, "--change"))
    return _ours(folder, "ours, one list of 28 changed")


_WHOLE = (_cold, _unchanged, _changed)


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


def _table(rounds: list[list[Measured]]) -> str:
    """One line per program: medians, and how many times as long as Hugo it takes."""
    titles = ("", "seconds", "processor s", "peak MB", "pages", "times Hugo")
    lines = [f"| {titles[0]:28} |" + "".join(f" {title:>11} |" for title in titles[1:])]
    lines.append(f"| {'-' * 28} |" + f" {'-' * 10}: |" * 5)
    for name in dict.fromkeys(each.name for measured in rounds for each in measured):
        of = [(each, measured[0]) for measured in rounds for each in measured if each.name == name]
        figures = (
            f"{median(each.seconds for each, _ in of):.2f}",
            f"{median(each.processor for each, _ in of):.2f}",
            f"{max(each.megabytes for each, _ in of):.0f}",
            f"{of[0][0].files}",
            f"{median(each.seconds / hugo.seconds for each, hugo in of):.1f}",
        )
        lines.append(f"| {name:28} |" + "".join(f" {figure:>11} |" for figure in figures))
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
