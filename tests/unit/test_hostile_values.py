"""Hostile text in a notice comes out as text: nothing executes, nothing breaks out of its cell."""

import json
from datetime import date
from pathlib import Path

import html5lib
import pytest

from generator.artifacts import Page
from generator.edition import Edition
from generator.kinds import load_kinds
from generator.notices import Approval, Column, Correction, Entry, Facts, Total, WebNotice
from generator.office import load_office
from generator.project import Project
from generator.publications import downloads, notice_pages
from generator.rendering import make_press

PROJECT = Project(Path(__file__).parents[2])
HOSTILE = [
    "<script>alert(1)</script>",
    "</td></tr></table><h1>x</h1>",
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    "javascript:alert(1)",
    "*张*三*",
    "{{ 7 * 7 }}{% raw %}",
    "<!--gongshi-slot-body-->",
    '=HYPERLINK("http://x")',
    "@SUM(1)",
    "&lt;b&gt;",
    "\u202egnihsilbup\u202c",
    "../../etc/passwd",
    'a,b"c',
]


@pytest.fixture(scope="module")
def press():
    return make_press(PROJECT)


def edition_with(text: str) -> Edition[WebNotice]:
    office, _ = load_office(PROJECT)
    kinds, _ = load_kinds(PROJECT)
    approval = Approval(
        decided_by=text,
        decided_on=date(2026, 11, 1),
        document_number=text,
        minutes=text,
        digest="0000 0000",
        line=1,
        rows=1,
        published="2026-11-02 09:00",
        follows="",
        correction=Correction(date(2026, 11, 3), text),
        signed=(text,),
    )
    facts = Facts(
        address="notices/x",
        kind="subsistence_allowance",
        section="relief",
        title=text,
        list_title=text,
        noun="名单",
        stage="public_notice",
        stage_title="公示",
        round="2026-11",
        round_title=text,
        village_code="990101100201",
        village=text,
        entry_unit="户",
        count=1,
        totals=(Total("entries", "户数", "1", "户", "1"),),
        first_day=date(2026, 11, 2),
        last_day=date(2026, 11, 10),
        until=date(2026, 11, 10),
        reference="2026-11/subsistence_allowance.public_notice",
        approval=approval,
    )
    columns = (
        Column("household_head", "户主姓名", "", "left", "person_name"),
        Column("note", "备注", "", "left", "text"),
    )
    notice = WebNotice(facts, columns, (Entry((text, text), (text, text)),), ())
    return Edition("web", office, kinds, date(2026, 11, 5), (notice,), ())


@pytest.mark.parametrize("text", HOSTILE)
def test_a_page_shows_it_as_text(press, text):
    artifacts = list(notice_pages.web(edition_with(text), press))
    assert {each.path for each in artifacts} == {"site/notices/x.html", "after/site/notices/x.html"}
    for artifact in artifacts:
        page = artifact.make()
        assert isinstance(page, Page)
        tree = html5lib.parse(
            f"<html><head>{page.head}</head><body>{page.body}</body></html>", namespaceHTMLElements=False
        )
        (linked,) = tree.iter("script")  # JSON-LD, which no browser runs
        assert linked.get("type") == "application/ld+json"
        assert json.loads(linked.text)[0]["itemListElement"][-1]["name"] == text
        assert not list(tree.iter("img"))
        assert len(list(tree.iter("h1"))) == 1
        assert not [name for element in tree.iter() for name in element.attrib if name.startswith("on")]
        assert tree.find(".//h1").text == text
        cells = [cell.text for cell in tree.iter("bdi")]
        assert cells in ([text], [])


@pytest.mark.parametrize("text", HOSTILE)
def test_a_download_runs_no_formula(press, text):
    import csv
    import io

    artifact = next(each for each in downloads.web(edition_with(text), press) if each.path.endswith(".csv"))
    content = artifact.make()
    assert isinstance(content, bytes)
    cell = list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))[1][-1]
    assert cell in {text, f"'{text}"}
    assert not cell.startswith(("=", "+", "-", "@"))
