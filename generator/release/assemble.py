"""One release put together from several: that of a county, from its own and those of its townships.

Nothing is made or scanned again: every file was, in the release that it comes from.
"""

import os
import shutil
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from sys import intern

from generator.artifacts import Chain, Origin, digest
from generator.exceptions import ReleaseError
from generator.release import layout
from generator.release.commit import commit
from generator.release.kept import clear
from generator.release.lock import publishing
from generator.release.manifest import PUBLIC_NAME, SITE, Made, Manifest, load_manifest
from generator.release.reprint import Reprint, reprint

_AFTER = "after/"


@dataclass(frozen=True)
class Part:
    """A release whose files go below `prefix` (`townships/hefeng/`) of both folders; empty for the county's own.

    It is the live one of `out`.
    """

    prefix: str
    out: Path


def assemble(out: Path, parts: Sequence[Part], today: date, key: Path | None) -> tuple[Manifest, Reprint | None]:
    """Makes the live release of `out` from the parts, the office's own first; what it holds, and what to print anew.

    Raises `ReleaseError` if a part has no release, another build holds the lock or
    writing fails, and `SetupError` if it cannot be signed; then nothing is switched.
    """
    layout.check_out(out)
    with publishing(out):
        staging = layout.releases(out) / ".staging"
        try:
            shutil.rmtree(staging, ignore_errors=True)
            whole = _gathered(parts, staging, today)
            live = layout.current_release(out)
            last = load_manifest(live)
            changed = reprint(last, whole)
            release = commit(out, staging, whole, key)
            clear(out, today, whole.withdrawn, {release: whole, live: last})
        except OSError as error:
            raise ReleaseError(f"写文件失败：{error.strerror}") from error
        finally:
            shutil.rmtree(staging, ignore_errors=True)
    return whole, changed


def _gathered(parts: Sequence[Part], staging: Path, today: date) -> Manifest:
    """Links the files of all parts, and gives their manifests as one; one after the other, as they are large.

    The ledger is that of the first; the others stand in `site/` below their prefixes.
    """
    files: dict[str, Made] = {}
    notices: dict[str, Origin] = {}
    withdrawn: dict[str, int] = {}
    scans: list[str] = []
    ledgers: list[Chain] = []
    for each in parts:
        live = layout.current_release(each.out)
        manifest = load_manifest(live)
        if live is None or manifest is None:
            raise ReleaseError(f"{each.out} 里没有发布过的版本")
        brought = _brought(manifest, each.prefix)
        _link_all(live, each.prefix, brought, staging)
        files |= {_placed(path, each.prefix): _renamed(made, each.prefix) for path, made in brought.items()}
        notices |= {
            f"{each.prefix}{address}": Origin(f"{each.prefix}{origin.list}", origin.line)
            for address, origin in manifest.notices.items()
        }
        withdrawn |= {f"{each.prefix}{subject}": line for subject, line in manifest.withdrawn.items()}
        scans.append(manifest.scan)
        ledgers.append(manifest.ledger)
    return Manifest(today.isoformat(), digest(scans), files, notices, withdrawn, ledgers[0])


def _brought(manifest: Manifest, prefix: str) -> dict[str, Made]:
    """What a part brings. The list of what is in `site/` is written anew for the whole; a township keeps its own."""
    own = SITE + PUBLIC_NAME
    return {path: made for path, made in manifest.files.items() if prefix or path != own}


def _placed(path: str, prefix: str) -> str:
    """`after/site/a.html` becomes `after/site/townships/hefeng/a.html`."""
    ahead = _AFTER if path.startswith(_AFTER) else ""
    folder, _, name = path.removeprefix(ahead).partition("/")
    return f"{ahead}{folder}/{prefix}{name}"


def _renamed(made: Made, prefix: str) -> Made:
    return (
        replace(made, notices=tuple(intern(f"{prefix}{address}") for address in made.notices)) if made.notices else made
    )


def _link_all(live: Path, prefix: str, paths: Iterable[str], staging: Path) -> None:
    """Hard links, or copies where the file system has none. Text for paths: a county has tens of thousands."""
    known: set[str] = set()
    for path in paths:
        source, target = f"{live}/{path}", f"{staging}/{_placed(path, prefix)}"
        if (folder := target.rpartition("/")[0]) not in known:
            Path(folder).mkdir(parents=True, exist_ok=True)
            known.add(folder)
        try:
            os.link(source, target)
        except OSError:
            shutil.copyfile(source, target)
