"""The questionnaire's page: optional, escaped, and without a guide's words once the guide is withdrawn."""

import html
import json
import re
from datetime import date

import pytest

from generator.examination import examine
from generator.findings import has_errors
from generator.pipeline import bundle
from tests.conftest import REPOSITORY

EXAMPLE = (
    (REPOSITORY / "tests/bad_inputs/eligibility_other_amount/bad.yaml").read_text("utf-8").replace("680元", "780元")
)
FILE = "data/eligibility.yaml"
TODAY = date(2026, 11, 5)


def artifacts(office):
    examination = examine(office, TODAY)
    assert not has_errors(examination.findings)
    return {each.path: each for each in bundle(office, examination, TODAY).artifacts}


def body(artifact) -> str:
    return artifact.make().body


@pytest.fixture
def asking(office):
    """An office with one guide and a questionnaire about it."""
    (office.root / FILE).write_text(EXAMPLE, encoding="utf-8")
    return office


def test_an_office_without_the_file_has_no_page_and_no_link(office):
    made = artifacts(office)
    assert "site/apply.html" not in made
    for path in ("site/guides.html", "site/relief-system.html"):
        assert "apply.html" not in body(made[path])


def test_an_office_without_the_map_has_no_map(office):
    for path in (office.root / "data" / "rules").glob("practice-*.yaml"):
        path.unlink()
    made = artifacts(office)
    assert "site/relief-system.html" not in made
    assert "relief-system.html" not in body(made["site/guides.html"])


def test_the_page_and_the_links_to_it(asking):
    made = artifacts(asking)
    assert "由晴川县民政局决定" in body(made["site/relief-system.html"])
    for path in ("site/guides.html", "site/relief-system.html"):
        assert 'href="apply.html"' in body(made[path])
    assert "还没有办事指南，请打电话问。" in body(made["site/relief-system.html"])


def test_what_a_withdrawn_guide_said_does_not_stay(asking):
    """Both pages name the guide among their notices, and what replaces them quotes nothing of it."""
    made = artifacts(asking)
    for page in ("apply.html", "relief-system.html"):
        assert made[f"site/{page}"].notices == ("service_guide/temporary_assistance",)
        assert "0690-5550111" in body(made[f"site/{page}"])
        after = body(made[f"after/site/{page}"])
        assert "0690-5550111" not in after and "救急钱" not in after
        assert "service_guide/temporary_assistance.html" in after


def test_the_order_of_questions_and_answers_makes_another_page(asking):
    """The key of a page digests everything that can change its bytes, the order too."""
    before = artifacts(asking)["site/apply.html"].key
    first, second = "      大病: 看病花了很多钱\n", "      意外: 火灾、交通事故\n"
    assert first + second in EXAMPLE
    (asking.root / FILE).write_text(EXAMPLE.replace(first + second, second + first), encoding="utf-8")
    assert artifacts(asking)["site/apply.html"].key != before


def test_names_stay_names(asking):
    """Quotation marks and signs in names of answers reach the page as text, and its script as JSON."""
    name = """低'"&>于"""
    text = EXAMPLE.replace("低于标准: 低于标准", f"{json.dumps(name, ensure_ascii=False)}: 低于标准")
    text = text.replace("收入: [低于标准]", f"收入: [{json.dumps(name, ensure_ascii=False)}]")
    (asking.root / FILE).write_text(text, encoding="utf-8")
    page = body(artifacts(asking)["site/apply.html"])
    conditions = [json.loads(html.unescape(each)) for each in re.findall("data-when='([^']*)'", page)]
    assert {"难事": ["大病", "意外"], "收入": [name]} in conditions
    assert f'value="{html.escape(name).replace("&#x27;", "&#39;").replace("&quot;", "&#34;")}"' in page
