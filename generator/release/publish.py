"""From a bundle to a live release: stage, scan, commit."""

import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from generator.approvals import LEDGER
from generator.artifacts import Bundle, Progress, digest
from generator.exceptions import ReleaseError
from generator.findings import Finding, Place, finding, has_errors
from generator.release import layout
from generator.release.commit import commit
from generator.release.kept import clear
from generator.release.lock import publishing
from generator.release.manifest import Made, Manifest, load_manifest, measure
from generator.release.reprint import Reprint, reprint
from generator.release.scan import Scanned, Target, make_target, scan_files
from generator.release.scanned import known_after, load_known, stays_clean, write_known
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
    bundle: Bundle,
    out: Path,
    today: date,
    build_prose: BuildProse,
    *,
    jobs: int,
    clean: bool,
    key: Path | None,
    progress: Progress,
) -> Outcome:
    """Publishes, or leaves the live release exactly as it was and says why. `key` is a private one to sign with.

    Raises `ReleaseError` if another build holds the lock or writing fails, and
    `SetupError` if the release cannot be signed.
    """
    layout.check_out(out)
    with publishing(out):
        staging = layout.releases(out) / ".staging"
        try:
            shutil.rmtree(staging, ignore_errors=True)
            (staging / "site").mkdir(parents=True)
            return _publish(bundle, out, staging, today, build_prose, jobs, clean, key, progress)
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
    key: Path | None,
    progress: Progress,
) -> Outcome:
    live = layout.current_release(out)
    last_manifest = load_manifest(live)
    if last_manifest and (undone := sorted(set(last_manifest.withdrawn) - set(bundle.withdrawn))):
        return Outcome((finding("withdrawal-undone", Place(LEDGER), notices=tuple(undone)),))
    manifest = None if clean else last_manifest
    shells, findings = build_prose(staging / "site")
    if has_errors(findings):
        return Outcome(findings)
    prose = _prose_files(staging)
    progress("文章", len(prose), len(prose))
    last = (live, manifest) if live and manifest else None
    made, changed = stage(bundle.artifacts, staging, shells, last, jobs, progress)
    files = prose | made
    fresh = changed | set(prose)
    target = make_target(bundle.public_values, bundle.masked_values, bundle.public_names)
    known = load_known(out, live) if manifest else None
    # What was clean stays clean only as long as nothing else is looked for that could stand in it.
    before = known if known and stays_clean(known, target) else None
    scanned = _not_scanned(files, manifest.files if manifest and before else {})
    texts = before.learned.texts if before else frozenset()
    results = _scan(staging, scanned, target, texts, jobs, progress)
    findings = (*findings, *_found(results))
    if has_errors(findings):
        return Outcome(findings)
    after = Manifest(today.isoformat(), digest(target), files, bundle.notices, bundle.withdrawn, bundle.ledger)
    release = commit(out, staging, after, key)
    write_known(out, release, known_after(before, (each.learned for each in results), target))
    clear(out, today, bundle.withdrawn, {release: after, live: last_manifest})
    # One more is made than was staged: the list of what is in `site/`.
    counts = (len(fresh) + 1, len(files) - len(fresh), len(scanned))
    return Outcome(findings, *counts, release.name, reprint(last_manifest, after))


def _scan(
    staging: Path, paths: list[str], target: Target, texts: frozenset[bytes], jobs: int, progress: Progress
) -> list[Scanned]:
    """The results, in the order of the paths, whoever was the first to be done."""
    results: dict[str, Scanned] = {}
    for path, scanned in scan_files(staging, paths, target, texts, jobs):
        results[path] = scanned
        progress("扫描", len(results), len(paths))
    return [results[path] for path in sorted(results)]


def _found(results: Sequence[Scanned]) -> Iterator[Finding]:
    yield from (found for each in results for found in each.findings)
    if ambiguous := [path for each in results for path in each.ambiguous]:
        yield finding("output-ambiguous", Place(ambiguous[0]), count=len(ambiguous))


def _not_scanned(files: Mapping[str, Made], before: Mapping[str, Made]) -> list[str]:
    """What must be looked at: other bytes than before, or a file of the same bytes with another name."""
    return sorted(path for path, made in files.items() if path not in before or before[path].sha256 != made.sha256)


def _prose_files(staging: Path) -> dict[str, Made]:
    """What the site engine wrote: pages without a key, made anew each time."""
    paths = sorted(path for path in staging.rglob("*") if path.is_file())
    return {path.relative_to(staging).as_posix(): measure(path) for path in paths}
