"""From a bundle to a live release: stage, scan, write the manifest, switch."""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from generator.artifacts import Bundle, Progress, digest
from generator.exceptions import ReleaseError
from generator.findings import Finding, Place, finding, has_errors
from generator.release import layout
from generator.release.lock import publishing
from generator.release.manifest import Made, Manifest, load_manifest, measure, write_manifest
from generator.release.reprint import Reprint, reprint
from generator.release.scan import Target, make_target, scan_files
from generator.release.stage import stage
from generator.rendering.shell import Shell

BuildProse = Callable[[Path], tuple[dict[int, Shell], tuple[Finding, ...]]]


@dataclass(frozen=True)
class Outcome:
    """What a publication did: findings; how many files were made, linked and scanned; the release; what to print."""

    findings: tuple[Finding, ...]
    made: int = 0
    linked: int = 0
    scanned: int = 0
    release: str = ""
    reprint: Reprint | None = None


def publish_release(
    bundle: Bundle, out: Path, today: date, build_prose: BuildProse, *, jobs: int, clean: bool, progress: Progress
) -> Outcome:
    """Publishes, or leaves the live release exactly as it was and says why.

    Raises `ReleaseError` if another build holds the lock or writing fails.
    """
    layout.check_out(out)
    with publishing(out):
        staging = layout.releases(out) / ".staging"
        try:
            shutil.rmtree(staging, ignore_errors=True)
            (staging / "site").mkdir(parents=True)
            return _publish(bundle, out, staging, today, build_prose, jobs, clean, progress)
        except OSError as error:
            raise ReleaseError(f"写文件失败：{error.strerror}") from error
        finally:
            shutil.rmtree(staging, ignore_errors=True)


def _publish(
    bundle: Bundle,
    out: Path,
    staging: Path,
    today: date,
    build_prose: BuildProse,
    jobs: int,
    clean: bool,
    progress: Progress,
) -> Outcome:
    live = layout.current_release(out)
    before = load_manifest(live)
    manifest = None if clean else before
    shells, findings = build_prose(staging / "site")
    if has_errors(findings):
        return Outcome(findings)
    prose = _prose_files(staging)
    last = (live, manifest) if live and manifest else None
    made, changed = stage(bundle.artifacts, staging, shells, last, jobs, progress)
    files = prose | made
    fresh = changed | set(prose)
    target = make_target(bundle.public_values, bundle.masked_values, bundle.public_names)
    scan_digest = digest(target)
    # What was clean stays clean only as long as the same things are looked for.
    scanned = sorted(fresh if manifest and manifest.scan == scan_digest else files)
    findings = (*findings, *_scan(staging, scanned, target, jobs, progress))
    if has_errors(findings):
        return Outcome(findings)
    after = Manifest(today.isoformat(), scan_digest, files)
    release = _commit(out, staging, after)
    counts = (len(fresh), len(files) - len(fresh), len(scanned))
    return Outcome(findings, *counts, release.name, reprint(before, after))


def _scan(staging: Path, paths: list[str], target: Target, jobs: int, progress: Progress) -> Iterator[Finding]:
    ambiguous: list[str] = []
    for done, scanned in enumerate(scan_files(staging, paths, target, jobs), start=1):
        yield from scanned.findings
        ambiguous += scanned.ambiguous
        progress("扫描", done, len(paths))
    if ambiguous:
        yield finding("output-ambiguous", Place(ambiguous[0]), count=len(ambiguous))


def _prose_files(staging: Path) -> dict[str, Made]:
    """What the site engine wrote: pages without a key, made anew each time."""
    paths = sorted(path for path in staging.rglob("*") if path.is_file())
    return {path.relative_to(staging).as_posix(): measure(path, "", None) for path in paths}


def _commit(out: Path, staging: Path, manifest: Manifest) -> Path:
    name = write_manifest(staging, manifest)
    release = layout.releases(out) / f"{layout.next_number(out):06d}-{name[:12]}"
    staging.rename(release)
    layout.switch(out, release)
    for old in layout.old_releases(out):
        shutil.rmtree(old)
    return release
