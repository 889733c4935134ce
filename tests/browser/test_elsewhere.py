"""Our pages in other places: a fragment in a hostile page, a village's archive opened from a disk."""

import re
from zipfile import ZipFile

import pytest

from tests.browser.conftest import DESKTOP, PHONE

SITE = "https://hefeng.example.gov.cn/minzheng/"
NOTICE = "notices/subsistence_allowance-2026-11-public_notice-990101100201.html"
FUND = "fund_ledger/2025-11-to-2026-10.html"

# A county portal that styles every element, and the classes and identifiers that we use, too.
HOST = """<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>门户</title><style>
html { font-size: 10px } body { font: italic 11px/1 serif; letter-spacing: 3px; color: #0a0; text-align: center }
table { border: 6px dashed magenta } td, th { padding: 30px; background: yellow; text-transform: uppercase }
h1, h2, h3 { color: lime; font-size: 60px; text-decoration: line-through } .note { visibility: hidden }
.page { width: 200px; float: right } .list { border-spacing: 9px; opacity: .2 } #content, #list { display: none }
#main a { color: cyan; font-size: 40px } #main #body table td { font-size: 40px } ul li { margin-left: 100px }
dl, dd { margin: 50px } p { text-indent: 80px } svg { outline: 3px solid red }
</style></head><body><div id="probe"><h2>标题</h2><table class="list"><tr><td>表</td></tr></table>
<p class="note">字</p><a href="#">链接</a><ul class="records"><li>项</li></ul></div>
<div id="main"><div id="body">%s</div></div></body></html>"""
PLAIN = '<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>x</title></head><body>%s</body></html>'

# The computed style of every element below a place, less what depends on the width of the window.
STYLES = """place => [...document.querySelectorAll(place + ' *')].map(each => {
  const style = getComputedStyle(each);
  return [each.tagName, each.className.baseVal || each.className, ...['color', 'backgroundColor', 'fontSize', 'fontStyle',
    'fontFamily', 'fontWeight', 'letterSpacing', 'lineHeight', 'textAlign', 'textTransform', 'textDecorationLine', 'textIndent',
    'display', 'float', 'visibility', 'opacity', 'paddingTop', 'paddingLeft', 'marginTop', 'borderTopStyle', 'borderTopWidth',
    'listStyleType', 'borderSpacing', 'outlineStyle'].map(name => style[name])].join('|');
})"""


@pytest.fixture
def put(tmp_path, built, open_page):
    """Puts a fragment into a page and opens it; links lead to the built site instead of the web."""

    def put_it(host: str, path: str, **options):
        fragment = (built / "site" / "fragments" / path).read_text(encoding="utf-8")
        page = tmp_path / "host.html"
        page.write_text(host % fragment.replace(SITE, f"{(built / 'site').resolve().as_uri()}/"), encoding="utf-8")
        return open_page(page, **options)

    return put_it


@pytest.mark.parametrize(
    "path", [NOTICE, FUND, "service_guide/temporary_assistance.html", "villages/990101100201.html"]
)
def test_a_hostile_page_changes_nothing_in_a_fragment(put, path):
    """Every element looks as in an empty page of the same width."""
    expected = put(PLAIN, path, viewport=DESKTOP).evaluate(STYLES, ".gongshi")
    found = put(HOST, path, viewport=DESKTOP).evaluate(STYLES, ".gongshi")
    assert len(expected) > 50
    assert found == expected


def test_a_fragment_changes_nothing_in_the_page(put, tmp_path, open_page):
    (tmp_path / "alone.html").write_text(HOST % "", encoding="utf-8")
    alone = open_page(tmp_path / "alone.html").evaluate(STYLES, "#probe")
    assert put(HOST, NOTICE).evaluate(STYLES, "#probe") == alone


def test_a_fragment_is_styled_and_fits_a_phone(put):
    page = put(HOST.replace("body {", "body { margin: 0;"), FUND, viewport=PHONE)
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    heading = page.locator(".gongshi h1")
    assert heading.evaluate("each => parseFloat(getComputedStyle(each).fontSize)") > 20
    assert page.locator(".gongshi svg").first.bounding_box()["width"] > 200


def test_fragments_hold_nothing_that_runs_and_lead_to_the_site(built):
    fragments = sorted((built / "site" / "fragments").rglob("*.html"))
    assert len(fragments) > 300
    for path in fragments:
        text = path.read_text(encoding="utf-8")
        assert "<script" not in text and "<html" not in text and " style=" not in text
        links = re.findall(r'(?:href|src|action)="([^"]*)"', text)
        assert all(link.startswith((SITE, "tel:", "#gongshi-")) for link in links), path.name
        assert all(name.startswith("gongshi-") for name in re.findall(r'\sid="([^"]*)"', text)), path.name


def test_an_archive_opens_from_a_disk(built, tmp_path, browser):
    """Every page of it, without a failed request, a complaint or a dead link."""
    with ZipFile(built / "site/offline/990101100201.zip") as archive:
        assert len(set(archive.namelist())) == len(archive.namelist())
        assert {each.date_time[:3] for each in archive.infolist()} == {(1980, 1, 1)}
        archive.extractall(tmp_path)
    complaints = []
    with browser.new_context(viewport=PHONE) as context:
        page = context.new_page()
        # A picture that is still on its way when the next page is opened is none of our failures.
        page.on(
            "requestfailed",
            lambda request: request.failure == "net::ERR_ABORTED" or complaints.append(request.url),
        )
        page.on("console", lambda message: complaints.append(message.text))
        page.goto((tmp_path / "index.html").as_uri())
        page.wait_for_url("**/villages/990101100201.html")
        pages = sorted(tmp_path.rglob("*.html"))
        assert len(pages) > 20
        for path in pages[:: len(pages) // 12]:
            page.goto(path.as_uri(), wait_until="load")
        page.goto((tmp_path / "villages/990101100201.html").as_uri())
        page.locator("#notice + .records a").first.click()
        assert page.locator("h1").inner_text().startswith("望山村")
    assert complaints == []
    for path in pages:
        for link in re.findall(r'(?:href|src)="([^"]*)"', path.read_text(encoding="utf-8")):
            assert link.startswith((SITE, "tel:", "#", "data:")) or (path.parent / link.split("#")[0]).is_file(), link
