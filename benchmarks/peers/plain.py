"""MkDocs with Material as people use it: a Markdown file per notice, every other setting left as it comes."""

import shutil
from collections.abc import Sequence
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from benchmarks.peers import Notice

OUTPUT = "site"
_SITE = Path(__file__).with_suffix("")


def write(folder: Path, notices: Sequence[Notice]) -> None:
    shutil.copytree(_SITE, folder, ignore=shutil.ignore_patterns("notice.md"))
    # Markdown, as a clerk would type it: nothing of it is escaped.
    environment = Environment(loader=FileSystemLoader(_SITE), undefined=StrictUndefined, trim_blocks=True)
    template = environment.get_template("notice.md")
    for notice in notices:
        path = folder / "docs" / notice.kind / f"{notice.slug}.md"
        path.parent.mkdir(exist_ok=True)
        path.write_text(template.render(notice=notice) + "\n", encoding="utf-8")


def command(folder: Path) -> list[str]:
    return ["mkdocs", "build", "--quiet", "--config-file", str(folder / "mkdocs.yml")]
