"""The manual's chapter on findings, made from the catalogue: `python -m generator.findings.manual FOLDER`.

One heading per rule, by area, in each language. The committed files are these
very texts; a test compares them.
"""

import sys
from pathlib import Path

from generator.findings.catalogue import LANGUAGES, Language, Rule, phrase, rules, spoken

FILES: dict[Language, str] = {"zh": "findings.zh-CN.md", "en": "findings.md"}
# The few texts that are Markdown and not words of a message.
_OPENING: dict[Language, str] = {
    "zh": """# 检查出的问题和办法

[English](findings.md)

`gongshi check` 说的每一句话都在这里：什么意思，怎么办，由谁处理，为什么要查。提示末尾括号里的英文是它的编号，
`gongshi explain 编号` 在命令行里显示同样的内容。花括号里的词由程序填写。

提示从不显示隐私内容，只说在哪一格。“错误”改正以前不能发布，“提醒”不妨碍发布。
`gongshi check --format html --output report.html` 把结果写成一页，标出表格里有问题的格子，用浏览器打开即可。

*本页由目录 `generator/findings/catalogue/` 生成，请不要手改：改目录，再运行 `make manual`。*
""",
    "en": """# Findings and what to do about them

[中文](findings.zh-CN.md)

Everything `gongshi check` can say: what it means, what to do, who must act, and why it is checked. The words in
brackets at the end of a message are the rule's id; `gongshi explain RULE` prints the same on the command line. Words in
braces are filled in by the program.

No message ever shows a private value, only the place of the cell. An error stops publishing, a warning stops nothing.
`gongshi check --format html --output report.html` writes a page with the faulty cells of each sheet marked.

*Made from `generator/findings/catalogue/`. Do not edit this page: change the catalogue and run `make manual`.*
""",
}


def by_area() -> dict[str, list[Rule]]:
    """Rules in the order of the catalogue, by the name of their area."""
    areas: dict[str, list[Rule]] = {}
    for rule in rules().values():
        areas.setdefault(rule.area, []).append(rule)
    return areas


def area_title(area: str, language: Language) -> str:
    """An area's heading; raises `KeyError` if `phrases.yaml` has none."""
    return spoken(phrase(f"area-{area}"), language)


def entry(rule: Rule, language: Language) -> tuple[tuple[str, str], ...]:
    """What there is to know of a rule: label and text, in the order people ask."""
    return (
        (_say("explain-message", language), rule.message[language]),
        (_say("report-to-do", language), rule.remedy[language]),
        (_say("explain-who", language), _say(f"actor-{rule.actor}", language)),
        (_say("explain-severity", language), _say(f"explain-severity-{rule.severity}", language)),
        (_say("explain-why", language), rule.about[language]),
    )


def manual(language: Language) -> str:
    """The whole chapter in Markdown."""
    colon = "：" if language == "zh" else ": "
    parts = [_OPENING[language]]
    for area, listed in by_area().items():
        parts.append(f"## {area_title(area, language)}\n")
        for rule in listed:
            lines = [f"- **{label}**{colon}{_escaped(text)}" for label, text in entry(rule, language)]
            parts.append("\n".join([f"### {rule.id}\n", *lines, ""]))
    return "\n".join(parts)


def _say(key: str, language: Language) -> str:
    return spoken(phrase(key), language)


def _escaped(text: str) -> str:
    """Placeholders and commands as they are; only what Markdown would take for mark-up is escaped."""
    return text.replace("*", r"\*").replace("<", r"\<").replace("_", r"\_")


def write(folder: Path) -> None:
    """Writes the chapter in every language."""
    folder.mkdir(parents=True, exist_ok=True)
    for language in LANGUAGES:
        (folder / FILES[language]).write_text(manual(language), encoding="utf-8")


if __name__ == "__main__":
    write(Path(sys.argv[1]) if len(sys.argv) > 1 else Path("docs/manual"))
