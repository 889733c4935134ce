"""BagIt (RFC 8493): a folder of files with their digests, which any archive can check.

Written by hand, because the same files must give the same bytes: the library
stamps the day and its own version, and works only on a folder that is there.
"""

import hashlib
import os
import shutil
import zipfile
from collections.abc import Iterable, Mapping
from datetime import datetime
from pathlib import Path

_ROOT = "data/"
# What only the owner may read: an archive holds full names.
_PRIVATE_FILE, _PRIVATE_FOLDER = 0o600, 0o700


def bag(payload: Mapping[str, bytes], info: Iterable[tuple[str, str]]) -> dict[str, bytes]:
    """The files of a bag by path; `payload` comes to stand below `data/`, `info` into `bag-info.txt`."""
    held = {_ROOT + path: content for path, content in payload.items()}
    size = sum(map(len, held.values()))
    about = [*info, ("Payload-Oxum", f"{size}.{len(held)}")]
    tags = {
        "bagit.txt": b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n",
        "bag-info.txt": "".join(f"{name}: {value}\n" for name, value in about).encode("utf-8"),
        "manifest-sha256.txt": _digests(held),
    }
    return held | tags | {"tagmanifest-sha256.txt": _digests(tags)}


def write_zip(path: Path, folder: str, files: Mapping[str, bytes], moment: datetime) -> None:
    """A zip of one `folder`. Nothing is compressed and every time is `moment`: the same files give the same bytes."""
    fresh = path.with_name(f".{path.name}.new")
    with open(fresh, "wb", opener=_privately) as out, zipfile.ZipFile(out, "w") as archive:
        for name, content in sorted(files.items()):
            entry = zipfile.ZipInfo(f"{folder}/{name}", moment.timetuple()[:6])
            entry.create_system = 3  # Unix, wherever this runs
            entry.external_attr = _PRIVATE_FILE << 16
            archive.writestr(entry, content)
    os.replace(fresh, path)


def write_folder(path: Path, files: Mapping[str, bytes]) -> None:
    """The bag as a folder, which must not be there yet; it appears whole or not at all."""
    fresh = path.with_name(f".{path.name}.new")
    shutil.rmtree(fresh, ignore_errors=True)
    fresh.mkdir(mode=_PRIVATE_FOLDER)
    for name, content in files.items():
        target = fresh / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
    fresh.rename(path)


def _digests(files: Mapping[str, bytes]) -> bytes:
    """As `sha256sum` writes and checks them."""
    lines = (f"{hashlib.sha256(content).hexdigest()}  {name}\n" for name, content in sorted(files.items()))
    return "".join(lines).encode("utf-8")


def _privately(path: str, flags: int) -> int:
    return os.open(path, flags, _PRIVATE_FILE)
