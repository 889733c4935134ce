"""Findings as workflow commands of GitHub Actions, which shows them beside the files.

GitHub shows a handful of annotations per step, so twenty per rule and a count
are plenty. Format: docs.github.com, "Workflow commands for GitHub Actions".
"""

from generator.findings import Finding, Language, first_of_each_rule, phrase, rules, spoken
from generator.reports import Report


def render(report: Report, language: Language) -> str:
    """One `::error …` or `::warning …` per finding; last, a notice of what was not checked."""
    shown, left_out = first_of_each_rule(report.findings)
    lines = [_annotation(report, each, language) for each in shown]
    for rule, count in left_out.items():
        more = spoken(phrase("report-more", count=count), language)
        lines.append(command(rules()[rule].severity, more, title=rule))
    unchecked = "\n".join([report.counts(language), *report.unchecked(language)])
    lines.append(command("notice", unchecked, title=spoken(phrase("report-not-checked"), language)))
    return "\n".join(lines)


def command(name: str, message: str, **properties: str | int) -> str:
    """A workflow command; empty properties are left out."""
    listed = ",".join(f"{key}={_property(str(value))}" for key, value in properties.items() if value)
    return f"::{name} {listed}::{_message(message)}"


def _annotation(report: Report, each: Finding, language: Language) -> str:
    place = each.place
    remedy = f"{spoken(phrase('report-to-do'), language)}: {each.remedy(language)}"
    by = spoken(phrase("report-by", actor=each.actor(language)), language)
    message = "\n".join([place.text(language), each.message(language), remedy, by])
    return command(each.severity, message, file=report.path(place), line=place.line, title=each.rule)


def _message(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _message(text).replace(":", "%3A").replace(",", "%2C")
