"""Whether a build would make again what is live already.

Everything a build reads is digested: the office's folder, this program with
what it carries, the packages it runs on, and what was asked. What the live
release was built from stands in `.build/inputs.json`; without it, or if anything
of the live release has been touched since, a build is simply run.
"""

import hashlib
import json
import os
import sys
import sysconfig
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path

from pydantic_core import from_json

from generator.release import layout
from generator.release.manifest import NAME, as_written

FILE = "inputs.json"
# What a build writes, and what nobody reads.
_NOT_READ = {"site", "print", "node_modules", "__pycache__"}


def inputs_digest(folders: Sequence[Path], asked: Sequence[str]) -> str:
    """SHA-256 (hex) of every file in the folders, of the packages installed, and of what was asked.

    Empty if that cannot be told: a folder is somewhere else, by a link.
    """
    whole = hashlib.sha256("\0".join([sys.version, *_packages(), *asked]).encode())
    for folder in dict.fromkeys(folders):
        for entry in _files(folder, _NOT_READ):
            if entry.is_dir():
                return ""
            content = hashlib.sha256(Path(entry.path).read_bytes()).hexdigest()
            name = entry.path[len(str(folder)) :]
            whole.update(f"\0{name}\0{content}".encode("utf-8", "surrogateescape"))
    return whole.hexdigest()


def is_live(out: Path, inputs: str) -> bool:
    """Whether the live release was made from these inputs and nothing of it has been touched since."""
    live = layout.current_release(out)
    try:
        known = json.loads((out / ".build" / FILE).read_text(encoding="utf-8"))
        # What an interrupted build left behind, the next one removes.
        interrupted = (layout.releases(out) / ".staging").exists()
        if not inputs or live is None or interrupted or known != {"release": live.name, "inputs": inputs}:
            return False
        return _untouched(live)
    except (OSError, ValueError, LookupError, TypeError, AttributeError):
        return False  # whatever is damaged


def remember(out: Path, inputs: str) -> None:
    """The live release was made from these inputs."""
    live = layout.current_release(out)
    if live:
        content = json.dumps({"release": live.name, "inputs": inputs})
        (out / ".build" / FILE).write_text(content, encoding="utf-8")


def _untouched(release: Path) -> bool:
    """Every file is there in its size, and none is younger than the manifest, which is written last."""
    files = from_json((release / NAME).read_bytes())["files"]
    written = (release / NAME).stat().st_mtime_ns
    start = len(str(release)) + 1
    found = {entry.path[start:]: entry for entry in _files(release)}
    return all(path in found and as_written(found[path].stat(), each["bytes"], written) for path, each in files.items())


def _packages() -> list[str]:
    """The packages installed, each by its name and version."""
    return sorted(path.name for path in Path(sysconfig.get_path("purelib")).glob("*.dist-info"))


def _files(folder: Path, left_out: Collection[str] = ()) -> Iterator[os.DirEntry[str]]:
    """What is below a folder, in order; a folder that is a link stands for itself."""
    with os.scandir(folder) as entries:
        ordered = sorted(entries, key=lambda entry: entry.name)
    for entry in ordered:
        if left_out and (entry.name in left_out or entry.name.startswith(".")):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _files(Path(entry.path), left_out)
        else:
            yield entry
