"""Reports: the same findings in every format, each in the form its readers demand."""

import json
import re

import html5lib
import pytest
from markdown_it import MarkdownIt

from generator.findings import LANGUAGES, Finding, Place, finding, phrase, spoken
from generator.findings.sheet import HIDDEN, MarkedCell, MarkedRow, MarkedSheet
from generator.reports import NOT_CHECKED, fingerprints, formats, make_report, redacted, render
from generator.reports.github import command
from tests.numbers import NUMBERS

FILE = "data/rounds/2026-11/临时, 救助:50%.csv"
EVIL = "<script>alert(1)</script>\r\n::error::x"


def counts(number: int) -> list[Finding]:
    return [finding("cell-not-a-count", Place(FILE, "", row, f"C{row}", "保障人口")) for row in range(2, number + 2)]


def some() -> list[Finding]:
    warning = finding("output-ambiguous", Place("site/a.html"), count=3)
    sums = finding("approval-sum", Place(FILE, "", 1, "D1", EVIL), title=EVIL, approved="1.00", found="2.00")
    return [warning, *counts(32), sums]


def make(found: list[Finding], **more):
    return make_report(found, (phrase("unchecked-output"),), **more)


def test_every_format_has_a_module_and_a_test():
    assert formats() == ("github", "gitlab", "html", "json", "markdown", "sarif", "text")


@pytest.mark.parametrize("name", formats())
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_order_of_findings_does_not_matter(name, language):
    forwards, backwards = make(some()), make(some()[::-1] + some())
    assert render(name, forwards, language) == render(name, backwards, language)


@pytest.mark.parametrize("name", ["text", "html", "markdown", "github"])
def test_people_are_shown_twenty_of_a_rule_and_a_count(name):
    text = render(name, make(some()), "zh")
    assert "还有 12 处" in text
    assert "C21" in text and "C22" not in text


@pytest.mark.parametrize("name", ["json", "sarif", "gitlab"])
def test_machines_are_given_all(name):
    assert len(re.findall(r'"(?:rule|ruleId|check_name)": "cell-not-a-count"', render(name, make(some()), "zh"))) == 32


@pytest.mark.parametrize("name", ["text", "html", "markdown", "github", "json", "sarif"])
def test_a_report_ends_with_what_was_not_checked(name):
    text = render(name, make([]), "zh")
    for key in (*NOT_CHECKED, phrase("unchecked-output")):
        assert spoken(key, "zh") in text


@pytest.mark.parametrize("name", formats())
def test_english_is_english(name):
    """No Chinese but what the office itself wrote: names of files and columns."""
    plain = finding("cell-private-number", Place("data/a.csv", "", 2, "B2"), kinds=(phrase("number-id"),))
    assert not re.search(r"[\u4e00-\u9fff。、；：]", render(name, make([plain, *counts_in_english()]), "en"))


def counts_in_english() -> list[Finding]:
    return [finding("cell-not-a-month", Place("data/a.csv", "", row, f"C{row}")) for row in range(2, 30)]


def test_text_says_where_what_and_who():
    text = render("text", make(counts(1)), "en")
    assert text.splitlines()[:3] == [
        f"error {FILE} C2 “保障人口”",
        "    this cell must be a whole number (cell-not-a-count)",
        "    What to do: write digits only, such as 3; not “3人”. for the clerk",
    ]


def test_a_good_run_says_what_was_read():
    assert render("text", make([], lists=57, rows=6265), "zh").startswith(
        "没有错误：57 份名单，6265 行。\n没有核对的："
    )


def test_github_commands_are_escaped():
    lines = render("github", make(some()), "zh").splitlines()
    assert all(re.match(r"::(error|warning|notice) ", line) for line in lines)
    assert lines[0].startswith("::error file=data/rounds/2026-11/临时%2C 救助%3A50%25.csv,line=1,title=approval-sum::")
    assert "%0D%0A::error::x" in lines[0]
    assert lines[-1].startswith("::notice title=没有核对的::共 33 处错误，1 处提醒%0A")


def test_github_properties_that_are_empty_are_left_out():
    assert command("error", "a:b,c%\n", file="", line=0, title="x:y,z") == "::error title=x%3Ay%2Cz::a:b,c%25%0A"


def test_markdown_shows_what_an_office_wrote_as_it_is():
    """Read back by a Markdown parser: every row has its five cells, and no word of a heading became markup."""
    text = render("markdown", make(some(), lists=3, rows=40), "zh")
    tokens = MarkdownIt("commonmark").enable("table").parse(text)
    cells = [
        "".join(part.content for part in tokens[number + 1].children)
        for number, token in enumerate(tokens)
        if token.type == "td_open"
    ]
    rows = [cells[start : start + 5] for start in range(0, len(cells), 5)]
    assert [row[0] for row in rows] == ["错误"] * 21 + ["", "提醒"]
    assert rows[0][1] == f"{FILE} D1 “{' '.join(EVIL.split())}”"
    assert rows[-2] == ["", "", "…… 还有 12 处 (cell-not-a-count)", "", ""]
    inline = {part.type for token in tokens for part in token.children or []}
    assert inline == {"text", "strong_open", "strong_close"}
    assert "改正以前不能发布" in text and "共 33 处错误，1 处提醒" in text


def test_markdown_of_a_good_run_says_what_was_read():
    text = render("markdown", make([], lists=57, rows=6265), "en")
    assert text.startswith("## Report of the check\n\n**This can be published**\n\nno errors: 57 lists, 6265 rows\n")
    assert "|" not in text


def test_gitlab_has_what_its_format_demands():
    issues = json.loads(render("gitlab", make(some(), folder="office/"), "zh"))
    for issue in issues:
        assert set(issue) == {"description", "check_name", "fingerprint", "severity", "location"}
        assert issue["severity"] in {"info", "minor", "major", "critical", "blocker"}
        assert issue["location"]["path"].startswith("office/") and issue["location"]["lines"]["begin"] >= 1
    assert len({issue["fingerprint"] for issue in issues}) == len(issues)


def test_fingerprints_stay_when_rows_move():
    moved = [finding("cell-not-a-count", Place(FILE, "", row + 7, f"C{row + 7}", "保障人口")) for row in range(2, 6)]
    assert fingerprints(counts(4)) == fingerprints(moved)
    other = [finding("cell-not-a-count", Place(FILE, "", 2, "D2", "户数"))]
    assert set(fingerprints(other)).isdisjoint(fingerprints(counts(4)))


@pytest.mark.parametrize("language", LANGUAGES)
def test_sarif_has_the_structure_of_version_2_1_0(language):
    """What the OASIS schema requires of the objects used here, and the rules of GitHub's code scanning."""
    log = json.loads(render("sarif", make(some(), folder="office/"), language))
    assert log["version"] == "2.1.0" and log["$schema"].endswith("sarif-2.1.0.json")
    (run,) = log["runs"]
    driver = run["tool"]["driver"]
    assert driver["name"] and re.fullmatch(r"\d+\.\d+\.\d+", driver["semanticVersion"])
    for rule in driver["rules"]:
        assert (
            rule["id"] and rule["shortDescription"]["text"] and rule["fullDescription"]["text"] and rule["help"]["text"]
        )
        assert rule["defaultConfiguration"]["level"] in {"error", "warning", "note", "none"}
    assert re.fullmatch(r"[a-z]{2}-[A-Z]{2}", run["language"])
    assert run["columnKind"] == "unicodeCodePoints"
    (invocation,) = run["invocations"]
    assert invocation["executionSuccessful"] is True
    assert all(each["message"]["text"] for each in invocation["toolExecutionNotifications"])
    for result in run["results"]:
        assert driver["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
        assert result["level"] in {"error", "warning"} and result["message"]["text"]
        (location,) = result["locations"]
        artifact = location["physicalLocation"]["artifactLocation"]
        assert artifact["uriBaseId"] in run["originalUriBaseIds"]
        assert re.fullmatch(r"office/[A-Za-z0-9%._/-]+", artifact["uri"]), "an address, percent-encoded"
        assert location["physicalLocation"].get("region", {}).get("startLine", 1) >= 1
        assert re.fullmatch("[0-9a-f]{64}", result["partialFingerprints"]["gongshi/v1"])


def marked() -> MarkedSheet:
    bad = MarkedCell("3人", ("cell-not-a-count",), "C2")
    cells = (MarkedCell("望山村", (), "A2"), MarkedCell(HIDDEN, (), "B2"), bad, MarkedCell("", (), "D2"))
    header = tuple(
        MarkedCell(text, (), f"{letter}1") for letter, text in zip("ABCD", ("村", EVIL, "保障人口", "额"), strict=True)
    )
    return MarkedSheet(FILE, "", tuple("ABCD"), header, (MarkedRow(2, cells), MarkedRow(9, cells, (), 6)), 3)


def test_the_page_shows_the_faulty_cell_and_leads_to_its_remedy():
    tree = html5lib.parse(render("html", make(some(), sheets=(marked(),)), "zh"), namespaceHTMLElements=False)
    cell = tree.find(".//td[@id='s1-C2']")
    assert cell.get("class") == "bad" and "3人" in "".join(cell.itertext())
    assert cell.find(".//a").get("href") == "#cell-not-a-count"
    ids = [element.get("id") for element in tree.iter() if element.get("id")]
    assert {a.get("href") for a in tree.iter("a")} <= {f"#{name}" for name in ids}
    assert "略去 6 行" in "".join(tree.itertext()) and "略去 3 行" in "".join(tree.itertext())


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_is_one_file_that_runs_nothing(language):
    page = render("html", make(some(), sheets=(marked(),)), language)
    tree = html5lib.parse(page, namespaceHTMLElements=False)
    assert not [element.tag for element in tree.iter() if element.tag in {"script", "img", "link", "iframe", "object"}]
    assert not [name for element in tree.iter() for name in element.attrib if name.startswith("on") or name == "style"]
    assert all(a.get("href").startswith("#") for a in tree.iter("a"))
    assert "url(" not in page and "@import" not in page
    assert "default-src 'none'" in page
    headings = [element.tag for element in tree.iter() if element.tag in {"h1", "h2", "h3"}]
    assert headings[0] == "h1" and headings.count("h1") == 1


def test_a_page_without_findings_is_a_page():
    page = render("html", make([], lists=2, rows=9), "zh")
    assert "可以发布" in page and "2 份名单，9 行" in page


def test_the_last_look_takes_private_numbers_out_of_words_files_and_headings():
    number = NUMBERS["ID"]
    place = Place(f"data/rounds/{number}.csv", number, 1, "A1", f"证号{number}")
    found = redacted(finding("yaml-broken", place, reason=phrase("yaml-key-twice", key=f"号{number}")))
    assert found.place == Place(f"data/rounds/{HIDDEN}", HIDDEN, 1, "A1", HIDDEN)
    assert number not in found.message() and HIDDEN in found.message()
    several = redacted(finding("xlsx-several-sheets", Place("a.xlsx"), sheets=("11月", number)))
    assert several.message().endswith(f"11月、{HIDDEN}")
