"""The rows of a list as HTML: every value escaped, wherever it stands."""

import pytest
from lxml import html

from generator.exceptions import GongshiError
from generator.notices import Column, Entry
from generator.rendering.rows import table_rows

NAME = Column("name", "户主姓名", "", "left", "person_name")
AMOUNT = Column("amount", "月保障<金额>", "元", "right", "money")
STEPS = Column("steps", "步骤", "", "left", "list")


def cells(columns, entries, numbered=False):
    table = html.fromstring(f"<table>{table_rows(columns, entries, numbered)}</table>")
    return [row.xpath("./td") for row in table.xpath(".//tr")]


def test_rows_are_numbered_unless_they_bring_numbers():
    entries = [Entry(("甲某",), ("甲某",)), Entry(("乙某",), ("乙某",))]
    assert [[cell.text_content() for cell in row] for row in cells([NAME], entries)] == [["1", "甲某"], ["2", "乙某"]]
    assert [len(row) for row in cells([NAME], entries, numbered=True)] == [1, 1]


@pytest.mark.parametrize("value", ["<b>甲</b>", "\"甲\" & '乙'", "马依努尔·阿卜杜热合曼", "", "甲\n乙"])
def test_a_value_stands_as_it_is(value):
    _, name, amount = cells([NAME, AMOUNT], [Entry((value, "450.00"), (value, "450.00"))])[0]
    assert name.text_content() == value
    assert len(name.xpath("./bdi")) == bool(value)
    assert amount.get("data-label") == "月保障<金额>" and amount.get("class") == "right number"
    assert amount.text_content() == "450.00 元"


def test_an_empty_value_has_no_unit():
    assert cells([AMOUNT], [Entry(("",), ("",))])[0][1].text_content() == ""


def test_parts_of_a_value_are_a_list_in_the_cell():
    steps = ("申请", ("村里", "<评议>"))
    cell = cells([STEPS], [Entry((steps,), ("申请",))])[0][1]
    assert [item.text for item in cell.xpath("./ul/li/ul/li")] == ["村里", "<评议>"]
    assert cell.xpath("./ul/li[1]")[0].text == "申请"


def test_a_control_character_is_no_text_of_a_list():
    with pytest.raises(GongshiError):
        table_rows([NAME], [Entry(("甲\x1f乙",), ("",))], numbered=False)
