"""Findings as JSON, for machines: all of them, with the ids of rules and actors beside the words."""

import json
from dataclasses import asdict
from typing import Any

from generator.findings import Finding, Language, rules
from generator.reports import Report


def render(report: Report, language: Language) -> str:
    """One object: `errors`, `warnings`, `lists` and `rows` that were read, `findings`, `not_checked`."""
    content = {
        "schema": "gongshi-findings@v1",
        "language": language,
        "errors": report.errors,
        "warnings": report.warnings,
        "lists": report.lists,
        "rows": report.rows,
        "findings": [_record(each, language) for each in report.findings],
        "not_checked": report.unchecked(language),
    }
    return json.dumps(content, ensure_ascii=False, indent=2)


def _record(each: Finding, language: Language) -> dict[str, Any]:
    return {
        "rule": each.rule,
        "severity": each.severity,
        "actor": rules()[each.rule].actor,
        "actor_name": each.actor(language),
        "place": asdict(each.place),
        "message": each.message(language),
        "remedy": each.remedy(language),
    }
