"""Purge: take down what may no longer be shown. Needs no valid data and makes nothing.

A new release of hard links without what is past its `until`; where a tombstone
was prepared (`after/`), it takes the place.
"""

import os
import shutil
from datetime import date
from pathlib import Path

from generator.exceptions import ReleaseError
from generator.release import layout
from generator.release.commit import commit
from generator.release.lock import publishing
from generator.release.manifest import PUBLIC_NAME, SITE, Made, Manifest, load_manifest


def purge_release(out: Path, today: date, key: Path | None = None) -> tuple[str, ...]:
    """Takes down and returns the paths that were past their last day; nothing to do returns nothing.

    `key` is a private one to sign the new release with. Raises `ReleaseError` if
    there is no release, another build holds the lock, or writing fails, and
    `SetupError` if the new release cannot be signed.
    """
    with publishing(out):
        live = layout.current_release(out)
        manifest = load_manifest(live)
        if live is None or manifest is None:
            raise ReleaseError("还没有发布过，没有可撤下的内容")
        expired = tuple(path for path, made in manifest.files.items() if _is_past(made, today))
        if expired:
            try:
                _relink(out, live, manifest, set(expired), today, key)
            except OSError as error:
                raise ReleaseError(f"写文件失败：{error.strerror}") from error
        return expired


def _is_past(made: Made, today: date) -> bool:
    return bool(made.until) and date.fromisoformat(made.until) < today


def _relink(out: Path, live: Path, manifest: Manifest, expired: set[str], today: date, key: Path | None) -> None:
    staging = layout.releases(out) / ".staging"
    shutil.rmtree(staging, ignore_errors=True)
    files: dict[str, Made] = {}
    for path, made in manifest.files.items():
        source = path if path not in expired else f"after/{path}"
        # Written anew for what remains: a change through the link would reach the old release, too.
        if path == SITE + PUBLIC_NAME:
            continue
        if path.startswith("after/") and path.removeprefix("after/") in expired:
            continue
        if source in manifest.files:
            files[path] = made if source == path else manifest.files[source]
            (staging / path).parent.mkdir(parents=True, exist_ok=True)
            os.link(live / source, staging / path)
    # The tombstone's key differs from the page's, so the next build makes what is right then.
    commit(out, staging, Manifest(today.isoformat(), manifest.scan, manifest.ledger, files), key)
