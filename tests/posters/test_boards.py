"""The boards of the sample office: everything that pages tell, nothing that is not public, in both channels alike."""

import re
from collections.abc import Iterator
from datetime import date

import pytest

from generator.edition import Edition
from generator.edition.accounts import told
from generator.edition.looks import sheets
from generator.edition.sheets import Sheet
from generator.examination import examine
from generator.pipeline import editions
from generator.project import Project
from generator.rendering import make_press
from tests.conftest import REPOSITORY
from tests.posters.contents import BOARDS

pytestmark = pytest.mark.xdist_group("looks")
TODAY = date(2026, 11, 5)
Found = dict[str, tuple[Edition, tuple[Sheet, ...]]]


@pytest.fixture(scope="module")
def found() -> Found:
    """The edition of each channel with all its boards."""
    project = Project(REPOSITORY)
    press = make_press(project)
    web, board = editions(examine(project, TODAY), TODAY)
    return {
        edition.channel: (edition, tuple(each for each in sheets(edition, press) if each.look in BOARDS))
        for edition in (board, web)
    }


def test_every_board_is_made_and_says_the_same_in_both_channels(found: Found):
    board, web = ({sheet.name: sheet.texts for sheet in sheets} for _, sheets in found.values())
    assert {sheet.look for _, sheets in found.values() for sheet in sheets} == set(BOARDS)
    assert board == web
    assert len(board) == len(found["board"][1])


def test_titles_are_told_apart(found: Found):
    titles = [sheet.title for sheet in found["board"][1]]
    assert len(titles) == len(set(titles)) and all(2 <= len(title) <= 40 for title in titles)


def test_every_guide_tells_its_steps_and_everything_else(found: Found):
    edition, boards = found["board"]
    texts = _texts(boards)
    for notice in edition.notices:
        if notice.facts.kind == "service_guide":
            told_there = texts[notice.facts.slug] + texts[f"{notice.facts.slug}-procedure_board"]
            # Both its phones stand among the contacts of its sheets.
            phones = ("enquiry_phone", "oversight_phone")
            for name, shown in notice.record().items():
                if name not in phones:
                    assert all(_in(each, told_there) for each in _leaves(shown)), (notice.facts.title, name)
            (sheet,) = (each for each in boards if each.name == notice.facts.slug)
            values = [each["value"] for each in sheet.content["contacts"]]
            assert values[:2] == [notice.record()[name] for name in phones]


def test_standards_are_those_of_the_guides_and_name_the_document_that_sets_them(found: Found):
    edition, boards = found["board"]
    said = _texts(boards)["standards_board"]
    for notice in edition.notices:
        if notice.facts.kind == "service_guide":
            assert all(each in said for each in notice.record()["standard"]), notice.facts.title
    assert "《晴川县民政局关于公布2026年社会救助标准的通知》（晴川民发〔2026〕12号），2026年7月1日起施行" in said
    assert "个人信息保护法" not in said


def test_an_account_has_the_figures_of_its_page(found: Found):
    edition, boards = found["web"]
    checked = 0
    for notice in edition.notices:
        if notice.facts.kind != "fund_ledger":
            continue
        account, said = told(edition, notice), _texts(boards)[notice.facts.slug]
        figures = [each.text for each in (account.received, account.paid, account.closing)]
        figures += [each.text for each in (*account.sources, *account.uses)]
        figures += [value.text for row in account.months.rows for value in row.values] + list(account.months.totals)
        figures += [str(text) for entry in account.by_month[0].entries for text in entry.shown[5:7]]
        assert all(each in said for each in figures)
        assert sum(each["share"] == 1.0 for each in _blocks(boards, notice.facts.slug, "bars")) == 2
        checked += 1
    assert checked


def test_staff_have_public_phones_only_and_every_name_once(found: Found):
    edition, boards = found["board"]
    registers, said = edition.office.registers, _texts(boards)["staff_board"]
    public = {contact.phone for contact in registers.contacts}
    for member in registers.staff:
        assert member.name in said
        assert not member.filing or member.filing in said
        assert member.phone in public or member.phone not in said
    for member in registers.leading_group:
        assert f"{member.name}\n{member.role}\n{member.position}" in said


def test_a_phone_that_is_not_public_is_never_printed(found: Found):
    edition, _ = found["board"]
    registers = edition.office.registers
    hidden = registers.staff[1].model_copy(update={"phone": "0690-5559999"})
    staff = (registers.staff[0], hidden, *registers.staff[2:])
    office = edition.office.__class__(
        **{**vars(edition.office), "registers": registers.model_copy(update={"staff": staff})}
    )
    changed = Edition("board", office, edition.kinds, TODAY, edition.notices, ())
    press = make_press(Project(REPOSITORY))
    assert not [sheet.name for sheet in sheets(changed, press) if "0690-5559999" in "".join(sheet.texts)]


def test_conduct_and_oversight_say_what_the_page_says(found: Found):
    texts = _texts(found["board"][1])
    assert "不准收村里和下级单位送的东西。" in texts["conduct_board"]
    for name in ("conduct_board", "oversight_board"):
        assert "投诉意见箱：便民服务中心门口，每周五开箱。" in texts[name]
    assert "可以不留姓名；泄露反映人身份的，依纪依法处理。" in texts["oversight_board"]


def test_the_map_has_every_form_of_relief(found: Found):
    texts = _texts(found["board"][1])["relief_map"]
    for each in ("1", "6", "X", "最低生活保障", "法律援助", "邻里互助", "基本殡葬服务费减免"):
        assert each in texts


def _texts(boards: tuple[Sheet, ...]) -> dict[str, str]:
    return {sheet.name: "\n".join(sheet.texts) for sheet in boards}


def _in(text: str, said: str) -> bool:
    """Step explanations may be printed in parts: then every clause is there."""
    return text in said or all(clause in said for clause in re.split("[，；。]", text))


def _leaves(shown: object) -> Iterator[str]:
    if isinstance(shown, tuple):
        for each in shown:
            yield from _leaves(each)
    elif shown:
        yield str(shown)


def _blocks(boards: tuple[Sheet, ...], name: str, type_: str) -> Iterator[dict]:
    """Every bar of a board."""
    for sheet in boards:
        if sheet.name == name:
            for section in sheet.content["sections"]:
                for part in section.get("beside", [section]):
                    for block in part["blocks"]:
                        yield from block[type_] if block["type"] == type_ else ()
