"""“What can I apply for”: the questionnaire on a phone, the table without a script, and both by the same rules."""

import random

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from generator.office.advice import advise
from generator.office.eligibility import load_eligibility
from generator.project import Project
from tests.browser.conftest import DESKTOP, PHONE
from tests.browser.test_accessibility import violations
from tests.browser.test_keyboard import FOCUSED
from tests.browser.test_layout import CLIPPED, DOUBLE_TEXT, NARROW, SMALL_TARGETS, SMALL_TEXT, width
from tests.conftest import REPOSITORY

ASKED = load_eligibility(Project(REPOSITORY))[0]
assert ASKED is not None
# The answers of a person, and the guides they lead to.
ORPHAN_OF_EIGHTY = {"户口": "在禾风镇", "年纪": "满80周岁的老人", "养活": "没有亲人养活", "收入": "低于低保标准"}
SURE = ["最低生活保障", "特困人员救助供养", "高龄津贴", "邻里互助"]

# Ticks answers as the page's own inputs, and reads which guide stands in which group.
RESULTS = """given => {
  const ask = document.querySelector('[data-ask]');
  ask.querySelectorAll('[data-question]').forEach(question => question.querySelectorAll('input').forEach(input => {
    input.checked = (given[question.dataset.question] || []).includes(input.value);
  }));
  ask.querySelector('input').dispatchEvent(new Event('change', {bubbles: true}));
  return Object.fromEntries(['likely', 'depends', 'unlikely', 'open'].map(verdict => [verdict,
    [...ask.querySelectorAll(`[data-group=${verdict}] [data-guide]`)].map(guide => [guide.dataset.guide,
      [...guide.querySelectorAll('[data-offer]')].findIndex(offer => !offer.hidden)])]));
}"""


def press(page, label: str) -> None:
    page.locator(".ask button:visible, [data-all-back] button:visible").get_by_text(label, exact=True).click()


def answer(page, given: dict[str, str]) -> None:
    """Goes through all questions; what is not in `given` is skipped."""
    press(page, "开始回答")
    for number, name in enumerate(ASKED.questions, 1):
        page.wait_for_selector(f"#q{number}:not([hidden])")
        if name in given:
            page.locator(f"#q{number} label").get_by_text(given[name], exact=True).click()
        press(page, "看结果" if number == len(ASKED.questions) else "下一题")
    page.wait_for_selector("#result:not([hidden])")


def offered(page, group: str) -> list[str]:
    return page.locator(f"[data-group={group}] h4").all_inner_texts()


@pytest.fixture
def page(open_page, place):
    return open_page(place("apply"))


def test_from_the_first_question_to_the_guides(page):
    requests: list[str] = []
    page.on("request", lambda request: requests.append(request.url))
    expect(page.locator("#all")).not_to_be_visible()
    answer(page, ORPHAN_OF_EIGHTY)
    assert offered(page, "likely") == SURE
    first = page.locator("[data-group=likely] .offer").first
    assert "您说每人每月收入低于低保标准，户口在禾风镇。" in first.inner_text()
    assert "低保申请书、收入和财产核对授权书" in first.inner_text()
    assert first.locator("a.phone").get_attribute("href") == "tel:0690-5550111"
    assert "可能可以申请的有4项" in page.locator("[data-summary]").inner_text()
    assert "结果只作参考，以审核为准；不在结果里的，也可以申请、可以问" in page.locator("#result").inner_text()
    assert "还要看：残疾。" in page.locator("[data-group=open] [data-guide=disability_care_subsidy]").inner_text()
    # Chromium looks at the icon again whenever the address changes.
    assert [each for each in requests if not each.endswith("/assets/icon.svg")] == [], "an answer was sent"
    assert "?" not in page.url and page.url.endswith("#result")
    assert page.evaluate("localStorage.length + sessionStorage.length + document.cookie.length") == 0
    assert page.evaluate("history.state") is None


def test_nothing_can_be_submitted(page):
    assert page.locator("main form").count() == 0
    assert page.locator("main button:not([type=button])").count() == 0
    assert page.locator(".ask input").count() == page.locator(".ask input[autocomplete=off]").count()


def test_back_returns_to_the_question_before_with_its_answer(page):
    press(page, "开始回答")
    page.locator("#q1 label").first.click()
    press(page, "下一题")
    expect(page.locator("#q2")).to_be_visible()
    page.go_back()
    page.wait_for_selector("#q1:not([hidden])")
    assert page.locator("#q1 input").first.is_checked()
    page.go_back()
    page.wait_for_selector("#start:not([hidden])")
    expect(page.locator("#q1")).not_to_be_visible()


def test_a_new_visit_knows_nothing(page):
    answer(page, ORPHAN_OF_EIGHTY)
    page.reload()
    assert page.locator(".ask input:checked").count() == 0
    assert "您还没有回答问题" in page.locator("[data-summary]").inner_text()


def test_starting_over_forgets(page):
    answer(page, ORPHAN_OF_EIGHTY)
    press(page, "清掉，重新回答")
    page.wait_for_selector("#start:not([hidden])")
    assert page.locator(".ask input:checked").count() == 0


def test_the_question_is_read_out_and_says_how_many_are_left(page):
    press(page, "开始回答")
    page.wait_for_selector("#q1:not([hidden])")
    focused = page.evaluate(FOCUSED)
    assert focused["text"].startswith("第1题，共9题") and focused["inside"]
    press(page, "下一题")
    page.wait_for_selector("#q2:not([hidden])")
    assert page.evaluate(FOCUSED)["text"].startswith("第2题，共9题")


def test_by_keyboard_alone(page):
    page.locator("#start .ask__next").focus()
    page.keyboard.press("Enter")
    page.wait_for_selector("#q1:not([hidden])")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    assert page.locator("#q1 input").first.is_checked()
    page.keyboard.press("Tab")
    assert page.evaluate(FOCUSED)["text"] == "下一题"
    page.keyboard.press("Enter")
    page.wait_for_selector("#q2:not([hidden])")


def test_the_skip_link_leaves_the_question_where_it_is(page):
    press(page, "开始回答")
    page.wait_for_selector("#q1:not([hidden])")
    page.evaluate("location.hash = document.querySelector('.md-skip').hash")
    page.wait_for_timeout(50)
    expect(page.locator("#q1")).to_be_visible()


def test_none_of_these_stands_alone(page):
    press(page, "开始回答")
    press(page, "下一题")
    box = page.locator("#q2 label")
    for label in ("满80周岁的老人", "没成年的孩子"):
        box.get_by_text(label, exact=True).click()
    assert page.locator("#q2 input:checked").count() == 2
    for label in ("都没有", "不清楚，先跳过", "没成年的孩子"):
        box.get_by_text(label, exact=True).click()
        assert page.locator("#q2 label:has(input:checked)").all_inner_texts() == [label]


def test_the_table_is_one_press_away(page):
    press(page, "不回答，直接看表")
    page.wait_for_selector("#all:not([hidden])")
    expect(page.locator("#all table a.phone").first).to_be_visible()
    press(page, "还是回答问题")
    page.wait_for_selector("#start:not([hidden])")
    expect(page.locator("#all")).not_to_be_visible()


def test_a_link_to_a_group_of_the_table_shows_it(open_page, place):
    page = open_page(f"{place('apply').as_uri()}#s1")
    expect(page.locator("#s1")).to_be_visible()


def test_the_first_screen_of_a_phone_has_the_button(page):
    box = page.locator("#start .ask__next").bounding_box()
    assert box["y"] + box["height"] <= PHONE["height"]


def test_without_a_script_every_rule_is_in_the_table(open_page, place):
    page = open_page(place("apply"), java_script_enabled=False)
    expect(page.locator(".ask")).not_to_be_visible()
    rows = page.locator("#all tbody tr")
    assert rows.count() == sum(len(each.offers) for each in ASKED.guides.values())
    links = set(rows.locator("a:not(.phone)").evaluate_all("all => all.map(each => each.getAttribute('href'))"))
    assert links == {f"service_guide/{guide}.html" for guide in ASKED.guides}
    assert page.locator("#all tbody a.phone").count() == rows.count()


def test_script_and_program_decide_alike(page):
    """500 households at random: the same guides for the same reason, in the same order."""
    chance = random.Random(20261105)
    households = [{}]
    for _ in range(500):
        household = {}
        for name, question in ASKED.questions.items():
            most = 1 if question.choose == "one" else 3
            household[name] = chance.sample(list(question.answers), chance.randint(0, most))
        households.append(household)
    verdicts = set()
    for household, shown in zip(households, page.evaluate(f"all => all.map({RESULTS})", households), strict=True):
        expected: dict[str, list] = {verdict: [] for verdict in shown}
        for each in advise(ASKED, household):
            expected[each.verdict].append([each.guide, -1 if each.offer is None else each.offer])
            verdicts.add(each.verdict)
        assert shown == expected, household
    assert len(verdicts) == 4


SCREENS = ["q2", "q5", "result", "all"]


@pytest.mark.parametrize("screen", SCREENS)
def test_every_screen_is_accessible_and_fits(open_page, place, screen):
    """Not only the first: a one-choice and a many-choice question, the results, and the table."""
    page = open_page(f"{place('apply').as_uri()}#{screen}", viewport=NARROW)
    page.evaluate(RESULTS, {"户口": ["本镇"], "收入": ["高一些"], "难事": ["大病"]})
    assert width(page) <= 320
    page.set_viewport_size(PHONE)
    page.evaluate(Axe().axe_script)
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        assert violations(page) == [], scheme
    assert page.evaluate(SMALL_TEXT, 15) == page.evaluate(SMALL_TARGETS, 44) == []
    for target in page.locator(".ask button:visible, .answer:visible, .offer h4 a:visible").all():
        assert target.bounding_box()["height"] >= 44
    page.evaluate(DOUBLE_TEXT)
    assert width(page) <= 360 and page.evaluate(CLIPPED) == []
    page.set_viewport_size(DESKTOP)
    assert width(page) <= 1280 and page.evaluate(CLIPPED) == []


def test_the_map_names_every_relief_and_leads_to_its_guide(open_page, place):
    page = open_page(place("relief system"))
    assert page.locator(".map__mark").all_inner_texts() == ["1", "6", "X"]
    counts = [group.locator(".relief").count() for group in page.locator(".map__group").all()]
    assert counts == [3, 6, 3, 4]
    assert page.locator(".relief h3 a").count() == page.locator(".relief a.phone").count() == sum(counts)
    assert "由晴川县医疗保障局决定" in page.locator(".relief", has_text="医疗救助").first.inner_text()
