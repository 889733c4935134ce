"""Guides: named documents, nothing empty, limits stated and kept."""

import pytest

from generator.checks import complete_guides, no_catch_all_materials, time_limits
from generator.checks.no_catch_all_materials import catch_all
from generator.checks.time_limits import promised_days, statutory_days
from tests.checks.sample_scope import REPOSITORY, rules, table, with_tables

GUIDE = (REPOSITORY / "data/standing/service_guide/temporary_assistance.yaml").read_text(encoding="utf-8")


def guide(old: str, new: str):
    assert old in GUIDE
    return with_tables(table("service_guide", GUIDE.replace(old, new, 1)))


@pytest.mark.parametrize(
    "document",
    [
        "其他材料",
        "其它有关证明",
        "户口簿等材料",
        "相关材料",
        "有关证明材料",
        "身份证等",
        "规定的其他文件",
        "必要的佐证材料",
    ],
)
def test_catch_alls(document):
    assert catch_all(document)
    assert rules(no_catch_all_materials, guide("材料: 急难开支的票据", f"材料: {document}")) == ["guide-catch-all"]


@pytest.mark.parametrize(
    "document",
    ["其他人代办的委托书", "收入证明", "与户主的关系证明", "平等协议", "父母情况的证明", "有关部门开的残疾等级证"],
)
def test_documents_with_a_name(document):
    assert not catch_all(document)


def test_the_source_of_a_document_may_speak_of_others():
    assert rules(no_catch_all_materials, guide("医院、学校或收款单位开的", "医院、学校等相关材料的开具单位开的")) == []


@pytest.mark.parametrize("nothing", ["略", "无", "详见附件", "——", "（待定）", "XXX"])
def test_a_placeholder_says_nothing(nothing):
    assert rules(complete_guides, guide("收费: 不收费", f"收费: {nothing}")) == ["guide-element-empty"]


def test_an_empty_part_is_found_where_it_stands():
    assert rules(complete_guides, guide("份数: 原件", '份数: ""')) == ["guide-element-empty"]
    assert rules(complete_guides, guide("收费: 不收费", "收费: 无需缴费")) == []


@pytest.mark.parametrize(
    ("statutory", "committed", "expected"),
    [
        ("30个工作日内办完", "25个工作日内", []),
        ("30个工作日内办完", "30个工作日内", []),
        ("30个工作日内办完", "31个工作日内", ["guide-time-limit-exceeded"]),
        ("30个工作日；情况特殊的，最长45个工作日", "40个工作日内", []),
        ("30个工作日；情况特殊的，最长45个工作日", "46个工作日内", ["guide-time-limit-exceeded"]),
        ("镇里15个工作日，县里15个工作日", "27个工作日内，里面包括公示7个工作日", []),
        ("国家没有统一规定天数", "15个工作日内", []),
        ("当场办结", "当场", []),
        ("按规定办", "当场", ["guide-time-limit"]),
        ("30天内", "尽快", ["guide-time-limit"]),
    ],
)
def test_limits_are_stated_and_kept(statutory, committed, expected):
    lines = [line for line in GUIDE.splitlines() if not line.startswith(("法定时限", "承诺时限"))]
    text = "\n".join([*lines, f"法定时限: {statutory}", f"承诺时限: {committed}"]) + "\n"
    assert rules(time_limits, with_tables(table("service_guide", text))) == expected


def test_days_as_texts_state_them():
    assert promised_days("从受理那天起20个工作日内，镇里10个工作日，县里10个工作日") == 20
    assert promised_days("当场") is None
    assert statutory_days("7天") is None
