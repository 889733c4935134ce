"""A percentage printed beside its two numbers is their ratio.

Why: 27 of 32 printed as 85.6 % (it is 84.4 %) makes every other figure of the
page doubtful; 国办秘函〔2019〕19号 marks wrong content. Recomputed is only what one
sentence states without any doubt: a whole, a part of it in the same unit, and
`占` or a rate behind them. Growth, targets and limits are left alone.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from generator.checks import Scope
from generator.detection.figures import Figure, figures, sentences
from generator.findings import Finding, finding

_SHARE = re.compile(r"占")
_RATE = re.compile(r"率|比例|比重")
# What makes two numbers a whole and its part: without it a rate may be of anything.
_WITHIN = re.compile(r"其中|中[，,]?|里[，,]?|完成|达标|落实|办结|建成")
_WHOLE = re.compile(r"共|全|总|应|计划|目标|任务|现有")
# Change, limits and remainders have a reference of their own.
_OTHERWISE = re.compile(
    r"[增减升降涨跌较剩未余]|(?<!占)比(?![例重])|不低于|不少于|至少|最多|超过|高于|低于|不超|应当|力争|上年|去年|同期|占地|左右|以上|以下|平均|每"
)
_FARTHEST = 24


@dataclass(frozen=True)
class Ratio:
    """A percentage as printed, what it is of what, and what it should be."""

    part: Figure
    whole: Figure
    printed: Figure
    exact: Decimal

    @property
    def holds(self) -> bool:
        """Whether the printed percentage is the ratio, rounded to the digits it shows."""
        return abs(self.printed.value - self.exact) <= Decimal(5).scaleb(-self.printed.decimals - 1)

    def right(self) -> str:
        """The percentage as it ought to be printed, to the same digits (at least one)."""
        return f"{round(self.exact, max(1, self.printed.decimals)):f}%"


def check_office(scope: Scope) -> Iterator[Finding]:
    for text in scope.texts:
        if "%" not in text.text and "％" not in text.text:
            continue
        for ratio in stated_ratios(text.text):
            if not ratio.holds:
                yield finding(
                    "text-percentage",
                    text.place,
                    part=ratio.part.shown(),
                    whole=ratio.whole.shown(),
                    printed=ratio.printed.shown(),
                    right=ratio.right(),
                )


def stated_ratios(text: str) -> Iterator[Ratio]:
    """Every percentage of which the text states the whole and the part."""
    for sentence in sentences(text):
        whole: Figure | None = None
        before: list[Figure] = []
        for figure in figures(sentence):
            if figure.unit != "%":
                before.append(figure)
                continue
            whole, part = _operands(sentence, before, whole)
            if whole and part and whole.value and _is_stated(sentence, whole, part, figure):
                yield Ratio(part, whole, figure, part.value * 100 / whole.value)
            before = []


def _operands(sentence: str, before: list[Figure], carried: Figure | None) -> tuple[Figure | None, Figure | None]:
    """The whole and the part a percentage refers to; a list of parts shares the whole of the first."""
    if len(before) >= 2:
        whole, part = before[-2:]
    elif before and carried:
        whole, part = carried, before[0]
    else:
        return carried, None
    return whole, part if part.unit and part.unit == whole.unit else None


def _is_stated(sentence: str, whole: Figure, part: Figure, printed: Figure) -> bool:
    """Whether the words around the three leave only one reading."""
    between, behind = sentence[whole.end : part.start], sentence[part.end : printed.start]
    after = sentence[printed.end : printed.end + 2]
    if len(behind) > _FARTHEST or _OTHERWISE.search(behind) or _OTHERWISE.search(after):
        return False
    if part.value > whole.value or _OTHERWISE.search(_label(sentence, part)):
        return False
    if _SHARE.search(behind):
        return True
    return bool(
        _RATE.search(behind)
        and _WITHIN.search(between + behind)
        and (_WHOLE.search(sentence[: whole.start]) or "其中" in between or "中" in between)
    )


def _label(sentence: str, figure: Figure) -> str:
    """The words that lead up to a figure, from the last comma."""
    return re.split(r"[，,、：:（(]", sentence[: figure.start])[-1]
