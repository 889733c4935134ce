"""The report of an intake: for the clerk as text, for machines as JSON. Neither holds a private value."""

from collections.abc import Iterator, Sequence
from typing import Any

from xlsxwriter.utility import xl_col_to_name

from generator.intake.matching import Dropped, Matching
from generator.intake.outcome import Outcome

_WHY = {"private": "个人隐私，不得公布", "unknown": "不在公布范围内", "blank": "空白列"}
_PASSED_OVER = {
    "title": "表头上方，没有读",
    "total": "合计行",
    "signature": "落款或说明行",
    "heading": "重复的表头或列号行",
    "blank": "空行",
}
_CHANGES = {
    "spaces": "去掉空格",
    "width": "全角改半角",
    "unit": "去掉单位",
    "thousands": "去掉千位分隔符",
    "numeral": "中文数字改写",
    "ten-thousand": "万元换算为元",
    "date-form": "统一日期写法",
    "day-dropped": "只留年月",
    "serial": "表格序号换成日期",
    "dot": "统一间隔号",
    "note": "去掉“（户主）”",
    "village": "地址换成登记的村名",
}


def text_lines(outcome: Outcome) -> Iterator[str]:
    """The report as lines of Chinese text."""
    rows = outcome.rows
    yield f"文件 {outcome.file}" + (f"，工作表“{outcome.sheet}”" if outcome.sheet else "")
    if outcome.matching:
        yield from _matching_lines(outcome.matching)
    for sort, numbers in outcome.passed_over.items():
        if sort != "blank":
            yield f"不算名单的行（{_PASSED_OVER[sort]}）：第 {_some(numbers)} 行"
    for total in outcome.totals:
        verdict = "一致" if total.agrees else f"不一致，逐行相加是 {total.computed}"
        yield f"第 {total.row + 1} 行合计“{total.title}” {total.found}：{verdict}"
    for title, counts in outcome.changes.items():
        words = "，".join(f"{_CHANGES[change]} {count} 处" for change, count in counts.items())
        yield f"“{title}”统一写法：{words}"
    if outcome.content is not None:
        yield f"隐私核对：表中 {outcome.secrets_checked} 项不得公布的内容，写出的名单里一项也没有"
    yield (
        f"读到 {rows.read} 行 = 写出 {rows.written} 行 + 未写出 {rows.refused} 行"
        + (f"（其中有问题的 {rows.faulty} 行）" if rows.refused else "")
    )


def json_content(outcome: Outcome) -> dict[str, Any]:
    """The same as plain values, without the findings."""
    matching = outcome.matching or Matching((), (), {})
    rows = outcome.rows
    return {
        "schema": "gongshi-intake@v1",
        "file": outcome.file,
        "sheet": outcome.sheet,
        "heading_rows": list(outcome.heading_rows),
        "recognised": [
            {
                "column": each.column.name,
                "title": each.column.title,
                "letter": xl_col_to_name(each.index),
                "heading": each.heading,
                "unit": each.unit,
            }
            for each in matching.recognised
        ],
        "fixed": sorted(matching.fixed),
        "dropped": [
            {"letter": xl_col_to_name(each.index), "heading": each.heading, "reason": each.reason}
            for each in matching.dropped
        ],
        "rows": {"read": rows.read, "written": rows.written, "refused": rows.refused, "faulty": rows.faulty},
        "passed_over": {sort: list(numbers) for sort, numbers in outcome.passed_over.items()},
        "totals": [
            {
                "row": each.row + 1,
                "title": each.title,
                "found": each.found,
                "computed": each.computed,
                "agrees": each.agrees,
            }
            for each in outcome.totals
        ],
        "changes": outcome.changes,
        "private_values_checked": outcome.secrets_checked,
        "amount_band_checked": outcome.band_checked,
    }


def _matching_lines(matching: Matching) -> Iterator[str]:
    for each in matching.recognised:
        stated = each.column.unit + each.unit if each.unit.startswith("/") else each.unit
        unit = f"，单位 {stated}" if stated else ""
        yield f"认出“{each.column.title}”：{xl_col_to_name(each.index)} 列“{each.heading}”{unit}"
    for title in matching.fixed_titles:
        yield f"补上“{title}”：全部行用 --set 写明的内容"
    for reason, words in _WHY.items():
        dropped = [each for each in matching.dropped if each.reason == reason]
        if dropped:
            yield f"不要的列（{words}）：{'、'.join(map(_column, dropped))}"


def _column(dropped: Dropped) -> str:
    letter = xl_col_to_name(dropped.index)
    return f"{letter} “{dropped.heading}”" if dropped.heading else letter


def _some(numbers: Sequence[int]) -> str:
    return "、".join(map(str, numbers[:20])) + (f" 等 {len(numbers)}" if len(numbers) > 20 else "")
