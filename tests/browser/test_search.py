"""One box for the whole site: real questions, from disk and under a portal; filters; keyboard; no script."""

import json
import shutil
from pathlib import Path

import pytest
import yaml
from axe_playwright_python.sync_playwright import Axe
from hypothesis import example, given, settings
from hypothesis import strategies as st

from generator.edition.search.names import shard_of
from generator.edition.search.text import normalise
from tests.browser.conftest import DESKTOP, until
from tests.browser.test_accessibility import violations

QUESTIONS: dict[str, str] = yaml.safe_load((Path(__file__).parent / "questions.yaml").read_text(encoding="utf-8"))

FIRST = "document.querySelector('#search-results a')"
# What the page does for a question, without its waiting: the same engine on the same index.
ASK = """questions => {
  const engine = gongshiSearch.open(gongshiIndex), any = {village: '', kind: '', month: '', status: ''};
  return questions.map(question => {
    const start = performance.now(), [first] = engine.find(question, any).take(1);
    return [first ? first.href : '', performance.now() - start];
  });
}"""


def asked(page, question: str):
    """The page after somebody has typed a question and pressed the button."""
    page.fill("#search-box", question)
    page.click("#search-form button[type=submit]")
    until(page, "document.getElementById('search-count').textContent.includes('条')")
    return page


def hrefs(page) -> list[str]:
    return page.eval_on_selector_all("#search-results a", "links => links.map(link => link.getAttribute('href'))")


def test_every_question_finds_its_page_first(open_page, place):
    """And each in well under a tenth of a second, on whatever machine this runs."""
    page = asked(open_page(place("search")), "低保")
    answers = page.evaluate(ASK, list(QUESTIONS))
    assert len(QUESTIONS) >= 40
    wrong = {
        question: first
        for (question, page_), (first, _) in zip(QUESTIONS.items(), answers, strict=True)
        if first != page_
    }
    assert wrong == {}
    assert sorted(milliseconds for _, milliseconds in answers)[len(answers) // 2] < 100


def test_every_page_that_is_expected_exists(built):
    assert [page for page in QUESTIONS.values() if not (built / "site" / page).is_file()] == []


@pytest.mark.parametrize("question", ["吃低保", "柳湾村 低保", "晴川民发〔2026〕12号", "２０２６年１０月　临时救助"])
@pytest.mark.parametrize("start", ["disk", "portal"])
def test_from_the_box_of_any_page(open_page, place, portal, start, question):
    """From the masthead of a page in a folder: typed, sent with the Enter key, found, and opened."""
    page = open_page(place("village") if start == "disk" else f"{portal}villages/990101100201.html", viewport=DESKTOP)
    page.fill(".seek__box", question)
    with page.expect_navigation():
        page.press(".seek__box", "Enter")
    until(page, f"{FIRST} !== null")
    assert hrefs(page)[0] == QUESTIONS[question]
    with page.expect_navigation():
        page.click("#search-results a")
    assert page.locator("main h1").inner_text()


def test_the_index_is_loaded_only_when_the_box_is_used(open_page, place):
    page = open_page(place("search"))
    assert page.evaluate("typeof gongshiIndex") == "undefined"
    page.focus("#search-box")
    until(page, "typeof gongshiIndex === 'object'")
    assert page.locator("#search-results a").count() == 0


def test_results_say_their_status_in_words(open_page, place):
    page = asked(open_page(place("search")), "柳湾村低保")
    lines = page.locator(".found").all_inner_texts()
    assert "公示中" in lines[0] and "到2026年11月10日（星期二）为止，可以提异议" in lines[0]
    assert "已公布" in lines[1] and "已结束" in lines[2]
    assert page.locator("#search-count").get_attribute("aria-live") == "polite"


def test_filters_narrow_and_are_kept_in_the_address(open_page, portal):
    page = open_page(f"{portal}search.html?q=低保&village=990101100202&status=ended")
    until(page, f"{FIRST} !== null")
    found = hrefs(page)
    assert found and all(each.endswith("-990101100202.html") for each in found)
    page.select_option("select[name=month]", "2026-09")
    until(page, f"document.querySelectorAll('#search-results a').length < {len(found)}")
    assert all("2026-09" in each for each in hrefs(page))
    assert "month=2026-09" in page.url
    page.reload()
    until(page, f"{FIRST} !== null")
    assert page.input_value("select[name=month]") == "2026-09"
    assert all("2026-09" in each for each in hrefs(page))


def test_filters_alone_are_a_question(open_page, place):
    page = open_page(place("search"))
    page.select_option("select[name=status]", "open")
    until(page, f"{FIRST} !== null")
    assert all("公示中" in each for each in page.locator(".found").all_inner_texts())


def test_by_keyboard_alone(open_page, place):
    page = open_page(place("search"))
    page.focus("#search-box")
    page.keyboard.type("临时救助")
    page.keyboard.press("Enter")
    until(page, "!document.getElementById('search-more').hidden")
    before = len(hrefs(page))
    page.focus("#search-more")
    page.keyboard.press("Enter")
    assert len(hrefs(page)) > before
    # Whoever asked for more stands on the first of them.
    assert page.evaluate("document.activeElement.getAttribute('href')") == hrefs(page)[before]


def test_axe_has_nothing_to_object_to_in_results(open_page, place):
    page = asked(open_page(place("search")), "柳湾村")
    page.evaluate(Axe().axe_script)
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        assert violations(page) == [], scheme


@pytest.mark.parametrize("question", ["qwerty", "<img src=x onerror=alert(1)>", "张三丰", "constructor"])
def test_nothing_found_helps_on(open_page, place, question):
    page = open_page(place("search"))
    page.fill("#search-box", question)
    page.press("#search-box", "Enter")
    until(page, "document.getElementById('search-count').textContent !== ''")
    assert page.inner_text("#search-count").startswith(f"没有找到“{question}”")
    assert page.locator("#search-results *").count() == 0
    assert page.locator(".villages a").count() == 15 and page.locator("a.phone").count() == 3


def test_a_mistyped_village_is_still_found(open_page, place):
    page = asked(open_page(place("search")), "柳弯村低保")
    assert "比较接近" in page.inner_text("#search-count")
    assert hrefs(page)[0] == QUESTIONS["柳湾村低保"]


def test_without_a_script_it_says_so_and_leads_on(open_page, place):
    page = open_page(place("search"), java_script_enabled=False)
    assert not page.locator(".seek").is_visible()
    assert "要开脚本才能用" in page.inner_text("main")
    assert not page.locator("#search-form").is_visible()
    assert page.locator("main .villages a").count() == 15
    assert page.locator("main button:visible, main select:visible").count() == 0


NAMES = {"甄有": "甄有", "甄有田": "甄有田", "欧阳秋月": "欧阳秋月", "麦尔旦·吐逊": "麦尔旦吐逊"}
ON = ["notices/old_age_allowance-2026-11-public_notice-990101100201.html", "望山村高龄津贴名单公示（2026年11月）"]


@pytest.fixture(scope="module")
def named(built, tmp_path_factory) -> Path:
    """The page of an office that lets people be found by name, with its shards as `search_names` writes them."""
    folder = tmp_path_factory.mktemp("named")
    shutil.copytree(built / "site" / "assets", folder / "assets")
    shutil.copy(built / "site" / "search.html", folder)
    index = (built / "site" / "search-index.js").read_text(encoding="utf-8")
    assert '"shards":0}' in index, "the sample office lets nobody be found by name"
    (folder / "search-index.js").write_text(index.replace('"shards":0}', '"shards":4}'), encoding="utf-8")
    (folder / "search-names").mkdir()
    for number in range(4):
        held = {name: [ON] for name in NAMES.values() if shard_of(name, 4) == number}
        script = f'gongshiIndex["names{number}"]={json.dumps(held, ensure_ascii=False)};'
        (folder / "search-names" / f"{number}.js").write_text(script, encoding="utf-8")
    return folder / "search.html"


@pytest.mark.parametrize("typed", [*NAMES, "甄 有 田", "麦尔旦•吐逊", "望山村 甄有田", "望山村甄有田"])
def test_a_name_is_found_where_the_office_allows_it(open_page, named, typed):
    page = asked(open_page(named), typed)
    assert hrefs(page)[0] == ON[0]
    assert "名单上有" in page.locator(".found").first.inner_text()


@pytest.mark.parametrize("typed", ["甄", "有田", "甄有田地"])
def test_only_the_whole_name_is_found(open_page, named, typed):
    page = open_page(named)
    page.fill("#search-box", typed)
    page.press("#search-box", "Enter")
    until(page, "document.getElementById('search-count').textContent !== ''")
    assert ON[0] not in hrefs(page)


@pytest.fixture(scope="module")
def engine(browser, built):
    """A page on which the engine runs; one for all examples."""
    page = browser.new_page()
    page.goto((built / "site" / "search.html").as_uri())
    yield page
    page.close()


# Characters that both sides know: assigned for years, no halves of a pair.
TEXTS = st.lists(st.text(st.characters(exclude_categories=("Cs", "Cn")), max_size=12), min_size=30, max_size=60)


@settings(max_examples=25, deadline=None)
@given(texts=TEXTS)
@example(
    texts=[
        "ΑΣ",
        "İI",
        "ﬁ",
        "①②",
        "㈱",
        "〔２０２６〕１２号",
        "\ufe00葛\U000e0100",
        "が",
        "ｶﾞ",
        "ǅ",
        "ẞ",
        "《·》",
        "𠮷",
        "〇",
    ]
)
def test_python_and_the_browser_compare_alike(engine, texts):
    """One text, one form, one shard: whatever somebody types, the index was made for it."""
    here = [normalise(text) for text in texts]
    assert engine.evaluate("texts => texts.map(gongshiSearch.normalise)", texts) == here
    shards = engine.evaluate("texts => texts.map(text => gongshiSearch.crc32(text) % 8)", here)
    assert shards == [shard_of(text, 8) for text in here]
