"""From an office's folder to a release: examine, make, publish. The site engine is handed in."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

from generator.artifacts import Bundle, Progress
from generator.examination import Examination, examine
from generator.findings import Finding, has_errors
from generator.pipeline import bundle, publish
from generator.project import Project
from generator.release.publish import Outcome
from generator.rendering.shell import Shell
from generator.rolled_up import Place

# The office, its bundle and the folder for its pages; gives page shells, and findings.
SiteEngine = Callable[[Project, Bundle, Path], tuple[dict[int, Shell], tuple[Finding, ...]]]


@dataclass(frozen=True)
class Release:
    """What became of an office's folder; nothing was made or published if its examination has an error."""

    examination: Examination
    bundle: Bundle | None = None
    outcome: Outcome | None = None

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Of the examination and of the publication."""
        return (*self.examination.findings, *(self.outcome.findings if self.outcome else ()))

    @property
    def published(self) -> bool:
        """Whether it is the live release now."""
        return not has_errors(self.findings)


def make_release(
    project: Project,
    out: Path,
    today: date,
    engine: SiteEngine,
    *,
    jobs: int,
    clean: bool,
    key: Path | None,
    progress: Progress,
    townships: tuple[Place, ...] = (),
) -> Release:
    """Publishes what an office has approved, or leaves the live release as it is and says why.

    `progress` hears of the two steps before anything is made, too. Raises what
    `pipeline.publish` raises.
    """
    examination = examine(project, today)
    progress("检查", 1, 1)
    if has_errors(examination.findings):
        return Release(examination)
    made = bundle(project, examination, today, townships)
    progress("编排", 1, 1)
    prose = partial(engine, project, made)
    outcome = publish(made, out, today, prose, jobs=jobs, clean=clean, key=key, progress=progress)
    return Release(examination, made, outcome)
