"""Lighthouse (from npm) as on a phone: one page of each template, the median of five runs.

Pages with names say `noindex`, which the law wants and Lighthouse marks down: there every audit of search
engines but that one must pass.
"""

from collections.abc import Iterator
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any

from audit.browser import FLAGS, browser_program, environment
from audit.sample import Sample
from audit.tools import node
from audit.verdict import Verdict

RUNS = 5
TARGETS = {"performance": 95, "accessibility": 100, "best-practices": 100, "seo": 100}
_UNINDEXED = {"seo": {"is-crawlable"}}


def verdicts(sample: Sample) -> Iterator[Verdict]:
    pages = list(sample.served())
    with TemporaryDirectory(prefix="gongshi-lighthouse-") as folder:
        asked = {"browser": browser_program(), "flags": [*FLAGS], "runs": RUNS, "pages": [each for _, each in pages]}
        answers = node("lighthouse.mjs", asked, environment=environment(Path(folder)))
    indexed = {name: "noindex" not in path.read_text(encoding="utf-8") for name, path in sample.templates}
    for (name, _), runs in zip(pages, answers, strict=True):
        yield _verdict(name, runs, indexed[name])


def _verdict(name: str, runs: list[dict[str, Any]], indexed: bool) -> Verdict:
    scores = {category: int(median(run["scores"][category] for run in runs)) for category in TARGETS}
    failed = {(each["category"], each["audit"]) for run in runs for each in run["failed"]}
    if not indexed:
        allowed = {(category, audit) for category, audits in _UNINDEXED.items() for audit in audits}
        others = {each for each in failed if each[0] == "seo"} - allowed
        scores["seo"] = scores["seo"] if others else 100
        failed -= allowed
    ok = all(scores[category] >= target for category, target in TARGETS.items())
    return Verdict(
        "Lighthouse",
        name if indexed else f"{name} (noindex)",
        1,
        " ".join(str(each) for each in scores.values()),
        "≥ 95, 100, 100, 100",
        ok,
        tuple(sorted(f"{category}: {audit}" for category, audit in failed)),
    )
