"""The search index: what it holds, what it never holds, and names of persons only where everything allows them."""

import csv
import json
import re
from datetime import date
from itertools import chain

import pytest

from generator.artifacts import Artifact
from generator.cli import run
from generator.columns import person_name
from generator.edition.prose import prose_pages
from generator.edition.search import index
from generator.edition.search.text import normalise
from generator.examination import examine
from generator.pipeline import bundle
from generator.project import Project
from tests.offices import rewrite

TODAY = date(2026, 11, 5)
KIND = "old_age_allowance"
INDEX = "site/search-index.js"


def made(office) -> dict[str, Artifact]:
    """The artifacts of an office by path."""
    examination = examine(office, TODAY)
    assert [each for each in examination.findings if each.severity == "error"] == []
    return {each.path: each for each in bundle(office, examination, TODAY).artifacts}


def script(artifact) -> dict:
    """The value that a script assigns."""
    return json.loads(artifact.make().decode("utf-8").partition("=")[2].rstrip(";\n"))


def people(office, kind: str = "*") -> set[str]:
    """Every name on the lists."""
    names = set()
    for path in (office.root / "data" / "rounds").glob(f"*/{kind}.*.csv"):
        with path.open(encoding="utf-8") as file:
            for row in csv.DictReader(file):
                names |= {value for title, value in row.items() if title.endswith("姓名")}
    return names


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("２０２６年１０月", "2026年10月"),
        ("晴川民发〔2026〕12号", "晴川民发202612号"),
        ("晴川民发 [2026] 12号", "晴川民发202612号"),
        ("麦尔旦·吐逊", "麦尔旦吐逊"),
        (" 张 三\u200b", "张三"),
        ("Ａ３", "a3"),
        ("𠮷祥", "𠮷祥"),
        ("〇三室", "〇三室"),
        ("？！…", ""),
    ],
)
def test_text_is_compared_without_width_case_and_punctuation(text, expected):
    assert normalise(text) == expected


def test_a_page_knows_its_keywords():
    pages = prose_pages({"content/a.md": ("---", "keywords: [甲, 乙]", "---", "", "# 题目", "", "## 小题")})
    assert [(each.path, each.title, each.keywords, each.headings) for each in pages] == [
        ("a.html", "题目", ("甲", "乙"), ("小题",))
    ]
    assert prose_pages({"content/b.md": ("# 题目",)})[0].keywords == ()


@pytest.fixture(scope="module")
def artifacts(pattern_project):
    return made(pattern_project)


@pytest.fixture(scope="module")
def pattern_project(pattern):
    return Project(pattern)


def test_every_page_is_in_the_index_once(artifacts):
    """Hand-written pages, data pages, tombstones: each address of the site, and no other."""
    found = script(artifacts[INDEX])
    codes = [code for code, _ in found["villages"]]
    pages = [row[0] for row in found["pages"]]
    for row in found["lists"]:
        ends = [list(map(int, each.split("-"))) for each in row[-1].split(",")]
        numbers = chain.from_iterable(range(each[0], each[-1] + 1) for each in ends)
        pages += [f"{row[0]}{codes[number]}.html" for number in numbers]
    assert len(pages) == len(set(pages))
    titled = {path.removeprefix("site/") for path, each in artifacts.items() if path.startswith("site/") and each.about}
    written = {"index.html", "about.html", "how-to-object.html"}
    assert titled - {"search.html"} <= set(pages) and written <= set(pages)


def test_no_name_of_a_person_is_in_the_index(artifacts, pattern_project):
    """Neither the name nor what the web shows of it; and without the setting there is no shard."""
    names = people(pattern_project)
    assert len(names) > 20
    scripts = [each.make().decode() for path, each in artifacts.items() if re.search(r"search-(index|names)", path)]
    words = {word for text in scripts for word in re.findall(r'"([^"]*)"', text)}
    masked = {person_name.conceal(name) for name in names}
    assert [name for name in names for text in scripts if len(name) > 2 and name in text] == []
    assert words & (names | masked) == set() and not any("某" in word for word in words)
    assert not any("search-names" in path for path in artifacts)


def test_what_quotes_records_is_replaced_when_one_is_taken_down(artifacts):
    shown, after = artifacts[INDEX], artifacts[f"after/{INDEX}"]
    assert "service_guide/temporary_assistance" in shown.notices
    assert "困难补助" in shown.make().decode() and "困难补助" not in after.make().decode()
    assert not after.notices and "service_guide/temporary_assistance" in after.make().decode()


def test_the_same_office_gives_the_same_bytes(artifacts, pattern_project):
    again = made(pattern_project)
    assert again[INDEX].make() == artifacts[INDEX].make() and again[INDEX].key == artifacts[INDEX].key


def test_earlier_years_have_files_of_their_own_above_the_limit(pattern_project, monkeypatch):
    """Here there is one year only: the limit is lowered, and October's round is of the year before."""
    monkeypatch.setattr(index, "MOST_PAGES", 10)
    monkeypatch.setattr("generator.edition.search.rows.year", lambda facts: "2025" if "10" in facts.round else "2026")
    artifacts = made(pattern_project)
    main, older = script(artifacts[INDEX]), artifacts["site/search-index-2025.js"].make().decode()
    assert main["older"] == ["2025"] and older.startswith('gongshiIndex["2025"]=')
    assert "-2026-10-" in older and "-2026-11-" not in older
    assert not any("-2026-10-" in row[0] for row in main["lists"])


@pytest.fixture
def allowed(office):
    """An office whose setting, kind and approvals allow full names of one kind on the web."""
    kind = office.root / "data" / "kinds" / f"{KIND}.yaml"
    kind.write_text(kind.read_text(encoding="utf-8").replace("web: surname", "web: full"), encoding="utf-8")
    rewrite(office.root / "data" / "office.yaml", "signatures:", "search_names: true\nsignatures:")
    for stage in ("public_notice", "announcement"):
        path = office.root / "data" / "rounds" / "2026-10" / f"{KIND}.{stage}"
        for suffix in (".csv", ".approval.json"):
            path.with_name(path.name + suffix).unlink()
    path = office.root / "data" / "rounds" / "2026-11" / f"{KIND}.public_notice.csv"
    before = ["--today", "2026-11-01", "--project", str(office.root)]
    assert run(["approve", str(path), "--pipia", "禾政影评〔2026〕1号", *before]) == 0
    return office


def shards(artifacts) -> dict[str, dict]:
    return {path: script(each) for path, each in artifacts.items() if path.startswith("site/search-names/")}


def test_names_are_found_where_everything_allows_it(allowed):
    """Each name in its shard, with the notices it stands on; nobody from the lists that the web masks."""
    artifacts = made(allowed)
    found = shards(artifacts)
    assert script(artifacts[INDEX])["shards"] == len(found) == 1
    names = {name: hits for shard in found.values() for name, hits in shard.items()}
    current = {address for shard in found for address in artifacts[shard].notices}
    assert names and set(names) <= {normalise(name) for name in people(allowed, KIND)}
    assert {hit[0].removesuffix(".html") for hits in names.values() for hit in hits} == current
    assert all(f"site/{address}.html" in artifacts and KIND in address for address in current)
    others = people(allowed) - people(allowed, KIND)
    assert others and not others & set(names)


def test_a_shard_goes_with_the_first_of_its_notices(allowed):
    artifacts = made(allowed)
    (path,) = shards(artifacts)
    assert artifacts[path].until == date(2026, 11, 10)
    assert script(artifacts[f"after/{path}"]) == {} and not artifacts[f"after/{path}"].notices


def test_the_setting_alone_or_the_kind_alone_is_not_enough(allowed, office):
    rewrite(office.root / "data" / "office.yaml", "search_names: true", "search_names: false")
    artifacts = made(office)
    assert not shards(artifacts) and script(artifacts[INDEX])["shards"] == 0
