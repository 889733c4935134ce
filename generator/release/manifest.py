"""The manifest of a release: digest, size, key, last lawful day and notices of every file; what of it is in `site/`.

`manifest.json` stays with the release. `site/release.json` names every other
file of `site/`, so that a copy of `site/` alone, or a served site, can be checked.
"""

import hashlib
import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, field
from itertools import chain
from pathlib import Path
from sys import intern
from typing import Any

from pydantic_core import from_json, to_json

from generator.artifacts import Artifact, Chain, Origin

NAME = "manifest.json"
SCHEMA = "gongshi-release@v2"
PUBLIC_NAME = "release.json"
PUBLIC_SCHEMA = "gongshi-site@v1"
SITE = "site/"
_NO_PARTS: Mapping[str, str] = {}


@dataclass(frozen=True, slots=True)
class Made:
    """One file of a release. `until` is an ISO date, or empty for no limit.

    `notices` are those it shows entries of; `parts` are those of the artifact.
    """

    sha256: str
    bytes: int
    key: str
    until: str = ""
    notices: tuple[str, ...] = ()
    parts: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Manifest:
    """`scan` digests what the output scan looked for; `files` are by path from the release's root.

    `notices` are the origins of all notices by address, those included of which only counts are left;
    `withdrawn` is the ledger's line of the latest withdrawal of each notice or list.
    """

    today: str
    scan: str
    files: dict[str, Made]
    notices: Mapping[str, Origin] = field(default_factory=dict)
    withdrawn: Mapping[str, int] = field(default_factory=dict)
    ledger: Chain = Chain()


def load_manifest(release: Path | None) -> Manifest | None:
    """The manifest of a release; `None` if there is no release or it cannot be read."""
    try:
        # From bytes: as text, that of a county takes twice the memory.
        content = from_json((release / NAME).read_bytes()) if release else None
    except (FileNotFoundError, ValueError):
        return None
    if not isinstance(content, dict) or content.get("schema") != SCHEMA:
        return None
    entries = content["files"]
    # One goes as the other comes: a county has more than a hundred thousand.
    files = {path: _made(entries.pop(path)) for path in list(entries)}
    notices = {address: Origin(**origin) for address, origin in content["notices"].items()}
    return Manifest(content["today"], content["scan"], files, notices, content["withdrawn"], Chain(**content["ledger"]))


def write_manifest(release: Path, manifest: Manifest) -> str:
    """Writes it and returns the digest of its bytes."""
    content = {
        "schema": SCHEMA,
        "today": manifest.today,
        "scan": manifest.scan,
        "ledger": asdict(manifest.ledger),
        "files": ((path, _entry(made)) for path, made in sorted(manifest.files.items())),
        "withdrawn": iter(sorted(manifest.withdrawn.items())),
        "notices": (
            (address, {"line": origin.line, "list": origin.list})
            for address, origin in sorted(manifest.notices.items())
        ),
    }
    return _write(release / NAME, content)[0]


def _entry(made: Made) -> dict[str, Any]:
    """Field by field, because a county has tens of thousands. Only posters have parts."""
    entry = {
        "bytes": made.bytes,
        "key": made.key,
        "notices": made.notices,
        "sha256": made.sha256,
        "until": made.until,
    }
    return entry | {"parts": dict(sorted(made.parts.items()))} if made.parts else entry


def _made(entry: Mapping[str, Any]) -> Made:
    return Made(
        entry["sha256"],
        entry["bytes"],
        entry["key"],
        entry["until"],
        # A township's feed names all of its notices, and so do many files: each address is kept once.
        tuple(map(intern, entry["notices"])),
        entry.get("parts", _NO_PARTS),
    )


def write_public(release: Path, manifest: Manifest) -> Made:
    """Writes `site/release.json`: day, ledger, digest and size of every other file of `site/`; paths are from there."""
    files = (
        (each.removeprefix(SITE), {"bytes": made.bytes, "sha256": made.sha256})
        for each, made in sorted(manifest.files.items())
        if each.startswith(SITE)
    )
    content = {"schema": PUBLIC_SCHEMA, "today": manifest.today, "ledger": asdict(manifest.ledger), "files": files}
    return described(*_write(release / SITE / PUBLIC_NAME, content), "", None)


def measure(path: Path, key: str = "", artifact: Artifact | None = None) -> Made:
    """What the manifest says of the file at `path`; what the site engine wrote comes from no artifact."""
    content = path.read_bytes()
    return described(hashlib.sha256(content).hexdigest(), len(content), key, artifact)


def described(sha256: str, size: int, key: str, artifact: Artifact | None) -> Made:
    """A file of known content, with what its artifact says of it."""
    until = artifact.until.isoformat() if artifact and artifact.until else ""
    notices, parts = (artifact.notices, artifact.parts) if artifact else ((), {})
    return Made(sha256, size, key, until, notices, parts)


def as_written(status: os.stat_result, size: int, release_written: int) -> bool:
    """Whether a file of a release is as the release left it, by its size and its time (ns).

    A manifest is written last: what is younger than that of its release has been touched.
    """
    return status.st_size == size and status.st_mtime_ns <= release_written


def _write(path: Path, content: Mapping[str, Any]) -> tuple[str, int]:
    """Writes JSON, with a line for each entry of an iterator, and returns the digest and size of its bytes.

    Piece by piece: the text of a county's manifest is as large as all else that is known of it.
    """
    digest, size = hashlib.sha256(), 0
    with path.open("wb") as file:
        for piece in chain(_object(sorted(content.items())), (b"\n",)):
            digest.update(piece)
            size += file.write(piece)
    return digest.hexdigest(), size


def _object(entries: Iterable[tuple[str, Any]]) -> Iterator[bytes]:
    """JSON of an object, each entry on a line of its own; what is an iterator holds entries in its turn."""
    before = b"{\n"
    for key, value in entries:
        if isinstance(value, Iterator):
            yield before + to_json(key) + b":"
            yield from _object(value)
        else:
            # Key and value in one go, without the braces around them.
            yield before + to_json({key: value})[1:-1]
        before = b",\n"
    yield b"\n}" if before == b",\n" else b"{}"
