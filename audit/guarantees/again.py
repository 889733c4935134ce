"""Some posters compiled once more, in a process that has compiled nothing before, are the built files byte for byte."""

from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from datetime import date
from multiprocessing import get_context
from pathlib import Path
from random import Random

from audit.guarantees.known import Known
from generator.examination import examine
from generator.pipeline import bundle
from generator.project import Project

TITLE = "byte-identical when compiled again"
SAMPLE, _SEED = 20, 20261105


def chosen(names: Iterable[str]) -> list[str]:
    """Twenty of them, the same of the same."""
    everything = sorted(names)
    return sorted(Random(_SEED).sample(everything, min(SAMPLE, len(everything))))


def differing(known: Known, names: list[str]) -> Iterator[tuple[str, str]]:
    """Which of these PDFs a build today would make otherwise, and what is wrong."""
    if not names:
        return
    with ProcessPoolExecutor(1, get_context("spawn")) as fresh:
        made = fresh.submit(_made, known.office, known.built, known.today, names).result()
    for name in names:
        if name not in made:
            yield name, "a build today makes no such file"
        elif made[name] != (known.built / name).read_bytes():
            yield name, "other bytes than the same poster made today"


def _made(office: Path, built: Path, today: date, names: list[str]) -> dict[str, bytes]:
    """These files as a build makes them; tiles are cut from the posters that are there."""
    project = Project(office)
    artifacts = {each.path: each for each in bundle(project, examine(project, today), today).artifacts}
    made = {}
    for artifact in (artifacts[name] for name in names if name in artifacts):
        content = artifact.content({each: (built / each).read_bytes() for each in artifact.sources or ()})
        assert isinstance(content, bytes)
        made[artifact.path] = content
    return made
