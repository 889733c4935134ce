"""Where releases live below the output folder.

    OUT/site  -> .build/current/site
    OUT/print -> .build/current/print
    OUT/.build/current -> releases/000002-1f0c…
    OUT/.build/releases/000002-1f0c…/{site,print,after,manifest.json}

Both folders hang on one link, so one `os.replace` switches them together.
"""

import os
from pathlib import Path

from generator.exceptions import ReleaseError

FOLDERS = ("site", "print")


def releases(out: Path) -> Path:
    return out / ".build" / "releases"


def current_release(out: Path) -> Path | None:
    """The folder of the live release, if there is one."""
    link = out / ".build" / "current"
    if not link.is_symlink():
        return None
    release = link.parent / link.readlink()
    return release if release.is_dir() else None


def check_out(out: Path) -> None:
    """Raises `ReleaseError` if a folder of somebody else's stands where a link must go."""
    for name in FOLDERS:
        place = out / name
        if place.exists() and not place.is_symlink():
            raise ReleaseError(f"{place} 已存在，且不是本程序建立的；请移走或用 --out 指定别处")


def next_number(out: Path) -> int:
    """One more than the highest number given so far."""
    return max(map(number_of, all_releases(out)), default=0) + 1


def switch(out: Path, release: Path) -> None:
    """Make `release` the live one, atomically; links are relative, so the folder can be moved."""
    _replace_link(out / ".build" / "current", Path("releases") / release.name)
    for name in FOLDERS:
        if not (out / name).is_symlink():
            _replace_link(out / name, Path(".build") / "current" / name)


def all_releases(out: Path) -> list[Path]:
    """Every release there is, the newest first."""
    return sorted(releases(out).glob("[0-9]*-*"), reverse=True)


def number_of(release: Path) -> int:
    """The number of a release, from the name of its folder."""
    return int(release.name.split("-")[0])


def _replace_link(link: Path, target: Path) -> None:
    fresh = link.with_name(f".{link.name}.new")
    fresh.unlink(missing_ok=True)
    fresh.symlink_to(target, target_is_directory=True)
    os.replace(fresh, link)
