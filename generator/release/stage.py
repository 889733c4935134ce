"""Staging: every artifact is linked from the last release if its key is unchanged, else made.

What is put together from other files comes last.
"""

import os
import shutil
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from multiprocessing import get_context
from pathlib import Path

from generator.artifacts import PDF, WEBP, Artifact, Page, Progress, digest
from generator.exceptions import GongshiError
from generator.release.manifest import Made, Manifest, described, measure
from generator.rendering.shell import Shell

# Artifacts to make, each with its full key.
Fresh = list[tuple[Artifact, str]]
# What takes long to make, as parts of what a poster takes; and how many posters are worth starting workers for.
_IN_WORKERS = {PDF: 1.0, WEBP: 0.1}
_WORTH_WORKERS = 30
# Typst's memory grows to 1.7 GB when long lists compile again and again in one process, and to 1.2 GB in so many tasks.
_TASKS_PER_WORKER = 40


def stage(
    artifacts: Sequence[Artifact],
    staging: Path,
    shells: dict[int, Shell],
    last: tuple[Path, Manifest] | None,
    jobs: int,
    progress: Progress,
) -> tuple[dict[str, Made], set[str]]:
    """Fills `staging`; returns what was made, and which paths are new or changed."""
    made: dict[str, Made] = {}
    single = [each for each in artifacts if not each.sources]
    fresh = _linked([(each, _key(each, shells)) for each in single], staging, last, made)
    once, again = _each_poster_once(fresh)
    wanted, done = Counter(_stage_of(artifact) for artifact, _ in once), Counter[str]()
    for artifact, key in _make_all(once, staging, shells, jobs):
        made[artifact.path] = measure(staging / artifact.path, key, artifact)
        name = _stage_of(artifact)
        done[name] += 1
        progress(name, done[name], wanted[name])
    for artifact, key, same in again:
        _copy(staging / same, staging / artifact.path)
        made[artifact.path] = measure(staging / artifact.path, key, artifact)
    composed = [(each, _key_of_sources(each, made, staging)) for each in artifacts if each.sources]
    rest = _linked(composed, staging, last, made)
    for number, (artifact, key) in enumerate(_make_all(rest, staging, shells, jobs), start=1):
        made[artifact.path] = measure(staging / artifact.path, key, artifact)
        progress("汇总", number, len(rest))
    return made, {artifact.path for artifact, _ in (*fresh, *rest)}


def _stage_of(artifact: Artifact) -> str:
    """What the progress bar calls the making of it."""
    return "海报" if artifact.media_type in _IN_WORKERS else "网页"


def _linked(keyed: Fresh, staging: Path, last: tuple[Path, Manifest] | None, made: dict[str, Made]) -> Fresh:
    """Links what has the same key as in the last release, notes it in `made`, and returns the others."""
    fresh: Fresh = []
    for artifact, key in keyed:
        before = last and last[1].files.get(artifact.path)
        if last and before and before.key == key and _link(last[0] / artifact.path, staging / artifact.path):
            made[artifact.path] = described(before.sha256, before.bytes, key, artifact)
        else:
            fresh.append((artifact, key))
    return fresh


def _each_poster_once(fresh: Fresh) -> tuple[Fresh, list[tuple[Artifact, str, str]]]:
    """What to make; and the posters that are the same in another place, with that place: what both channels show."""
    first: dict[str, str] = {}
    once: Fresh = []
    again = []
    for artifact, key in fresh:
        if artifact.media_type == PDF and key in first:
            again.append((artifact, key, first[key]))
        else:
            first[key] = artifact.path
            once.append((artifact, key))
    return once, again


def _key_of_sources(artifact: Artifact, made: dict[str, Made], staging: Path) -> str:
    """The key of what is put together from other files; those of the site engine were not made here."""
    digests = [made[path].sha256 if path in made else measure(staging / path).sha256 for path in artifact.sources]
    return digest(artifact.key, artifact.sources, digests)


def depth(path: str) -> int:
    """How many folders a page lies below the site's root."""
    return path.removeprefix("after/").count("/") - 1


def _make_all(fresh: Fresh, staging: Path, shells: dict[int, Shell], jobs: int) -> Iterator[tuple[Artifact, str]]:
    """Makes pages here, posters and their previews in worker processes."""
    posters = [each for each in fresh if each[0].media_type in _IN_WORKERS]
    if sum(_IN_WORKERS[each[0].media_type] for each in posters) < _WORTH_WORKERS or jobs < 2:
        for each in fresh:
            _write(staging / each[0].path, _content(each[0], shells, staging))
            yield each
        return
    for each in fresh:
        if each[0].media_type not in _IN_WORKERS:
            _write(staging / each[0].path, _content(each[0], shells, staging))
            yield each
    # A fresh pool per batch: `max_tasks_per_child` deadlocks in Python 3.11 (gh-115634).
    for batch in _batches(posters, jobs * _TASKS_PER_WORKER):
        with ProcessPoolExecutor(jobs, get_context("spawn")) as pool:
            futures = {pool.submit(_make_poster, each[0], staging): each for each in batch}
            for future in as_completed(futures):
                future.result()
                yield futures[future]


def _batches(posters: Fresh, size: int) -> Iterator[Fresh]:
    for start in range(0, len(posters), size):
        yield posters[start : start + size]


def _make_poster(artifact: Artifact, staging: Path) -> None:
    _write(staging / artifact.path, _content(artifact, {}, staging))


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


def _content(artifact: Artifact, shells: dict[int, Shell], staging: Path) -> bytes:
    content = artifact.make(_Files(staging, artifact.sources)) if artifact.sources else artifact.make()
    if not isinstance(content, Page):
        return content
    shell = shells.get(depth(artifact.path))
    if shell is None:
        raise GongshiError(f"no page shell for {artifact.path}")
    return shell.fill(content)


def _key(artifact: Artifact, shells: dict[int, Shell]) -> str:
    shell = shells.get(depth(artifact.path)) if artifact.path.endswith(".html") else None
    return digest(artifact.key, shell) if shell else artifact.key


def _write(target: Path, content: bytes) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(content)


def _copy(source: Path, target: Path) -> None:
    if not _link(source, target):
        shutil.copyfile(source, target)


def _link(source: Path, target: Path) -> bool:
    """A hard link where the file system allows; `False` means: make it again."""
    target.parent.mkdir(parents=True, exist_ok=True)
    try:
        os.link(source, target)
    except OSError:
        return False
    return True
