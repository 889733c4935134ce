"""Findings as JSON, for machines; the same limit per rule does not apply."""

import json
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from generator.findings import Finding
from generator.reports.text import NOT_CHECKED


def json_report(findings: Sequence[Finding]) -> str:
    """One object: `errors`, `warnings`, `findings`, `not_checked`."""
    errors = sum(each.severity == "error" for each in findings)
    content = {
        "schema": "gongshi-findings@v1",
        "errors": errors,
        "warnings": len(findings) - errors,
        "findings": [_record(each) for each in findings],
        "not_checked": NOT_CHECKED,
    }
    return json.dumps(content, ensure_ascii=False, indent=2)


def _record(each: Finding) -> dict[str, Any]:
    return {
        "rule": each.rule,
        "severity": each.severity,
        "actor": each.actor(),
        "place": asdict(each.place),
        "message": each.message(),
        "remedy": each.remedy(),
    }
