"""Findings as SARIF 2.1.0 (OASIS), for code-scanning views and editors: all of them, and every rule they break."""

import json
from importlib.metadata import version
from typing import Any
from urllib.parse import quote

from generator.findings import Finding, Language, Rule, rules
from generator.reports import Report, fingerprints

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LOCALE = {"zh": "zh-CN", "en": "en-US"}
_ROOT = "PROJECT"


def render(report: Report, language: Language) -> str:
    """One run. What was not checked are notifications of the invocation."""
    used = sorted({each.rule for each in report.findings})
    marks = fingerprints(report.findings)
    run = {
        "tool": {
            "driver": {
                "name": "Gongshi",
                "semanticVersion": version("gongshi"),
                "rules": [_rule(rules()[name], language) for name in used],
            }
        },
        "language": _LOCALE[language],
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {_ROOT: {"description": {"text": "the top of the repository"}}},
        "invocations": [
            {
                "executionSuccessful": True,
                "toolExecutionNotifications": [
                    {"level": "note", "message": {"text": text}} for text in report.unchecked(language)
                ],
            }
        ],
        "results": [
            _result(report, each, mark, used.index(each.rule), language)
            for each, mark in zip(report.findings, marks, strict=True)
        ],
    }
    return json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2)


def _rule(rule: Rule, language: Language) -> dict[str, Any]:
    return {
        "id": rule.id,
        "shortDescription": {"text": rule.message[language]},
        "fullDescription": {"text": rule.about[language]},
        "help": {"text": rule.remedy[language]},
        "defaultConfiguration": {"level": rule.severity},
        "properties": {"area": rule.area, "actor": rule.actor},
    }


def _result(report: Report, each: Finding, mark: str, index: int, language: Language) -> dict[str, Any]:
    place = each.place
    location: dict[str, Any] = {"artifactLocation": {"uri": quote(report.path(place)), "uriBaseId": _ROOT}}
    if place.line:
        location["region"] = {"startLine": place.line}
    where: dict[str, Any] = {"physicalLocation": location}
    if name := " ".join(part for part in (place.sheet, place.cell, place.column) if part):
        where["logicalLocations"] = [{"fullyQualifiedName": name}]
    return {
        "ruleId": each.rule,
        "ruleIndex": index,
        "level": each.severity,
        "message": {"text": f"{each.message(language)}\n{each.remedy(language)}"},
        "locations": [where],
        "partialFingerprints": {"gongshi/v1": mark},
        "properties": {"actor": each.actor(language)},
    }
