"""The last step of every release: write the manifests, sign them, switch."""

from dataclasses import replace
from pathlib import Path

from generator.release import layout
from generator.release.manifest import NAME, PUBLIC_NAME, SITE, Manifest, write_manifest, write_public
from generator.release.seal import SUFFIX, seal


def commit(out: Path, staging: Path, manifest: Manifest, key: Path | None) -> Path:
    """Makes the staged files the live release and returns its folder.

    `manifest` names them all but `site/release.json`, which is written here.
    Without a private `key` the release stays unsigned. Raises `SetupError` if
    it cannot be signed; then nothing is switched.
    """
    public = SITE + PUBLIC_NAME
    files = manifest.files | {public: write_public(staging, manifest)}
    digest = write_manifest(staging, replace(manifest, files=files))
    if key:
        for name in (NAME, public):
            (staging / f"{name}{SUFFIX}").write_bytes(seal((staging / name).read_bytes(), key))
    release = layout.releases(out) / f"{layout.next_number(out):06d}-{digest[:12]}"
    staging.rename(release)
    layout.switch(out, release)
    return release
