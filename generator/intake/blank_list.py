"""The blank workbook of a kind: filled in, it is read as an approved list, without intake.

It has two sheets. 名单 holds nothing but headings: no example that could be taken
for a person. 填写说明 explains every column and shows an example row; no reader ever
reads it. The same kind and register give the same bytes.
"""

import io
from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

import xlsxwriter
from xlsxwriter.utility import xl_range_abs

from generator.kinds import Kind, KindColumn
from generator.office import Office
from generator.sources.readers.xlsx import NOTES_SHEET

_CREATED = datetime(2026, 1, 1)
# Formats and rules reach down to here; no township's list is longer.
_LAST_ROW = 5000
_NUMBER_FORMATS = {"count": "0", "money": "#,##0.00", "date": "yyyy-mm-dd"}
_WIDTHS = {"person_name": 24, "text": 40, "list": 40, "units": 30}
_WIDTH = 18
# How to fill in a column, and what it looks like, by type. Any other type is plain text.
_HOW = {
    "village": ("从下拉列表中选", ""),
    "choice": ("从下拉列表中选", ""),
    "person_name": ("一格一个人的姓名；不加空格；少数民族姓名用“·”分隔", "甄示例"),
    "count": ("整数，只写数字", "2"),
    "money": ("金额，单位元，最多两位小数，只写数字", "620.00"),
    "date": ("日期，写成 2026-11-05 的样子", "2026-11-05"),
    "month": ("年月，写成 2026-11 的样子", "2026-11"),
    "list": ("几条之间用“；”隔开", "第一条；第二条"),
    "units": ("单位的正式名称；几个之间用“、”隔开", "晴川县民政局"),
}
_NOTES = (
    "填在“名单”表里，从第二行起，一行一个人或一户。本表只是说明，不会被读取。",
    "不要增加列。身份证号、电话、银行账号、住址等一律不要填，多一列就不能公布。",
    "不要合并单元格，不要写标题、合计和落款。",
    "填好以后另存到 data/rounds/（年月）/，文件名 {kind}.{stage}.xlsx，再运行 gongshi approve。",
)


def blank_list(kind: Kind, office: Office) -> bytes:
    """An XLSX with headings, drop-down lists, number formats and rules, and the sheet of notes."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as workbook:
        workbook.set_properties({"title": kind.title, "created": _CREATED})
        sheet, notes = workbook.add_worksheet("名单"), workbook.add_worksheet(NOTES_SHEET)
        heading = workbook.add_format({"bold": True, "bg_color": "#E3EFEC", "border": 1, "align": "center"})
        ranges = _write_notes(workbook, notes, kind, office)
        sheet.set_row(0, 24)
        for index, column in enumerate(kind.columns):
            form = workbook.add_format({"num_format": _NUMBER_FORMATS.get(column.type, "@")})
            sheet.set_column(index, index, _WIDTHS.get(column.type, _WIDTH), form)
            sheet.write_string(0, index, column.title, heading)
            sheet.data_validation(1, index, _LAST_ROW, index, _rule(column, ranges.get(column.name, "")))
        sheet.freeze_panes(1, 0)
        sheet.repeat_rows(0)
    return out.getvalue()


def _write_notes(workbook: Any, notes: Any, kind: Kind, office: Office) -> dict[str, str]:
    """Writes the sheet of notes; returns the range of each drop-down list by column."""
    bold = workbook.add_format({"bold": True, "bottom": 1})
    wrap = workbook.add_format({"text_wrap": True, "valign": "top"})
    grey = workbook.add_format({"italic": True, "font_color": "#777777", "num_format": "@"})
    notes.set_column(0, 0, 20)
    notes.set_column(1, 1, 10)
    notes.set_column(2, 2, 56, wrap)
    notes.set_column(3, 3 + len(kind.columns), 20)
    row = 0
    for text in _NOTES:
        notes.write_string(row, 0, text.format(kind=kind.id, stage=kind.stages[0]))
        row += 1
    row += 1
    for index, title in enumerate(("列", "必填", "怎么填")):
        notes.write_string(row, index, title, bold)
    for column in kind.columns:
        row += 1
        notes.write_string(row, 0, column.title)
        notes.write_string(row, 1, "必填" if column.required else "可空")
        notes.write_string(row, 2, _HOW.get(column.type, ("一行文字", ""))[0])
    row += 2
    notes.write_string(row, 0, "示例行（只作样子，不要照抄）", grey)
    for index, column in enumerate(kind.columns):
        notes.write_string(row + 1, index, column.title, bold)
        notes.write_string(row + 2, index, _example(column, _choices(column, office)), grey)
    ranges = {}
    for index, column in enumerate(kind.columns):
        choices = _choices(column, office)
        if choices:
            first = row + 5
            notes.write_string(first - 1, index, f"可选：{column.title}", bold)
            notes.write_column(first, index, choices)
            ranges[column.name] = f"='{NOTES_SHEET}'!{xl_range_abs(first, index, first + len(choices) - 1, index)}"
    return ranges


def _choices(column: KindColumn, office: Office) -> Sequence[str]:
    if column.type == "village":
        return [village.name for village in office.registers.villages]
    return column.choices


def _example(column: KindColumn, choices: Sequence[str]) -> str:
    return choices[0] if choices else _HOW.get(column.type, ("", "一句话"))[1]


def _rule(column: KindColumn, choices: str) -> dict[str, Any]:
    """What the spreadsheet program itself refuses to take."""
    how = _HOW.get(column.type, ("一行文字", ""))[0]
    rule: dict[str, Any] = {
        "error_title": "填写有误",
        "error_message": how,
        "input_title": column.title[:32],
        "input_message": how,
        "ignore_blank": True,
    }
    if choices:
        return rule | {"validate": "list", "source": choices}
    match column.type:
        case "count":
            return rule | {"validate": "integer", "criteria": "between", "minimum": 0, "maximum": 999_999_999}
        case "money":
            return rule | {"validate": "decimal", "criteria": "between", "minimum": 0, "maximum": 10**11}
        case "date":
            return rule | {"validate": "date", "criteria": ">=", "value": date(2000, 1, 1)}
        case _:
            return rule | {"validate": "length", "criteria": "<=", "value": 500}
