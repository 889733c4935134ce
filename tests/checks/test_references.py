"""Legal bases, validity, document numbers, index numbers."""

from dataclasses import replace
from datetime import date

import pytest

from generator.checks import document_numbers, index_numbers, legal_bases, policy_validity
from generator.checks.document_numbers import corrected, faults_of
from generator.checks.index_numbers import has_known_form
from generator.checks.policy_validity import problem_of
from generator.findings import Place, finding
from generator.index_numbers import index_numbers as numbers_of
from generator.office.bases import citations, find_basis, successor_in_force
from generator.office.registers import IndexNumber, LegalBasis
from tests.checks.sample_scope import (
    REPOSITORY,
    TODAY,
    found,
    rules,
    sample,
    table,
    with_prose,
    with_register,
    with_tables,
)

POLICY = REPOSITORY / "data/standing/policy_document"
OLD = (POLICY / "subsistence_allowance_measures_2012.yaml").read_text(encoding="utf-8")
TOWN = (POLICY / "town_village_ballot_2026.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "line",
    [
        "依据《最低生活保障审核审批办法（试行）》办理。",
        "依据《最低生活保障审核审批办法》办理。",
        "依据民发〔2012〕220号办理。",
        "依据民发[2012]220号办理。",
        "依据《特困人员认定办法》（民发〔2016〕178号）办理。",
    ],
)
def test_a_repealed_basis_names_its_successor(line):
    (finding,) = found(legal_bases, with_prose(line))
    assert finding.rule == "legal-basis-repealed"
    assert "2021-07-01起废止；现在应当依据《" in finding.message()


@pytest.mark.parametrize(
    "line",
    [
        "依据《特困人员认定办法》办理。",  # the name without a year is the one in force
        "依据《中华人民共和国社会救助法》第四十五条。",
        "《最低生活保障审核审批办法（试行）》已经废止，不能再用。",
        "民发〔2012〕220号由民发〔2021〕57号接替。",
        "参看《邻里互助公约》和《红楼梦》。",
        "见民发〔2012〕22号",
    ],
)
def test_what_is_in_force_declared_repealed_or_unknown_to_prose_is_silent(line):
    assert rules(legal_bases, with_prose(line)) == []


def test_the_successor_named_is_one_in_force():
    bases = [
        LegalBasis.model_validate(
            {"名称": name, "文号": "", "施行日期": "2010-01-01", "废止日期": until, "替代文件": next}
        )
        for name, until, next in (("甲", "2015-01-01", "乙"), ("乙", "2020-01-01", "丙"), ("丙", "", ""))
    ]
    assert successor_in_force(tuple(bases), bases[0], TODAY) == "丙"
    assert successor_in_force(tuple(bases), bases[0], date(2016, 1, 1)) == "乙"
    assert successor_in_force(tuple(bases), bases[2], TODAY) == ""
    circle = bases[1].model_copy(update={"successor": "甲"})
    assert successor_in_force((bases[0], circle), bases[0], TODAY) in {"甲", "乙"}


def test_before_its_repeal_a_basis_may_be_cited():
    scope = replace(with_prose("依据民发〔2012〕220号办理。"), today=date(2021, 6, 30))
    assert rules(legal_bases, scope) == []


def test_the_record_of_a_repealed_document_may_name_it():
    assert rules(legal_bases, with_tables(table("policy_document", OLD), kinds={}, prose={})) == []
    citing = TOWN.replace("摘要: ", "摘要: 依据民发〔2012〕220号。", 1)
    assert rules(legal_bases, with_tables(table("policy_document", citing), kinds={})) == ["legal-basis-repealed"]


def test_a_kind_may_not_rest_on_a_repealed_basis():
    kind = sample().kinds["subsistence_allowance"]
    for title, rule in (
        ("最低生活保障审核审批办法（试行）", "legal-basis-repealed"),
        ("某某办法", "legal-basis-unknown"),
    ):
        changed = kind.model_copy(update={"legal_bases": (title,)})
        assert rules(legal_bases, with_tables(kinds={kind.id: changed})) == [rule]


def test_a_title_with_another_documents_number():
    line = "《最低生活保障审核确认办法》（民发〔2021〕75号）"
    assert rules(legal_bases, with_prose(line)) == ["legal-basis-number"]
    assert rules(legal_bases, with_prose(line.replace("75", "57"))) == []


def test_numbers_are_read_with_the_words_before_them():
    bases = sample().office.registers.legal_bases
    (citation,) = citations("依据民发〔2012〕220号")
    basis = find_basis(bases, citation)
    assert basis and basis.title == "最低生活保障审核审批办法（试行）"


@pytest.mark.parametrize(
    ("issued", "repealed", "validity", "problem"),
    [
        (date(2020, 1, 1), None, "有效", ""),
        (date(2020, 1, 1), date(2027, 1, 1), "有效", ""),
        (date(2020, 1, 1), TODAY, "有效", "policy-shown-valid"),
        (date(2020, 1, 1), date(2021, 1, 1), "废止", ""),
        (date(2020, 1, 1), None, "失效", ""),
        (date(2020, 1, 1), None, "废止", "policy-no-repeal-day"),
        (date(2020, 1, 1), date(2027, 1, 1), "废止", "policy-still-valid"),
        (date(2020, 1, 1), date(2019, 1, 1), "废止", "policy-repealed-before"),
        (date(2027, 1, 1), None, "有效", "policy-issued-later"),
    ],
)
def test_validity_fits_the_dates(issued, repealed, validity, problem):
    assert problem_of(issued, repealed, validity, TODAY) == problem


def test_a_document_and_the_register_have_the_same_dates():
    assert rules(policy_validity, with_tables(table("policy_document", OLD))) == []
    forgotten = OLD.replace('废止日期: "2021-07-01"\n', "").replace("有效性: 废止", "有效性: 有效")
    assert rules(policy_validity, with_tables(table("policy_document", forgotten))) == ["policy-register-differs"]


@pytest.mark.parametrize(
    ("number", "fault"),
    [
        ("禾政发[2026]9号", "“[]”应当是六角括号"),
        ("禾政发（2026）9号", "“（）”应当是六角括号"),
        ("禾政发【2026】9号", "“【】”应当是六角括号"),
        ("禾政发〔2026)9号", "“)”应当是六角括号"),
        ("禾政发20269号", "没有用六角括号"),
        ("禾政发〔2026〕第9号", "不加“第”"),
        ("禾政发〔2026〕09号", "不能以0开头"),
        ("禾政发〔2026〕9", "缺“号”字"),
        ("禾政发〔2026〕 9号", "有空格"),
        ("禾政发〔２０２６〕9号", "半角"),
        ("禾政发〔2062〕9号", "年份2062不对"),
        ("禾政发〔1926〕9号", "年份1926不对"),
    ],
)
def test_the_wrong_sign_of_a_number_is_named(number, fault):
    (only,) = faults_of(number, TODAY)
    made = finding("document-number-form", Place("x"), faults=(only,), expected=corrected(number))
    assert fault in made.message()
    assert not faults_of("禾政发〔2026〕9号", TODAY)


@pytest.mark.parametrize(
    "number", ["国务院令第711号", "主席令第九十一号", "主席令（以国家法律法规数据库为准）", "GB/T 37668-2019"]
)
def test_orders_and_standards_have_numbers_of_their_own(number):
    assert faults_of(number, TODAY) == ()


def test_numbers_in_running_text():
    assert rules(document_numbers, with_prose("见禾政发(2026)8号文件")) == ["document-number-form"]
    assert rules(document_numbers, with_prose("见禾政发〔2026〕8号文件，到服务中心（2026）3号窗口办")) == []


def test_one_number_for_two_documents():
    other = table("policy_document", TOWN.replace("禾政发〔2026〕8号", "禾政发〔2026〕9号"))
    assert rules(document_numbers, with_tables(other)) == ["document-number-twice"]


@pytest.mark.parametrize(
    ("number", "known"),
    [
        ("640104-001/2020-00011", True),
        ("003031160/201802-00083", True),
        ("11330100002489559A/2020-5", False),  # its check character is wrong
        ("990101-101/2027-00001", False),
        ("990101-101/202613-00001", False),
        ("禾2026-1", False),
    ],
)
def test_forms_of_index_numbers(number, known):
    assert has_known_form(number, 2026) is known


def test_a_credit_code_may_open_an_index_number():
    from stdnum.cn import uscc

    code = "1199010100000000X"
    assert has_known_form(f"{code}{uscc.calc_check_digit(code)}/202603-5", 2026)


def test_an_index_number_stays_with_its_document():
    ballot = table("policy_document", TOWN, id="town_village_ballot_2026")
    assert rules(index_numbers, with_tables(ballot)) == []
    changed = table("policy_document", TOWN.replace("2026-00021", "2026-00031"), id="town_village_ballot_2026")
    assert rules(index_numbers, with_tables(changed)) == ["index-number-changed"]
    renamed = table("policy_document", TOWN, id="another")
    assert rules(index_numbers, with_tables(renamed)) == ["index-number-reused"]


def test_a_number_stays_taken_after_its_document_is_gone():
    gone = IndexNumber.model_validate(
        {"索引号": "990101-101/2026-00021", "文件": "standing/policy_document/gone", "名称": ""}
    )
    scope = with_register("index_numbers", gone, tables=(table("policy_document", TOWN),))
    assert rules(index_numbers, scope) == ["index-number-reused"]


def test_a_record_is_registered_under_its_list():
    assert list(numbers_of(table("policy_document", TOWN, id="a"))) == [
        (0, "standing/policy_document/a", "990101-101/2026-00021")
    ]


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("本镇依据民发〔2012〕220号办理，材料失效的请重新提供。", True),
        ("民发〔2012〕220号已经废止，不再适用。", False),
        ("民发〔2012〕220号、民发〔2016〕178号自2021年7月1日起废止。", False),
        ("过去的规定已经废止；现在依据民发〔2012〕220号办理。", True),
    ],
)
def test_only_the_clause_that_cites_can_say_that_a_basis_is_repealed(line, found):
    reported = {each.rule for each in legal_bases.check_office(with_prose(line))}
    assert ("legal-basis-repealed" in reported) == found
