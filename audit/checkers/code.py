"""Security of our Python (`bandit`, from PyPI): nothing of medium or high severity.

What is low is counted, not forbidden: `assert` for what types cannot say, and programs that we start with
fixed arguments.
"""

import json
import sys
from collections.abc import Iterator

from audit.sample import Sample
from audit.tools import run
from audit.verdict import Verdict

# Ends with 1 if it finds anything, of low severity too.
_FOUND = 1


def verdicts(sample: Sample) -> Iterator[Verdict]:
    answer = json.loads(run(sys.executable, "-m", "bandit", "-q", "-r", "generator", "-f", "json", codes=(0, _FOUND)))
    modules = len(answer["metrics"]) - 1  # one of them is the sum
    grave = [each for each in answer["results"] if each["issue_severity"] != "LOW"]
    complaints = tuple(f"{each['filename']}:{each['line_number']} {each['issue_text']}" for each in grave)
    result = f"{len(grave)} medium or high, {len(answer['results']) - len(grave)} low"
    yield Verdict("bandit", "generator/", modules, result, "0 medium or high", modules > 0 and not grave, complaints)
