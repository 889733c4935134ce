"""Text is written in standard Simplified characters, not mixed with Traditional ones.

Why: 《国家通用语言文字法》第九条 binds offices to standard characters (规范汉字).
A mixture comes from text copied elsewhere, and search does not find it.
Names are left alone: registered names are cut out first, and names of persons
stand in columns of their own (第十七条 lets surnames keep their variants).
"""

from collections.abc import Iterator

from generator.checks import Scope
from generator.detection.script import simplified, traditional
from generator.findings import Finding, finding

_SHOWN = 5


def check_office(scope: Scope) -> Iterator[Finding]:
    registers = scope.office.registers
    names = [name for register in ("staff", "villages", "units") for name in registers.names(register)]
    exempt = [name for name in names if traditional(name)]
    for text in scope.texts:
        characters = traditional(_without(text.text, exempt))
        if characters:
            pairs = tuple(f"{each}（{simplified(each)}）" for each in characters[:_SHOWN])
            yield finding("text-traditional", text.place, characters=pairs)


def _without(text: str, names: list[str]) -> str:
    for name in names:
        text = text.replace(name, "")
    return text
