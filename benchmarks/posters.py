"""Times posters against WeasyPrint and headless Chromium: the same notices, ours from its look, theirs from HTML.

`python -m benchmarks.posters [--short 1000] [--long 100]`: so many A4 notices of 40 rows, and of 500. Every figure
is a whole process that makes one PDF after the other; all run one after another on one machine: trust the ratios.
Ours, made as a build makes them, is timed on all cores, too. It also writes
PDF/A and PDF/UA, makes the file small and reads every entry back; the others only print.
"""

import argparse
import json
import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from pathlib import Path
from random import Random
from typing import Any

from benchmarks.process import Measured, timed
from generator.artifacts import PDF, Artifact
from generator.edition.orders import contents
from generator.edition.printed import board_sheets
from generator.examination import examine
from generator.pipeline import editions
from generator.project import Project
from generator.release.make import make_all
from generator.rendering import Press, make_press
from generator.rendering.qr import qr_svg
from tests.sample_office.names import Names

REPOSITORY = Path(__file__).parents[1]
DAY = date(2026, 11, 5)
CORES = os.cpu_count() or 1
ALL_CORES = f"ours, {CORES} cores"
PEERS = ("ours", ALL_CORES, "WeasyPrint", "Chromium")
_SEED = 20261105
Notice = dict[str, Any]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--short", type=int, default=1000, help="notices of 40 rows")
    parser.add_argument("--long", type=int, default=100, help="notices of 500 rows")
    parser.add_argument(
        "--print", choices=PEERS, help="print what is in FOLDER, as one of the processes that are timed"
    )
    parser.add_argument("folder", nargs="?", type=Path)
    asked = parser.parse_args()
    if asked.print:
        _printers()[asked.print](asked.folder)
        return
    with tempfile.TemporaryDirectory(prefix="gongshi-bench-") as name:
        for count, rows in ((asked.short, 40), (asked.long, 500)):
            measured = _measure(Path(name) / str(rows), count, rows)
            print(f"\n{count} notices of {rows} rows on A4, {CORES} processors", flush=True)
            print(_table(measured), flush=True)


def _measure(folder: Path, count: int, rows: int) -> list[Measured]:
    folder.mkdir()
    notices = list(_notices(count, rows))
    (folder / "notices.json").write_text(json.dumps(notices, ensure_ascii=False), encoding="utf-8")
    return [timed(name, ["benchmarks.posters", "--print", name, str(folder)], folder / name, ".pdf") for name in PEERS]


def _notices(count: int, rows: int) -> Iterator[Notice]:
    """A notice of the sample office again and again, each with other people."""
    random = Random(_SEED)
    like = _example()
    for number in range(1, count + 1):
        names = Names(random, set())
        listed = [
            [str(row), names.next(), str(random.randint(1, 5)), f"{random.randrange(6000, 240000) / 100:,.2f}"]
            for row in range(1, rows + 1)
        ]
        yield {**like, "rows": listed, "url": like["url"].replace(".html", f"-{number}.html")}


def _example() -> Notice:
    project = Project(REPOSITORY)
    press = make_press(project)
    _, board = editions(examine(project, DAY), DAY)
    sheet = next(
        each
        for each in board_sheets(board, press)
        if each.look == "notice_list" and each.name.startswith("subsistence_allowance-2026-11-public_notice")
    )
    (content,) = contents(sheet, "A4", board.office.sizes)
    return {**content, "published": sheet.published}


# ---- The processes that are timed ------------------------------------------


def _printers() -> dict[str, Callable[[Path], None]]:
    return {
        "ours": partial(_ours, "ours", 1),
        ALL_CORES: partial(_ours, ALL_CORES, CORES),
        "WeasyPrint": _weasyprint,
        "Chromium": _chromium,
    }


def _read(folder: Path, name: str) -> Iterator[tuple[Path, Notice]]:
    (folder / name).mkdir()
    for number, notice in enumerate(json.loads((folder / "notices.json").read_text(encoding="utf-8"))):
        yield folder / name / f"{number}.pdf", notice | {"qr": qr_svg(notice["url"])}


def _ours(name: str, jobs: int, folder: Path) -> None:
    press = make_press(Project(REPOSITORY))
    wanted = [
        (Artifact(path.name, PDF, "", None, partial(_poster, press, notice)), "")
        for path, notice in _read(folder, name)
    ]
    for _ in make_all(wanted, folder / name, {}, jobs):
        pass


def _poster(press: Press, notice: Notice) -> bytes:
    from generator.rendering.readback import lost_texts
    from generator.rendering.typst import compile_poster

    look = press.source("posters/notice_list.typ")
    assert look is not None
    pdf = compile_poster(look, press.font_folders, notice, notice["published"])
    if lost_texts(pdf, [text for row in notice["rows"] for text in row]):
        sys.exit("entries are lost")
    return pdf


def _html() -> Callable[[Notice], str]:
    """The same notice as a page to print."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    loader = FileSystemLoader(Path(__file__).parent)
    template = Environment(loader=loader, autoescape=True, undefined=StrictUndefined).get_template("poster.html")
    return lambda notice: template.render(notice)


def _weasyprint(folder: Path) -> None:
    # The face in one weight: it would make one weight of the variable one anew for each PDF, which takes ten seconds.
    from audit.browser import environment

    os.environ.update(environment(folder, "pylopdf_fonts_zh_cn"))
    from weasyprint import HTML
    from weasyprint.text.fonts import FontConfiguration

    html, fonts = _html(), FontConfiguration()
    for path, notice in _read(folder, "WeasyPrint"):
        path.write_bytes(HTML(string=html(notice)).write_pdf(font_config=fonts))


def _chromium(folder: Path) -> None:
    """One browser and one page for all: starting it again for each would take longer still."""
    from audit.browser import running

    html = _html()
    with running(folder) as browser:
        page = browser.new_page()
        for path, notice in _read(folder, "Chromium"):
            page.set_content(html(notice))
            path.write_bytes(page.pdf(prefer_css_page_size=True, print_background=True))


def _table(measured: list[Measured]) -> str:
    """One line per process; the last two columns say how many times longer it takes than ours."""
    ours = measured[0]
    lines = [
        f"{'':14}"
        + "".join(f"{each:>11}" for each in ("seconds", "processor", "PDFs", "KB each", "peak MB", "×", "× proc."))
    ]
    for each in measured:
        cells = (
            f"{each.seconds:.1f}",
            f"{each.processor:.1f}",
            f"{each.files}",
            f"{each.size / each.files / 1000:.0f}",
            f"{each.megabytes:.0f}",
            f"{each.seconds / ours.seconds:.1f}",
            f"{each.processor / ours.processor:.1f}",
        )
        lines.append(f"{each.name:14}" + "".join(f"{cell:>11}" for cell in cells))
    return "\n".join(lines)


if __name__ == "__main__":
    main()
