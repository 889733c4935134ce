"""The releases that are kept besides the live one, so that a rollback takes seconds."""

import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from os.path import isfile
from pathlib import Path

from generator.release import layout
from generator.release.fitness import unfit
from generator.release.manifest import Manifest, load_manifest

KEPT = 3
_REMOVED = ".old-"
_NONE: Mapping[Path | None, Manifest | None] = {}


@dataclass(frozen=True)
class Kept:
    """A release, the day it was made for, how many files it has, and which of them may no longer be shown.

    `whole` says that every file is there.
    """

    name: str
    today: str
    files: int
    unfit: tuple[str, ...] = ()
    live: bool = False
    whole: bool = True


def kept_releases(out: Path, today: date, withdrawn: Mapping[str, int]) -> tuple[Kept, ...]:
    """Every release that can be read, the newest first."""
    live = layout.current_release(out)
    now = load_manifest(live) or Manifest(today.isoformat(), "", {})
    read = ((release, load_manifest(release)) for release in layout.all_releases(out))
    return tuple(
        Kept(
            release.name,
            manifest.today,
            len(manifest.files),
            tuple(sorted(unfit(manifest, now, today, withdrawn))),
            release == live,
            _whole(release, manifest),
        )
        for release, manifest in read
        if manifest
    )


def clear(
    out: Path, today: date, withdrawn: Mapping[str, int], read: Mapping[Path | None, Manifest | None] = _NONE
) -> None:
    """Removes releases beyond the last few, and every one that holds what may no longer be shown; never the live one.

    `read` are manifests that are at hand. Only under the lock.
    """
    live = layout.current_release(out)
    now = _manifest(live, read) or Manifest(today.isoformat(), "", {})
    left = KEPT
    for release in layout.all_releases(out):
        if release == live:
            continue
        if left and _fit(release, _manifest(release, read), now, today, withdrawn):
            left -= 1
        else:
            # Out of sight first: what is half removed must not look like a release.
            release.rename(release.with_name(f"{_REMOVED}{release.name}"))
    for rest in layout.releases(out).glob(f"{_REMOVED}*"):
        shutil.rmtree(rest)


def _manifest(release: Path | None, read: Mapping[Path | None, Manifest | None]) -> Manifest | None:
    return read[release] if release in read else load_manifest(release)


def _fit(release: Path, manifest: Manifest | None, now: Manifest, today: date, withdrawn: Mapping[str, int]) -> bool:
    """Whether it could become the live release again."""
    return manifest is not None and not unfit(manifest, now, today, withdrawn) and _whole(release, manifest)


def _whole(release: Path, manifest: Manifest) -> bool:
    return all(isfile(f"{release}/{path}") for path in manifest.files)
