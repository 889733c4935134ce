"""The manifest of a release: digest, size, key and last lawful day of every file; and what of it goes into `site/`.

`manifest.json` stays with the release. `site/release.json` names every other
file of `site/`, so that a copy of `site/` alone, or a served site, can be checked.
"""

import hashlib
import json
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path

from generator.artifacts import Chain

NAME = "manifest.json"
SCHEMA = "gongshi-release@v1"
PUBLIC_NAME = "release.json"
PUBLIC_SCHEMA = "gongshi-site@v1"
SITE = "site/"


@dataclass(frozen=True)
class Made:
    """One file of a release. `until` is an ISO date, or empty for no limit."""

    sha256: str
    bytes: int
    key: str
    until: str = ""


@dataclass(frozen=True)
class Manifest:
    """`scan` digests what the output scan looked for; `files` are by path from the release's root."""

    today: str
    scan: str
    ledger: Chain
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
    return Manifest(content["today"], content["scan"], Chain(**content.get("ledger", {})), files)


def write_manifest(release: Path, manifest: Manifest) -> str:
    """Writes it and returns the digest of its bytes."""
    content = {
        "schema": SCHEMA,
        "today": manifest.today,
        "scan": manifest.scan,
        "ledger": asdict(manifest.ledger),
        "files": {path: asdict(made) for path, made in sorted(manifest.files.items())},
    }
    return _write(release / NAME, content)


def write_public(release: Path, manifest: Manifest) -> Made:
    """Writes `site/release.json`: day, ledger, digest and size of every other file of `site/`; paths are from there."""
    path = release / SITE / PUBLIC_NAME
    files = {
        each.removeprefix(SITE): {"sha256": made.sha256, "bytes": made.bytes}
        for each, made in sorted(manifest.files.items())
        if each.startswith(SITE)
    }
    content = {"schema": PUBLIC_SCHEMA, "today": manifest.today, "ledger": asdict(manifest.ledger), "files": files}
    _write(path, content)
    return measure(path, "", None)


def measure(path: Path, key: str, until: date | None) -> Made:
    """What the manifest says of the file at `path`."""
    content = path.read_bytes()
    return Made(hashlib.sha256(content).hexdigest(), len(content), key, until.isoformat() if until else "")


def _write(path: Path, content: object) -> str:
    text = json.dumps(content, ensure_ascii=False, indent=1, sort_keys=True).encode("utf-8") + b"\n"
    path.write_bytes(text)
    return hashlib.sha256(text).hexdigest()
