"""What boards are made of: steps that part, hand-written pages as blocks, and figures equal to those of the pages."""

import pytest

from generator.edition import blocks
from generator.edition.procedure import explained, procedure
from generator.edition.prose import prose_pages
from generator.edition.prose_blocks import prose_sections

PARTED = "批准的，在您所在的村（社区）公布；不批准的，书面告诉您理由。不服的，可以申请行政复议。"
PAGE = """---
date: 2026-09-28 09:00
---

# 行为准则

都照这一页做。

## 两个干净

- **人干净**：不收钱。
- **账干净**：只走[专户](funds.md)：查得到。

## 怎样监督

1. **打电话**，全天。
2. 写信。

说完了。
再说一句。

| 谁 | 电话 |
| --- | --- |
| 县里 | 12345 |
"""


def test_a_step_parts_where_something_is_decided():
    step = explained(PARTED)
    assert step["decision"] and step["text"] == ""
    assert step["ways"] == [
        {"case": "批准的", "then": "在您所在的村（社区）公布"},
        {"case": "不批准的", "then": "书面告诉您理由"},
    ]
    assert step["after"] == "不服的，可以申请行政复议。"


@pytest.mark.parametrize(
    ("explanation", "decision"),
    [
        ("批不批准都书面通知本人；不批准的写明理由。", True),
        ("给不给援助都书面告诉；不给的写明理由。", True),
        ("到5号窗口填一张表；不在家的，也可以在住的地方的乡镇窗口办。", False),
        ("材料齐的当场收下，给您一张受理单；缺什么，一次说清楚。", False),
        ("", False),
    ],
)
def test_other_steps_keep_their_words(explanation: str, decision: bool):
    assert explained(explanation) == {"decision": decision, "text": explanation, "ways": [], "after": ""}


def test_steps_are_numbered_and_leave_out_what_is_empty():
    (step,) = procedure([("受理", "镇里", "", "当场收下。")], ("步骤", "由谁办", "时限", "说明"))
    assert (step["number"], step["name"]) == ("1", "受理")
    assert step["facts"] == [{"label": "由谁办", "text": "镇里"}]


def test_a_hand_written_page_becomes_blocks():
    (page,) = prose_pages({"content/conduct.md": PAGE.splitlines()})
    introduction, sections = prose_sections(page.body)
    assert introduction == "都照这一页做。"
    assert [each["title"] for each in sections] == ["两个干净", "怎样监督"]
    assert sections[0]["blocks"] == [blocks.facts([("人干净", "不收钱。"), ("账干净", "只走专户：查得到。")])]
    assert sections[1]["blocks"] == [
        blocks.items(["打电话，全天。", "写信。"], numbered=True),
        blocks.text("说完了。再说一句。"),
        blocks.table([("谁", "left"), ("电话", "left")], [["县里", "12345"]]),
    ]


def test_a_page_without_headings_is_an_introduction():
    assert prose_sections("# 标题\n\n只有一句话。\n") == ("只有一句话。", [])


def test_a_section_without_words_is_left_out():
    assert blocks.section("空的", blocks.items([]), blocks.facts([("电话", "")])) == []


def test_the_longest_bar_fills_the_width():
    drawn = blocks.amount_bars([("低保", "200.00", "200.00"), ("特困", "50.00", "50.00"), ("其他", "0.00", "0.00")])
    assert [each["share"] for each in drawn["bars"]] == [1.0, 0.25, 0.0]
    assert [each["share"] for each in blocks.amount_bars([("没有", "0.00", "0.00")])["bars"]] == [0.0]


def test_everything_that_is_said_is_a_text_of_the_sheet():
    content = {
        "introduction": "开头",
        "sections": blocks.beside(
            *blocks.section("表", blocks.table([("谁", "left")], [["甲"]], ["合计"])),
            *blocks.section("条", blocks.items(["乙"], numbered=True)),
        ),
    }
    assert list(blocks.texts(content)) == ["开头", "表", "谁", "甲", "合计", "条", "乙"]
