"""A sum printed beside its addends is their sum, and no part is more than its whole.

Why: the public adds up what stands on the wall; 国办秘函〔2019〕19号 marks wrong
content. Recomputed is only what a sentence states without any doubt: addends of
one unit before 合计, a total with a colon and its parts, the two halves of a
pair (农村 and 城镇), and sums written as sums.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from generator.checks import Scope
from generator.detection.figures import Figure, figures, sentences
from generator.findings import Finding, finding

_TOTAL = re.compile(r"(?:合计|共计|总计|总共|一共)[为是]?")
_LISTED = re.compile(r"(?:共|合计|总计)(?:有|计)?[^0-9，,。：:]{0,8}$")
_AMONG = "其中"
# Limits, averages, balances and changes: figures that need not add up to what stands beside them.
_OTHERWISE = re.compile(r"[减停退增余每均另约第]|最高|最低|标准|上年|去年|期初|以上|以下|超过|不足|累计|相当|次月|重复")
_PAIRS = (("农村", "城镇"), ("农村", "城市"), ("男", "女"), ("分散", "集中"))
_CANDIDATE = re.compile(r"[共总]|合计|其中|[=＝]")
_EQUATION = re.compile(
    r"(?<![0-9.])(?P<sum>[0-9.,]+[元户人个]?(?:\s*[+＋－×÷-]\s*[0-9.,]+[元户人个]?)+)\s*[=＝]\s*(?P<total>[0-9.,]+)(?![0-9.]|[×+÷-])"
)
_TERM = re.compile(r"([+＋－×÷-]?)\s*([0-9.,]+)")


@dataclass(frozen=True)
class Sum:
    """A total as printed, and what its parts make."""

    printed: str
    right: str


def check_office(scope: Scope) -> Iterator[Finding]:
    for text in scope.texts:
        if not _CANDIDATE.search(text.text):
            continue
        for wrong in wrong_sums(text.text):
            yield finding("text-sum", text.place, printed=wrong.printed, right=wrong.right)
        for part, whole in parts_above_wholes(text.text):
            yield finding("text-part-above-whole", text.place, part=part, whole=whole)


def wrong_sums(text: str) -> Iterator[Sum]:
    """Every stated sum that its addends do not make."""
    for sentence in sentences(text):
        yield from _equations(sentence)
        if not _OTHERWISE.search(sentence):
            for total, addends in (*_addends_first(sentence), *_total_first(sentence), *_pairs(sentence)):
                right = sum((addend.value for addend in addends), start=Decimal(0))
                # Amounts in 万元 and 亿元 are rounded each for itself.
                slack = Decimal(len(addends)).scaleb(-total.decimals) / 2 if total.unit[0] in "万亿" else Decimal(0)
                if abs(total.value - right) > slack:
                    yield Sum(total.shown(), f"{right:f}{total.unit}")


def parts_above_wholes(text: str) -> Iterator[tuple[str, str]]:
    """Every part behind 其中 that is more than the whole before it."""
    for sentence in sentences(text):
        if _AMONG not in sentence or _OTHERWISE.search(sentence):
            continue
        wholes, parts = _split_at(sentence, sentence.index(_AMONG))
        last = {whole.unit: whole for whole in wholes}
        for part in parts:
            if part.unit and part.unit in last and part.value > last[part.unit].value:
                yield part.shown(), last[part.unit].shown()


def _addends_first(sentence: str) -> Iterator[tuple[Figure, list[Figure]]]:
    """甲3户、乙2户，合计5户"""
    mark = _TOTAL.search(sentence)
    if not mark or _AMONG in sentence:
        return
    addends, totals = _split_at(sentence, mark.start())
    for total in totals:
        same = [addend for addend in addends if addend.unit == total.unit]
        alone = [each.unit for each in totals].count(total.unit) == 1
        if total.unit and total.unit != "%" and alone and len(same) >= 2 and all(addend.unit for addend in addends):
            yield total, same


def _total_first(sentence: str) -> Iterator[tuple[Figure, list[Figure]]]:
    """共5户：甲3户、乙2户"""
    found = figures(sentence)
    for index, total in enumerate(found):
        parts = found[index + 1 :]
        opened = sentence[total.end :].lstrip("（村社区）家庭条").startswith((":", "："))
        stated = opened and _LISTED.search(sentence[: total.start])
        if stated and total.unit and len(parts) >= 2 and {part.unit for part in parts} == {total.unit}:
            yield total, list(parts)
            return


def _pairs(sentence: str) -> Iterator[tuple[Figure, list[Figure]]]:
    """5户，其中农村3户、城镇2户"""
    if _AMONG not in sentence:
        return
    wholes, parts = _split_at(sentence, sentence.index(_AMONG))
    for one, other in _PAIRS:
        labelled = [part for part in parts if part.unit and re.search(f"{one}|{other}", _label(sentence, part))]
        labels = [_label(sentence, part) for part in labelled]
        complete = len(parts) == 2 == len(labelled) and one in labels[0] + labels[1] and other in labels[0] + labels[1]
        if complete and wholes and {part.unit for part in parts} == {wholes[-1].unit}:
            yield wholes[-1], labelled


def _equations(sentence: str) -> Iterator[Sum]:
    """3+2=5"""
    for match in _EQUATION.finditer(sentence):
        try:
            right, printed = _value(match["sum"]), Decimal(match["total"].replace(",", ""))
        except ArithmeticError:
            continue  # a stray point or a division by nothing: not a sum anybody meant
        decimals = max(0, -int(printed.as_tuple().exponent))
        if abs(right - printed) > Decimal(5).scaleb(-decimals - 1):
            yield Sum(match["total"], f"{round(right, max(2, decimals)).normalize():f}")


def _value(expression: str) -> Decimal:
    """The value of a chain of + - × ÷, products first. Raises `ArithmeticError`."""
    terms: list[Decimal] = []
    for sign, digits in _TERM.findall(expression):
        number = Decimal(digits.replace(",", ""))
        match sign:
            case "×":
                terms[-1] *= number
            case "÷":
                terms[-1] /= number
            case "-" | "－":
                terms.append(-number)
            case _:
                terms.append(number)
    return sum(terms, start=Decimal(0))


def _split_at(sentence: str, position: int) -> tuple[list[Figure], list[Figure]]:
    found = figures(sentence)
    return [each for each in found if each.end <= position], [each for each in found if each.start >= position]


def _label(sentence: str, figure: Figure) -> str:
    """The words that lead up to a figure, from the last comma or figure."""
    return re.split(r"[，,、：:（(0-9]", sentence[: figure.start])[-1]
