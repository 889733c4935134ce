"""Findings as Markdown: the summary of a CI run, at most twenty per rule, then a count; last, what was not checked.

A page of a CI server shows it, so what an office wrote (names of files, headings)
is escaped: it can be neither markup nor HTML. Format: GitHub Flavored Markdown.
"""

import re

from generator.findings import Finding, Language, first_of_each_rule, phrase, spoken
from generator.reports import Report

_HEADINGS = ("explain-severity", "report-where", "explain-message", "report-to-do", "explain-who")
_MARKUP = re.compile(r"[\\`*_\[\]<>&|~#!$@]")


def render(report: Report, language: Language) -> str:
    """A heading, what came out, a table of findings if there are any, and a list of what was not checked."""
    lines = [f"## {_say('report-title', language)}", "", f"**{_verdict(report, language)}**"]
    lines += ["", report.outcome(language), ""]
    if report.findings:
        lines += [*_table(report, language), ""]
    lines += [f"### {_say('report-not-checked', language)}", ""]
    return "\n".join([*lines, *(f"- {escaped(each)}" for each in report.unchecked(language))])


def escaped(text: str) -> str:
    """Text that Markdown shows as it is, on one line."""
    return _MARKUP.sub(r"\\\g<0>", " ".join(text.split()))


def _verdict(report: Report, language: Language) -> str:
    if report.errors:
        return _say("report-stops", language)
    return _say("report-reminders" if report.warnings else "report-passes", language)


def _table(report: Report, language: Language) -> list[str]:
    shown, left_out = first_of_each_rule(report.findings)
    rows = [_row(*(_say(key, language) for key in _HEADINGS)), "|---" * len(_HEADINGS) + "|"]
    for number, each in enumerate(shown):
        rows.append(_finding(report, each, language))
        last = number + 1 == len(shown) or shown[number + 1].rule != each.rule
        if last and left_out[each.rule]:
            more = spoken(phrase("report-more", count=left_out[each.rule]), language)
            rows.append(_row("", "", f"…… {more} ({each.rule})", "", ""))
    return rows


def _finding(report: Report, each: Finding, language: Language) -> str:
    severity = _say(f"severity-{each.severity}", language)
    message = f"{each.message(language)} ({each.rule})"
    return _row(severity, each.place.text(language), message, each.remedy(language), each.actor(language))


def _row(*cells: str) -> str:
    return f"| {' | '.join(map(escaped, cells))} |"


def _say(key: str, language: Language) -> str:
    return spoken(phrase(key), language)
