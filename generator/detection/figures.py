"""Figures as sentences state them: a number with its unit, and what stands between."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

_WIDE = str.maketrans("０１２３４５６７８９％．：", "0123456789%.:")
_FIGURE = re.compile(
    r"(?<![0-9.,A-Za-z〔\[-])([0-9]+(?:,[0-9]{3})+(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?)"
    r"\s*(%|亿元|万元|元|人次|户次|万人|万户|户|人|个|名|项|件|笔|处|张|条|次|份|家|所|床|间|套|袋|吨|公斤|年|月|日|号)?"
)
_SENTENCE = re.compile(r"[^。；;！？!?]+")
# Parts of a date or a number of a document: no amounts.
DATES = frozenset({"年", "月", "日", "号"})


@dataclass(frozen=True)
class Figure:
    """A number, its unit as written (`户`, `万元`, `%`, or nothing), and where it stands in its sentence."""

    value: Decimal
    unit: str
    start: int
    end: int

    @property
    def decimals(self) -> int:
        """Digits behind the point, as written."""
        return max(0, -int(self.value.as_tuple().exponent))

    def shown(self) -> str:
        return f"{self.value:f}{self.unit}"


def sentences(text: str) -> Iterator[str]:
    """The sentences of a text, in half-width digits: no figure refers to one behind a full stop."""
    yield from _SENTENCE.findall(text.translate(_WIDE))


def figures(sentence: str) -> tuple[Figure, ...]:
    """Every figure of a sentence, in its order, but for parts of dates."""
    found = (
        Figure(Decimal(match[1].replace(",", "")), match[2] or "", match.start(), match.end())
        for match in _FIGURE.finditer(sentence)
    )
    return tuple(figure for figure in found if figure.unit not in DATES)
