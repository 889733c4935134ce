"""Rollback: an earlier release becomes the live one again, if nothing of it may no longer be shown."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from generator.exceptions import ReleaseError, SetupError
from generator.release import layout
from generator.release.kept import Kept, kept_releases
from generator.release.lock import publishing


def roll_back(out: Path, asked: str, today: date, withdrawn: Mapping[str, int]) -> Kept:
    """Switches to the release `asked` (number or name; empty: the one before the live one), and returns it.

    A release with anything `unfit` is returned and left where it is. Raises
    `SetupError` if there is no such release, and `ReleaseError` if another build
    holds the lock or the release is damaged.
    """
    with publishing(out):
        chosen = _chosen(kept_releases(out, today, withdrawn), layout.current_release(out), asked)
        if chosen.unfit:
            return chosen
        if not chosen.whole:
            raise ReleaseError(f"{chosen.name} 缺文件，不能退回")
        try:
            layout.switch(out, layout.releases(out) / chosen.name)
        except OSError as error:
            raise ReleaseError(f"写文件失败：{error.strerror}") from error
        return chosen


def _chosen(kept: tuple[Kept, ...], live: Path | None, asked: str) -> Kept:
    others = [each for each in kept if not each.live]
    if asked:
        found = [
            each for each in others if asked == each.name or asked.lstrip("0") == each.name.split("-")[0].lstrip("0")
        ]
        missing = "没有这个版本，或者它就是现在的版本；gongshi rollback --list 可以看有哪些"
    else:
        found = [each for each in others if live is None or each.name < live.name]
        missing = "没有更早的版本可以退回"
    if not found:
        raise SetupError(missing)
    return found[0]
