"""Times how long our notice pages take to render and write, everything else being ready.

`python -m benchmarks.render OFFICE FOLDER` checks the office, makes the bundle and
the page shells, and only then times: the body of every live notice page, its
shell around it, and the file below FOLDER. Prints one line of JSON: seconds on
the clock and of processor, and how many pages.
"""

import argparse
import json
import time
from datetime import date
from pathlib import Path

from generator.adapters.mkdocs import build_prose
from generator.artifacts import Artifact, Bundle, Page
from generator.examination import examine
from generator.pipeline import bundle
from generator.project import Project
from generator.release.make import depth
from generator.rendering.shell import Shell

TODAY = date(2026, 11, 5)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("office", type=Path)
    parser.add_argument("folder", type=Path)
    asked = parser.parse_args()
    project = Project(asked.office)
    made = bundle(project, examine(project, TODAY), TODAY)
    shells, _ = build_prose(project, made, asked.folder)
    pages = live_notices(made)
    clock, processor = time.perf_counter(), time.process_time()
    write_pages(pages, shells, asked.folder)
    seconds = {"seconds": time.perf_counter() - clock, "processor": time.process_time() - processor}
    print(json.dumps({**seconds, "pages": len(pages)}))


def live_notices(made: Bundle) -> list[Artifact]:
    """The pages of notices that may be shown today: a tombstone shows no notice's entries."""
    return [
        each
        for each in made.artifacts
        if each.path.startswith("site/notices/") and each.path.endswith(".html") and each.notices
    ]


def write_pages(pages: list[Artifact], shells: dict[int, Shell], folder: Path) -> None:
    for each in pages:
        content = each.make()
        assert isinstance(content, Page), each.path
        target = folder / each.path.removeprefix("site/")
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(shells[depth(each.path)].fill(content))


if __name__ == "__main__":
    main()
