"""Findings as text for people: at most twenty per rule, then a count; last, what was not checked."""

from generator.findings import Language, first_of_each_rule, phrase, spoken
from generator.reports import Report

_COLON = {"zh": "：", "en": ": "}


def render(report: Report, language: Language) -> str:
    """Every finding with its remedy, then the summary."""
    stop, left, right = ("。", "（", "）") if language == "zh" else (". ", " (", ")")
    colon = _COLON[language]
    shown, left_out = first_of_each_rule(report.findings)
    lines: list[str] = []
    for number, each in enumerate(shown):
        lines.append(f"{spoken(phrase(f'severity-{each.severity}'), language)} {each.place.text(language)}")
        lines.append(f"    {each.message(language)}{left}{each.rule}{right}")
        by = spoken(phrase("report-by", actor=each.actor(language)), language)
        lines.append(f"    {spoken(phrase('report-to-do'), language)}{colon}{each.remedy(language)}{stop}{by}")
        last = number + 1 == len(shown) or shown[number + 1].rule != each.rule
        if last and left_out[each.rule]:
            lines.append(f"    …… {each.rule} {spoken(phrase('report-more', count=left_out[each.rule]), language)}")
    return "\n".join([*lines, summary(report, language)])


def summary(report: Report, language: Language) -> str:
    """How many findings there are, or what was read if there is no error, and what was not checked."""
    stop = "。" if language == "zh" else "."
    title = spoken(phrase("report-not-checked"), language)
    unchecked = map("  - {}".format, report.unchecked(language))
    return "\n".join([f"{report.outcome(language)}{stop}", f"{title}{_COLON[language].rstrip()}", *unchecked])
