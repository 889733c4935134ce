"""`gongshi explain`"""

import difflib
from typing import Annotated

import typer

from generator.cli.common import LanguageOption
from generator.findings import Language, Rule, phrase, rules, spoken
from generator.findings.manual import area_title, by_area, entry


def explain(
    name: Annotated[str, typer.Argument(metavar="[RULE]", help="规则的编号；不写就列出全部")] = "",
    language: LanguageOption = "zh",
) -> int:
    """Say what a rule means, what to do, who does it, and why it is checked."""
    if not name:
        typer.echo("\n\n".join(_area(area, listed, language) for area, listed in by_area().items()))
        return 0
    if name not in rules():
        near = difflib.get_close_matches(name, rules(), n=3, cutoff=0.5)
        hint = phrase("kind-did-you-mean", name=tuple(near)) if near else ""
        raise typer.BadParameter(spoken(phrase("explain-unknown", name=name, hint=hint), language))
    rule = rules()[name]
    colon = "：" if language == "zh" else ": "
    lines = [f"{label}{colon}{text}" for label, text in entry(rule, language)]
    typer.echo("\n".join([f"{name} · {area_title(rule.area, language)}", *lines]))
    return 0


def _area(area: str, listed: list[Rule], language: Language) -> str:
    return "\n".join([area_title(area, language), *rule_lines(listed, language)])


def rule_lines(listed: list[Rule], language: Language) -> list[str]:
    """One line per rule: its id and what it says."""
    return [f"{rule.id}  {rule.message[language]}" for rule in listed]
