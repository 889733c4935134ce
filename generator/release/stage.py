"""Staging: every artifact is linked from the last release if its key is unchanged, else made.

What is put together from other files comes last.
"""

import os
import shutil
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from generator.artifacts import PDF, Artifact, Progress, digest
from generator.release.make import LONG, Keyed, depth, make_all
from generator.release.manifest import NAME, Made, Manifest, as_written, described, measure
from generator.rendering.shell import Shell


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
    single = sorted((each for each in artifacts if each.sources is None), key=_beside)
    fresh = _linked([(each, _key(each, shells)) for each in single], staging, last, made)
    once, again = _each_poster_once(fresh)
    wanted, done = Counter(_stage_of(artifact) for artifact, _ in once), Counter[str]()
    for artifact, result in make_all(once, staging, shells, jobs):
        made[artifact.path] = result
        name = _stage_of(artifact)
        done[name] += 1
        progress(name, done[name], wanted[name])
    for artifact, key, same in again:
        _copy(staging / same, staging / artifact.path)
        made[artifact.path] = described(made[same].sha256, made[same].bytes, key, artifact)
    composed = [
        (each, _key_of_sources(each, each.sources, made, staging)) for each in artifacts if each.sources is not None
    ]
    rest = _linked(composed, staging, last, made)
    for number, (artifact, result) in enumerate(make_all(rest, staging, shells, jobs), start=1):
        made[artifact.path] = result
        progress("汇总", number, len(rest))
    return made, {artifact.path for artifact, _ in (*fresh, *rest)}


def _beside(artifact: Artifact) -> tuple[str, str]:
    """What is made of the same parts stands together."""
    return artifact.beside or artifact.path, artifact.path


def _stage_of(artifact: Artifact) -> str:
    """What the progress bar calls the making of it."""
    return "海报" if artifact.media_type in LONG else "网页"


def _linked(
    keyed: list[Keyed], staging: Path, last: tuple[Path, Manifest] | None, made: dict[str, Made]
) -> list[Keyed]:
    """Links what has the same key as in the last release, notes it in `made`, and returns the others."""
    if last is None:
        return keyed
    release, manifest = last
    written = (release / NAME).stat().st_mtime_ns
    fresh: list[Keyed] = []
    for artifact, key in keyed:
        before = manifest.files.get(artifact.path)
        source = release / artifact.path
        if before and before.key == key and _whole(source, before, written) and _link(source, staging / artifact.path):
            made[artifact.path] = described(before.sha256, before.bytes, key, artifact)
        else:
            fresh.append((artifact, key))
    return fresh


def _whole(path: Path, made: Made, written: int) -> bool:
    """Whether a file of the last release is there as that release left it: a damaged one is made again."""
    try:
        return as_written(path.stat(), made.bytes, written)
    except OSError:
        return False


def _each_poster_once(fresh: list[Keyed]) -> tuple[list[Keyed], list[tuple[Artifact, str, str]]]:
    """What to make; and the posters that are the same in another place, with that place: what both channels show."""
    first: dict[str, str] = {}
    once: list[Keyed] = []
    again = []
    for artifact, key in fresh:
        if artifact.media_type == PDF and key in first:
            again.append((artifact, key, first[key]))
        else:
            first[key] = artifact.path
            once.append((artifact, key))
    return once, again


def _key_of_sources(artifact: Artifact, sources: tuple[str, ...], made: dict[str, Made], staging: Path) -> str:
    """The key of what is put together from other files; those of the site engine were not made here."""
    digests = [made[path].sha256 if path in made else measure(staging / path).sha256 for path in sources]
    return digest(artifact.key, sources, digests)


def _key(artifact: Artifact, shells: dict[int, Shell]) -> str:
    shell = shells.get(depth(artifact.path)) if artifact.path.endswith(".html") else None
    return digest(artifact.key, shell.digest) if shell else artifact.key


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
