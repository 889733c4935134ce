"""Content security policies (`csp_evaluator`, from npm): every page has one, without a weakness.

"'self' can be problematic" is what it says of every site that has scripts of its own; it matters where
strangers can upload files, and there a page of ours would be no safer with a list of digests.
"""

import html
import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from audit.sample import Sample
from audit.tools import node
from audit.verdict import Verdict, counted

_POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)"', re.IGNORECASE)
_WEAK = {"HIGH", "MEDIUM", "SYNTAX", "STRICT_CSP"}


def verdicts(sample: Sample) -> Iterator[Verdict]:
    pages: dict[str, list[Path]] = defaultdict(list)
    for page in sample.pages:
        pages[policy_of(page)].append(page)
    missing = [f"{sample.name(page)} has no policy" for page in pages.pop("", [])]
    yield counted("csp_evaluator", "pages without a policy", len(sample.pages), missing, "without")
    weak = [
        f"{finding['directive']}: {finding['description']} ({sample.name(pages[policy][0])})"
        for policy, findings in zip(pages, node("policies.mjs", list(pages)), strict=True)
        for finding in findings
        if finding["severity"] in _WEAK
    ]
    judged = sum(map(len, pages.values()))
    yield counted("csp_evaluator", f"{len(pages)} different policies", judged, weak, "weaknesses")


def policy_of(page: Path) -> str:
    """The policy a page states, empty if none."""
    found = _POLICY.search(page.read_text(encoding="utf-8"))
    return html.unescape(found.group(1)) if found else ""
