"""The posters of approved lists as they stand in a live release."""

from collections.abc import Collection
from pathlib import Path

from generator.exceptions import SetupError
from generator.release.layout import current_release
from generator.release.manifest import load_manifest, measure

_FOLDER = "print/posters/"


def posted_sheets(out: Path, slugs: Collection[str]) -> dict[str, bytes]:
    """The board's posters of some lists, by file name; without a release there are none.

    `slugs` are the parts of addresses that name the lists. Raises `SetupError`
    if a poster is not as the release's manifest says.
    """
    live = current_release(out)
    manifest = load_manifest(live)
    if live is None or manifest is None:
        return {}
    starts = tuple(f"{_FOLDER}{slug}-" for slug in slugs)
    found = {}
    for path, made in sorted(manifest.files.items()):
        if path.startswith(starts):
            sheet = live / path
            if not sheet.is_file() or measure(sheet, made.key, None).sha256 != made.sha256:
                raise SetupError(f"{path} 与发布时不一样，请重新生成（gongshi build）再归档")
            found[path.removeprefix(_FOLDER)] = sheet.read_bytes()
    return found
