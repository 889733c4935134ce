"""The layouts of real files: titles, two-level headings, merged villages, totals, signatures, notes."""

import pytest

from tests.intake.conftest import GOOD_ROW, HEADING

SECOND = ["街心社区", "白秋月", 1, 640.5]
LIST = ["村（社区）,户主姓名,保障人口,月保障金额", "望山村,甄有田,2,620.50", "街心社区,白秋月,1,640.50"]


def test_a_plain_list(take):
    assert take([HEADING, GOOD_ROW, SECOND]).lines == LIST


def test_titles_units_and_blank_rows_above_the_heading(take):
    rows = [
        ["晴川县禾风镇低保名单", "", "", ""],
        ["填报单位：禾风镇", "", "", "单位：元"],
        [""] * 4,
        HEADING,
        GOOD_ROW,
        SECOND,
    ]
    assert take(rows).lines == LIST


def test_the_unit_of_the_whole_table_counts_for_money(take):
    rows = [["名单", "", "", "单位：万元"], HEADING, [*GOOD_ROW[:3], 0.06205], SECOND[:3] + [0.06405]]
    taken = take(rows)
    assert taken.lines == LIST
    assert taken.outcome.changes == {"月保障金额": {"ten-thousand": 2}}


def test_blank_columns_and_rows_between_are_passed_over(take):
    taken = take([["", *HEADING, ""], [""] * 6, ["", *GOOD_ROW, ""], [""] * 6, ["", *SECOND, ""]])
    assert taken.lines == LIST
    assert {each.reason for each in taken.outcome.matching.dropped} == {"blank"}


def test_a_village_merged_over_its_rows_is_filled_down(take):
    from tests.intake.exports import workbook

    rows = [HEADING, GOOD_ROW, ["", "白秋月", 1, 640.5], ["街心社区", "冯满仓", 1, 300]]
    merged = take(workbook(rows, merges=[(1, 0, 2, 0, "望山村")]))
    assert merged.lines[1:] == ["望山村,甄有田,2,620.50", "望山村,白秋月,1,640.50", "街心社区,冯满仓,1,300.00"]


def test_an_empty_village_that_is_not_merged_is_never_filled(take):
    taken = take([HEADING, GOOD_ROW, ["", "白秋月", 1, 640.5]])
    assert taken.rules == ["cell-missing"]
    assert taken.cells() == ["A3"]


TWO_LEVELS = [
    ["序号", "所属社", "户主信息", "", "成员信息", "", "保障情况", ""],
    ["", "", "姓名", "身份证号", "姓名", "关系", "保障人口", "保障金额（元）"],
    [1, "望山村", "甄有田", "x", "甄小满", "子", 2, 620.5],
]
GROUPS = [
    (0, 0, 1, 0, "序号"),
    (0, 1, 1, 1, "所属社"),
    (0, 2, 0, 3, "户主信息"),
    (0, 4, 0, 5, "成员信息"),
    (0, 6, 0, 7, "保障情况"),
]


def test_two_level_headings_by_group_and_sub_heading(take):
    """The sub-heading 姓名 stands twice; only with its group is it the head's or a member's."""
    from tests.intake.conftest import sample
    from tests.intake.exports import workbook

    kind = sample()[1]["subsistence_allowance"]
    head = kind.column("household_head").model_copy(update={"aliases": ("户主信息姓名",)})
    kinds = tuple(head if each.name == head.name else each for each in kind.columns)
    sample()[1]["two_levels"] = kind.model_copy(update={"columns": kinds})
    try:
        assert take(workbook(TWO_LEVELS, merges=GROUPS), kind="two_levels").lines[1:] == ["望山村,甄有田,2,620.50"]
    finally:
        del sample()[1]["two_levels"]


def test_a_sub_heading_that_stands_twice_is_ambiguous(take):
    from tests.intake.exports import workbook

    taken = take(workbook(TWO_LEVELS, merges=GROUPS), kind="old_age_allowance")
    (found,) = [each for each in taken.outcome.findings if each.rule == "raw-column-ambiguous"]
    assert "C “户主信息姓名”、E “成员信息姓名”" in found.message()


def test_two_level_headings_of_a_csv_leave_holes(take):
    text = "序号,所属社,户主,,保障人口,保障金额（元）\n,,姓名,身份证号,,\n1,望山村,甄有田,x,2,620.5\n"
    assert take(text.encode(), "导出.csv").lines[1:] == ["望山村,甄有田,2,620.50"]


def test_column_numbers_and_repeated_headings_are_not_rows(take):
    taken = take([HEADING, ["1", "2", "3", "4"], GOOD_ROW, HEADING, SECOND])
    assert taken.lines == LIST
    assert taken.outcome.passed_over == {"heading": (2, 4)}


def test_totals_are_compared_and_never_rows(take):
    rows = [
        HEADING,
        GOOD_ROW,
        ["小计", "", 2, 620.5],
        SECOND,
        ["小 计", "", 1, 640.5],
        ["合计", "2户3人1261元", 3, 1261],
    ]
    taken = take(rows)
    assert taken.lines == LIST
    assert taken.outcome.passed_over == {"total": (3, 5, 6)}
    assert len(taken.outcome.totals) == 6 and all(each.agrees for each in taken.outcome.totals)


def test_a_total_in_words_is_compared_too(take):
    taken = take([HEADING, GOOD_ROW, SECOND, ["合计：2户 4人 1261元", "", "", ""]])
    assert taken.rules == ["raw-total-differs"]
    assert [(each.title, each.found, each.computed) for each in taken.outcome.totals if not each.agrees] == [
        ("保障人口", "4", "3")
    ]


def test_a_total_that_differs_stops_the_list(take):
    taken = take([HEADING, GOOD_ROW, SECOND, ["", "合计", 3, 1300]])
    assert taken.rules == ["raw-total-differs"]
    assert taken.outcome.content is None


def test_a_total_is_not_compared_with_a_cell_that_could_not_be_read(take):
    taken = take([HEADING, GOOD_ROW, ["街心社区", "白秋月", 1, "约600"], ["合计", "", 3, 1300]])
    assert taken.rules == ["raw-amount"]
    assert [each.title for each in taken.outcome.totals] == ["保障人口"]


def test_signatures_and_notes_are_reported_not_read(take):
    from tests.intake.exports import workbook

    signature = ["制表人：甄经办", "", "审核：", ""]
    note = "以上名单经镇政府会议研究同意"
    rows = [
        HEADING,
        GOOD_ROW,
        SECOND,
        signature,
        ["负责人：", "", "", "2026年11月1日"],
        [note, "", "", ""],
        ["备注：略", "", "", ""],
    ]
    taken = take(workbook(rows, merges=[(5, 0, 5, 3, note)]))
    assert taken.lines == LIST
    assert taken.outcome.passed_over == {"signature": (4, 5, 6, 7)}


@pytest.mark.parametrize(
    "row",
    [
        ["审核村", "白秋月", 1, 640.5],
        ["合计村", "白秋月", 1, 640.5],
        ["备注", "白秋月", "", ""],
        ["", "白秋月", "", ""],
        ["望山村", "", "", 5],
    ],
)
def test_what_may_be_a_person_is_never_passed_over(take, row):
    """A row that only looks like a signature is refused with its findings, not dropped in silence."""
    taken = take([HEADING, GOOD_ROW, row])
    assert taken.outcome.rows.read == 2
    assert taken.outcome.rows.faulty == 1
    assert taken.outcome.content is None


def test_rows_read_are_rows_written_and_refused(take):
    rows = [HEADING, GOOD_ROW, ["街心社区", "白秋月", 1, "约600"]]
    strict, lenient = take(rows).outcome.rows, take(rows, leave_out=True)
    assert (strict.read, strict.written, strict.refused, strict.faulty) == (2, 0, 2, 1)
    assert (lenient.outcome.rows.written, lenient.outcome.rows.refused) == (1, 1)
    assert lenient.lines == LIST[:2]
    assert lenient.rules == ["raw-amount"]


def test_leaving_rows_out_does_not_excuse_a_wrong_total(take):
    rows = [HEADING, GOOD_ROW, ["下村", "白秋月", 1, 640.5], ["合计", "", 3, 9]]
    assert take(rows, leave_out=True).outcome.content is None


def test_a_column_the_file_lacks_can_be_set(take):
    rows = [HEADING[1:], GOOD_ROW[1:]]
    assert take(rows).rules == ["raw-column-missing"]
    assert take(rows, fixed={"village": "望山村"}).lines == LIST[:2]
    assert take([HEADING, GOOD_ROW], fixed={"village": "望山村"}).rules == ["raw-column-ambiguous"]


def test_every_finding_is_reported_at_once(take):
    taken = take([HEADING, ["某村", "甄、白", "两三", "x"], ["望山村", "甄有田", 1, "03元"]])
    assert taken.rules == ["raw-village", "raw-several-names", "raw-count", "raw-amount", "raw-amount"]


@pytest.mark.parametrize("group", ["监护人", "银行卡", "配偶", "代领人", "家庭成员"])
@pytest.mark.parametrize("form", ["merged", "title merged", "holes", "holes under named columns"])
def test_the_name_under_somebody_elses_group_is_never_the_persons(take, group, form):
    from tests.intake.exports import comma_separated, workbook

    upper = ["村", "特困人员", "", group, "", "供养方式", "月供养金额（元）"]
    lower = ["", "名字", "证件号", "姓名", "号码", "", ""]
    if form == "holes under named columns":
        upper, lower = ["", *upper[1:5], "", ""], ["村", *lower[1:5], "供养方式", "月供养金额（元）"]
    rows = [upper, lower, ["望山村", "甄有田", "x", "白秋月", "y", "分散供养", 1080]]
    if form == "merged":
        content = workbook(rows, merges=[(0, 1, 0, 2, "特困人员"), (0, 3, 0, 4, group)])
    elif form == "title merged":
        content = workbook([[""] * 7, *rows], merges=[(0, 0, 0, 6, "特困人员名单")])
    else:
        content = comma_separated(rows)
    taken = take(content, "导出.xlsx" if "merged" in form else "导出.csv", kind="extreme_poverty_support")
    assert taken.rules == ["raw-column-missing"]
    assert {each.heading for each in taken.outcome.matching.dropped if each.reason == "private"} >= {f"{group}姓名"}


@pytest.mark.parametrize("name", ["甄小计", "甄合计", "白总计"])
def test_somebody_called_like_a_total_is_somebody(take, name):
    assert take([HEADING, GOOD_ROW, ["街心社区", name, 1, 640.5]]).lines[-1] == f"街心社区,{name},1,640.50"


@pytest.mark.parametrize("word", ["小计", "合 计", "本页小计", "望山村合计：", "合计1户2人", "总计2人620.5元"])
def test_a_total_in_the_column_of_names_is_no_row(take, word):
    taken = take([HEADING, GOOD_ROW, ["", word, 2, 620.5]])
    assert taken.lines == LIST[:2]
    assert taken.outcome.passed_over == {"total": (3,)}


RELATED = ["村", "申请人姓名", "与户主关系", "保障人口", "月保障金额（元）"]


@pytest.mark.parametrize("relation", ["本人", "户主", "户主本人", "本人或户主", ""])
def test_a_relation_of_the_head_is_silent(take, relation):
    assert take([RELATED, ["望山村", "甄有田", relation, 2, 620.5]]).lines == LIST[:2]


def test_members_in_rows_of_their_own_can_be_left_out(take):
    rows = [RELATED, ["望山村", "甄有田", "户主", 2, 620.5], ["望山村", "甄小满", "子", 2, 620.5]]
    assert take(rows).rules == ["raw-member-row"]
    assert take(rows).outcome.content is None
    assert take(rows, leave_out=True).lines == LIST[:2]


def test_amounts_merged_over_a_household_are_counted_once(take):
    from tests.intake.exports import workbook

    rows = [RELATED, ["", "甄有田", "户主", "", ""], ["", "甄小满", "子", "", ""]]
    merges = [(1, 0, 2, 0, "望山村"), (1, 3, 2, 3, "2"), (1, 4, 2, 4, "620.5")]
    assert take(workbook(rows, merges=merges), leave_out=True).lines == LIST[:2]
    unrelated = [[*row[:2], "", *row[3:]] for row in rows]
    taken = take(workbook(unrelated, merges=merges))
    assert (taken.rules, taken.cells()) == (["cell-missing", "cell-missing"], ["D3", "E3"])


def test_rows_above_the_heading_are_titles_or_refused(take):
    titles = [["晴川县禾风镇低保名单", "", "", ""], ["填报单位", "禾风镇", "填报日期", "2026-11-01"]]
    taken = take([*titles, [""] * 4, HEADING, GOOD_ROW])
    assert taken.lines == LIST[:2]
    assert taken.outcome.passed_over == {"title": (1, 2)}
    headless = take([SECOND, HEADING, GOOD_ROW])
    assert headless.rules == ["raw-two-tables"]
    assert headless.outcome.content is None


@pytest.mark.parametrize("name", ["甄一", "欧阳修文", "马依努尔·阿卜杜热合曼", "阿依古丽"])
def test_names_of_up_to_four_characters_or_with_a_dot_are_taken(take, name):
    assert take([HEADING, ["望山村", name, 2, 620.5]]).rules == []


@pytest.mark.parametrize("name", ["甄一一妻乙二二", "甄二一患病乙", "甄 一一妻乙", "甄有田已故"])
def test_a_name_with_something_run_into_it_is_refused(take, name):
    (rule,) = take([HEADING, ["望山村", name, 2, 620.5]]).rules
    assert rule in {"raw-name-long", "raw-name-spaces"}
