"""Findings as GitLab's code-quality report: a list of findings and nothing else.

The format has no room for what was not checked; the summary that `gongshi check
--output` prints beside the file says it. Format: docs.gitlab.com, "Code Quality
report format".
"""

import json

from generator.findings import Finding, Language
from generator.reports import Report, fingerprints

_SEVERITY = {"error": "critical", "warning": "minor"}


def render(report: Report, language: Language) -> str:
    """A JSON array; a fingerprint stays the same when rows move."""
    marks = fingerprints(report.findings)
    issues = [
        {
            "description": _description(each, language),
            "check_name": each.rule,
            "fingerprint": mark,
            "severity": _SEVERITY[each.severity],
            "location": {"path": report.path(each.place), "lines": {"begin": max(each.place.line, 1)}},
        }
        for each, mark in zip(report.findings, marks, strict=True)
    ]
    return json.dumps(issues, ensure_ascii=False, indent=2)


def _description(each: Finding, language: Language) -> str:
    where = " ".join(part for part in (each.place.cell, each.place.column) if part)
    start, end = ("：", "。") if language == "zh" else (": ", ". ")
    return f"{where}{start if where else ''}{each.message(language)}{end}{each.remedy(language)}"
