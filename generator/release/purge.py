"""Purge: take down what may no longer be shown. Needs no valid data and makes nothing.

A new release of hard links without what is past its `until` or withdrawn; where
a tombstone was prepared (`after/`), it takes the place.
"""

import os
import shutil
from collections.abc import Collection, Mapping
from datetime import date
from pathlib import Path

from generator.exceptions import ReleaseError
from generator.release import layout
from generator.release.commit import commit
from generator.release.fitness import gone, latest
from generator.release.kept import clear
from generator.release.lock import publishing
from generator.release.manifest import PUBLIC_NAME, SITE, Made, Manifest, load_manifest
from generator.release.withdrawn import UNRECORDED


def purge_release(out: Path, today: date, withdrawn: Mapping[str, int], key: Path | None = None) -> tuple[str, ...]:
    """Takes down and returns the paths past their last day or withdrawn, and removes kept releases that hold such.

    `withdrawn` are lines of the ledger by notice or list; `key` is a private one
    to sign the new release with. Nothing to do returns nothing. Raises
    `ReleaseError` if there is no release, another build holds the lock, or
    writing fails, and `SetupError` if the new release cannot be signed.
    """
    with publishing(out):
        live = layout.current_release(out)
        manifest = load_manifest(live)
        if live is None or manifest is None:
            raise ReleaseError("还没有发布过，没有可撤下的内容")
        down = gone(manifest, today, withdrawn)
        try:
            # What an interrupted build left behind holds names, too.
            shutil.rmtree(layout.releases(out) / ".staging", ignore_errors=True)
            if down:
                _relink(out, live, manifest, down, today, withdrawn, key)
            clear(out, today, withdrawn)
        except OSError as error:
            raise ReleaseError(f"写文件失败：{error.strerror}") from error
        return tuple(sorted(down))


def _relink(
    out: Path,
    live: Path,
    manifest: Manifest,
    down: Collection[str],
    today: date,
    withdrawn: Mapping[str, int],
    key: Path | None,
) -> None:
    staging = layout.releases(out) / ".staging"
    files: dict[str, Made] = {}
    for path, made in manifest.files.items():
        source = path if path not in down else f"after/{path}"
        # Written anew for what remains: a change through the link would reach the old release, too.
        if path == SITE + PUBLIC_NAME:
            continue
        if path.startswith("after/") and path.removeprefix("after/") in down:
            continue
        # What was made ahead may itself be of a notice that is withdrawn now.
        if source in manifest.files and source not in down:
            files[path] = made if source == path else manifest.files[source]
            (staging / path).parent.mkdir(parents=True, exist_ok=True)
            os.link(live / source, staging / path)
    # The tombstone's key differs from the page's, so the next build makes what is right then.
    recorded = {subject: line for subject, line in withdrawn.items() if line < UNRECORDED}
    known = latest(recorded, manifest.withdrawn)
    left = Manifest(today.isoformat(), manifest.scan, files, manifest.notices, known, manifest.ledger)
    commit(out, staging, left, key)
