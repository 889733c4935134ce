"""Making artifacts, over the cores.

Pages are made in copies of this process, which have everything at hand.
Posters are made in fresh processes: what Typst remembers grows, and a copy
could not be begun anew without copying all of this process each time.
"""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from generator.artifacts import PDF, WEBP, Artifact, Page
from generator.exceptions import GongshiError
from generator.release.forked import finished, forked, fresh
from generator.release.manifest import Made, described
from generator.rendering.shell import Shell

# An artifact to make, with its full key.
Keyed = tuple[Artifact, str]
# What takes long to make, as parts of what a poster takes; and how many posters are worth starting workers for.
LONG = {PDF: 1.0, WEBP: 0.1}
_WORTH_WORKERS = 30
# Typst's memory grows to 1.7 GB when long lists compile again and again in one process, and to 1.2 GB in so many tasks.
_TASKS_PER_WORKER = 40
# Pages that are worth a message to a copy of this process.
_AT_A_TIME = 50


def make_all(
    wanted: Sequence[Keyed], staging: Path, shells: dict[int, Shell], jobs: int
) -> Iterator[tuple[Artifact, Made]]:
    """Makes every artifact in `staging`, pages first, with up to `jobs` processes; each as it is done."""

    def make(keyed: Keyed) -> Made:
        return make_one(keyed, staging, shells)

    posters = [each for each in wanted if each[0].media_type in LONG]
    pages = [each for each in wanted if each[0].media_type not in LONG]
    yield from ((artifact, result) for (artifact, _), result in forked(pages, make, jobs, _AT_A_TIME))
    if jobs > 1 and sum(LONG[each[0].media_type] for each in posters) >= _WORTH_WORKERS:
        yield from _in_workers(posters, staging, jobs)
    else:
        yield from ((each[0], make(each)) for each in posters)


def make_one(keyed: Keyed, staging: Path, shells: Mapping[int, Shell]) -> Made:
    """Makes an artifact and writes it to its path below `staging`."""
    artifact, key = keyed
    content = artifact.content(_Files(staging, artifact.sources or ()))
    if isinstance(content, Page):
        shell = shells.get(depth(artifact.path))
        if shell is None:
            raise GongshiError(f"no page shell for {artifact.path}")
        content = shell.fill(content)
    _write(staging / artifact.path, content)
    return described(hashlib.sha256(content).hexdigest(), len(content), key, artifact)


def depth(path: str) -> int:
    """How many folders a page lies below the site's root."""
    return path.removeprefix("after/").count("/") - 1


def _in_workers(posters: Sequence[Keyed], staging: Path, jobs: int) -> Iterator[tuple[Artifact, Made]]:
    # A fresh pool per batch: `max_tasks_per_child` deadlocks in Python 3.11 (gh-115634).
    size = jobs * _TASKS_PER_WORKER
    for start in range(0, len(posters), size):
        with fresh(jobs) as pool:
            futures = {pool.submit(make_one, each, staging, {}): each[0] for each in posters[start : start + size]}
            for future in finished(pool, futures):
                yield futures[future], future.result()


def _write(target: Path, content: bytes) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(content)


class _Files(Mapping[str, bytes]):
    """What an artifact is put together from, read one by one: all posters of a county do not fit in memory."""

    def __init__(self, staging: Path, paths: tuple[str, ...]) -> None:
        self._staging, self._paths = staging, paths

    def __getitem__(self, path: str) -> bytes:
        return (self._staging / path).read_bytes()

    def __iter__(self) -> Iterator[str]:
        return iter(self._paths)

    def __len__(self) -> int:
        return len(self._paths)
