"""Every kind: covered catalogue, legal bases in the register, masked names, sound aliases, and its schema."""

import csv
import json
import re
import unicodedata
from collections import Counter

import jsonschema
import pytest
import yaml

from generator.gates.private_headings import is_private
from generator.kinds import Kind, load_kinds
from generator.kinds.schema import kind_schema, schema_text
from generator.project import Project
from tests.conftest import REPOSITORY
from tests.offices import pages
from tests.sample_office.regenerate import approve_all

KINDS, PROBLEMS = load_kinds(Project(REPOSITORY))
FOLDER = REPOSITORY / "data" / "kinds"
# Headings of the ministry platform's export and of older systems, and the column that each must find.
EXPORTED = [
    ("subsistence_allowance", "户主姓名", "household_head"),
    ("subsistence_allowance", "保障人口数", "persons_covered"),
    ("subsistence_allowance", "户月保障金额（元）", "monthly_amount"),
    ("subsistence_allowance", "保障金额（元）", "monthly_amount"),
    ("old_age_allowance", "补贴金额（元）", "monthly_amount"),
    ("extreme_poverty_support", "户月保障金额（元）", "monthly_amount"),
    ("disaster_money", "救灾款（元）", "amount"),
]
# Six lists are put to the vote in the village: the allowance counts twice, for town and country.
BY_BALLOT = {"subsistence_allowance", "temporary_assistance", "disaster_money", "housing_repair", "visiting_list"}

every_kind = pytest.mark.parametrize("kind", KINDS.values(), ids=list(KINDS))


def normalised(heading: str) -> str:
    """A heading without what exports write differently: width, white space, brackets."""
    return re.sub(r"[\s()]", "", unicodedata.normalize("NFKC", heading))


def register() -> set[str]:
    with (REPOSITORY / "data/registers/legal_bases.csv").open(encoding="utf-8", newline="") as file:
        return {row["名称"] for row in csv.DictReader(file)}


def test_every_file_is_a_kind():
    assert PROBLEMS == ()
    assert set(KINDS) == {path.stem for path in FOLDER.glob("*.yaml")}


def test_all_rows_of_the_catalogue_are_covered():
    """民办函〔2019〕52号: thirteen matters of social assistance."""
    covered = Counter(row for kind in KINDS.values() if kind.state == "live" for row in kind.catalogue_rows)
    assert covered == Counter(range(1, 14)), "each row by one kind"


def test_row_nine_has_its_two_lists():
    """特困审核信息: the first-review list, and the list of ended support."""
    (kind,) = (kind for kind in KINDS.values() if 9 in kind.catalogue_rows)
    assert {"public_notice", "notice_of_ending"} <= set(kind.stages)


def test_every_row_of_the_catalogue_has_something_to_show():
    """A kind alone discloses nothing: the sample has a list of each."""
    lists = {path.name.split(".")[0] for path in (REPOSITORY / "data/rounds").glob("*/*.approval.json")}
    lists |= {path.parent.name for path in (REPOSITORY / "data/standing").glob("*/*.approval.json")}
    assert set(KINDS) <= lists


@every_kind
def test_legal_bases_are_in_the_register(kind: Kind):
    assert kind.legal_bases
    assert set(kind.legal_bases) <= register()


@every_kind
def test_names_of_persons_are_masked_on_the_web(kind: Kind):
    """Staff in their duties have a type of their own; every other person keeps the surname only, at most."""
    for column in kind.columns:
        if column.type == "person_name":
            assert column.web in {"surname", "never"}, column.name


@every_kind
def test_aliases_name_no_private_column(kind: Kind):
    for column in kind.columns:
        assert not [alias for alias in column.aliases if is_private(alias)], column.name


@every_kind
def test_a_heading_leads_to_one_column(kind: Kind):
    headings = Counter(
        heading for column in kind.columns for heading in {normalised(each) for each in (column.title, *column.aliases)}
    )
    assert [heading for heading, times in headings.items() if times > 1] == []


@pytest.mark.parametrize(("name", "heading", "column"), EXPORTED)
def test_headings_of_real_exports_are_known(name, heading, column):
    found = [
        each.name
        for each in KINDS[name].columns
        if normalised(heading) in {normalised(known) for known in (each.title, *each.aliases)}
    ]
    assert found == [column]


@every_kind
def test_relief_lists_can_be_recognised_by_intake(kind: Kind):
    if kind.section == "relief" and not kind.aggregate:
        assert all(column.aliases for column in kind.columns), "how do real exports head this column?"


def test_the_lists_put_to_the_vote():
    assert {name for name, kind in KINDS.items() if "ballot" in kind.evidence} == BY_BALLOT


@every_kind
def test_relief_says_what_evidence_it_rests_on(kind: Kind):
    if kind.section in {"relief", "funds"}:
        assert kind.evidence


@every_kind
def test_where_money_moves_monthly_it_is_disclosed_monthly(kind: Kind):
    """村民委员会组织法: at least quarterly, monthly where money moves often; 0 is for what only changes now and then."""
    assert kind.every_months in {0, 1, 3, 6, 12}
    if any(column.name == "monthly_amount" for column in kind.columns) or kind.id == "fund_ledger":
        assert kind.every_months == 1


@pytest.mark.parametrize("name", ["disability_subsidies", "children_in_difficulty"])
def test_named_lists_are_refused_with_the_reason(name):
    kind = KINDS[name]
    assert kind.aggregate and kind.small_cells == 3
    assert "个人信息保护法" in kind.refusal
    assert {column.type for column in kind.columns} == {"village", "count"}


def test_medical_assistance_tells_no_illness_and_no_amount():
    kind = KINDS["medical_assistance"]
    assert [column.type for column in kind.columns] == ["village", "person_name", "choice"]
    assert not kind.totals, "in a village with one row the total is that person's amount"


@every_kind
def test_the_guide_is_there(kind: Kind):
    if kind.guide:
        assert (REPOSITORY / f"data/standing/service_guide/{kind.guide}.yaml").is_file()


def test_the_schema_is_current():
    """`python -m generator.kinds.schema > data/kinds/kind.schema.json`"""
    assert (FOLDER / "kind.schema.json").read_text(encoding="utf-8") == schema_text()


@every_kind
def test_an_editor_finds_nothing_wrong(kind: Kind):
    """As an editor reads it: plain YAML, with numbers and truth values."""
    text = (FOLDER / f"{kind.id}.yaml").read_text(encoding="utf-8")
    assert text.startswith("# yaml-language-server: $schema=kind.schema.json\n")
    jsonschema.Draft202012Validator(kind_schema()).validate(yaml.safe_load(text))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("entry_unit:", "entry_units:"),
        ("section: relief", "section: charity"),
        ("board: full, web: surname", "board: full"),
        ("board: full, web: surname", "board: full, web: masked"),
        ("type: person_name", "type: name"),
        ("evidence: [home_visit, ballot]", "evidence: [rumour]"),
        ("state: live\n", ""),
    ],
)
def test_an_editor_underlines_what_no_kind_may_say(old, new):
    text = (FOLDER / "disaster_money.yaml").read_text(encoding="utf-8")
    assert old in text
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.Draft202012Validator(kind_schema()).validate(yaml.safe_load(text.replace(old, new, 1)))


def test_every_key_is_explained():
    schema = json.loads(schema_text())
    for part in (schema, *schema["$defs"].values()):
        assert all(re.search("[\u4e00-\u9fff]", each["description"]) for each in part["properties"].values())


@every_kind
def test_a_misspelt_key_gets_the_nearest_one(kind: Kind, tmp_path):
    path = tmp_path / "data" / "kinds" / f"{kind.id}.yaml"
    path.parent.mkdir(parents=True)
    text = (FOLDER / path.name).read_text(encoding="utf-8")
    path.write_text(text.replace("legal_bases:", "legal_basis:"), encoding="utf-8")
    unknown = [each for each in load_kinds(Project(tmp_path))[1] if each.rule == "kind-unknown-key"]
    assert [each.place.line for each in unknown] == [text[: text.index("legal_bases:")].count("\n") + 1]
    assert "是不是想写“legal_bases”？" in unknown[0].message()


def test_residents_read_why_there_is_no_list(office):
    """Each kind's page says how often, after what, and who pays; those without names say why."""
    path = office.root / "data/rounds/2026-10/children_in_difficulty.announcement.csv"
    path.write_text(
        "村（社区）,孤儿,事实无人抚养儿童,困境儿童,留守儿童\n望山村,1,0,4,9\n街心社区,0,3,5,8\n", encoding="utf-8"
    )
    approve_all(office)
    made = pages(office)
    page = made["site/kinds/children_in_difficulty.html"]
    assert "为保护儿童，孤儿、事实无人抚养儿童" in page and "每年" in page
    assert "入户调查、村里票决" in made["site/kinds/subsistence_allowance.html"]
    table = made["site/downloads/children_in_difficulty-2026-10-announcement.csv"].splitlines()[1:]
    assert table[0].startswith("望山村,*,"), "one orphan is a small count"


def test_a_kind_that_the_office_does_not_use_has_no_page(office):
    assert "site/kinds/housing_repair.html" not in pages(office)
