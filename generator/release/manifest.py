"""The manifest of a release: digest, size, key and last lawful day of every file."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

NAME = "manifest.json"
SCHEMA = "gongshi-release@v1"


@dataclass(frozen=True)
class Made:
    """One file of a release. `until` is an ISO date, or empty for no limit; `parts` are those of the artifact."""

    sha256: str
    bytes: int
    key: str
    until: str = ""
    parts: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Manifest:
    """`scan` digests what the output scan looked for; `files` are by path from the release's root."""

    today: str
    scan: str
    files: dict[str, Made]


def load_manifest(release: Path | None) -> Manifest | None:
    """The manifest of a release; `None` if there is no release or it cannot be read."""
    try:
        content = json.loads((release / NAME).read_text(encoding="utf-8")) if release else None
    except (FileNotFoundError, json.JSONDecodeError):
        return None
    if not content or content.get("schema") != SCHEMA:
        return None
    files = {path: Made(**made) for path, made in content["files"].items()}
    return Manifest(content["today"], content["scan"], files)


def write_manifest(release: Path, manifest: Manifest) -> str:
    """Writes it and returns the digest of its bytes."""
    content = {
        "schema": SCHEMA,
        "today": manifest.today,
        "scan": manifest.scan,
        "files": {path: _entry(made) for path, made in sorted(manifest.files.items())},
    }
    text = json.dumps(content, ensure_ascii=False, indent=1, sort_keys=True).encode("utf-8") + b"\n"
    (release / NAME).write_bytes(text)
    return hashlib.sha256(text).hexdigest()


def _entry(made: Made) -> dict[str, Any]:
    """Only posters have parts."""
    return {name: value for name, value in asdict(made).items() if name != "parts" or value}


def measure(path: Path, key: str, until: date | None) -> Made:
    """What the manifest says of the file at `path`."""
    content = path.read_bytes()
    return Made(hashlib.sha256(content).hexdigest(), len(content), key, until.isoformat() if until else "")
