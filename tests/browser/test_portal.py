"""What a government portal, a search engine and a program find: META, JSON-LD, feeds, site map, catalogue, open data."""

import hashlib
import json
import re
from pathlib import Path
from urllib.parse import urlsplit
from xml.etree import ElementTree

import feedparser
import html5lib
import pytest
from frictionless import Package

from tests.conftest import REPOSITORY

# The pages are parsed once: all tests of this file in one process.
pytestmark = pytest.mark.xdist_group("portal")

SITE = "https://hefeng.example.gov.cn/minzheng/"
NAME = {"SiteName": "禾风镇民政公示", "SiteDomain": "hefeng.example.gov.cn", "SiteIDCode": "9901010001"}
COLUMN = {"ColumnName", "ColumnType"}
COLUMN_ALONE = COLUMN | {"ColumnDescription", "ColumnKeywords", "Description"}
ARTICLE = COLUMN | {"ArticleTitle", "PubDate", "ContentSource", "Keywords", "Author", "Description", "Url"}


class Head:
    """The head of a page: META by name, JSON-LD, and what else it links to."""

    def __init__(self, path: Path, site: Path):
        tree = html5lib.parse(path.read_text(encoding="utf-8"), namespaceHTMLElements=False)
        self.path = path.relative_to(site).as_posix()
        self.title = "".join(tree.find(".//h1").itertext())
        named = [(each.get("name"), each.get("content")) for each in tree.iter("meta") if each.get("name")]
        self.meta = dict(named)
        self.twice = len(named) != len({name.lower() for name, _ in named})
        self.links = [(each.get("rel"), each.get("href")) for each in tree.iter("link")]
        texts = [each.text for each in tree.iter("script") if each.get("type") == "application/ld+json"]
        read = [json.loads(text) for text in texts]
        self.linked = [value for each in read for value in (each if isinstance(each, list) else [each])]

    @property
    def portal(self) -> set[str]:
        """The names of META that portals ask for."""
        return {name for name in self.meta if name[0].isupper()}


@pytest.fixture(scope="module")
def site(built) -> Path:
    return (built / "site").resolve()


@pytest.fixture(scope="module")
def heads(site) -> dict[str, Head]:
    """Every page but 404.html, which stands alone, and fragments, which have no head."""
    paths = [path for path in site.rglob("*.html") if "fragments" not in path.parts and path.name != "404.html"]
    return {head.path: head for head in (Head(path, site) for path in paths)}


def file_of(site: Path, url: str) -> Path:
    assert url.startswith(SITE), url
    return site / (urlsplit(url.removeprefix(SITE)).path or "index.html")


def test_meta_of_every_page(heads):
    """国办发〔2017〕47号: the site everywhere, then its column, then the article."""
    kinds = {"home": 0, "column": 0, "article": 0}
    for head in heads.values():
        assert not head.twice and NAME.items() <= head.meta.items(), head.path
        sort = "home" if head.path == "index.html" else "article" if "PubDate" in head.meta else "column"
        kinds[sort] += 1
        expected = {"home": {"Description"}, "article": ARTICLE, "column": COLUMN_ALONE}[sort]
        assert head.portal == expected | set(NAME), head.path
        assert all(head.meta[name].strip() for name in head.portal), head.path
        if sort == "article":
            assert re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9]{2}:[0-9]{2}", head.meta["PubDate"]), head.path
            assert head.meta["ArticleTitle"] == head.title
            assert head.meta["Url"] == SITE + head.path
    assert kinds["home"] == 1 and kinds["column"] > 50 and kinds["article"] > 300


def test_published_is_what_the_approval_says(heads):
    """Never the time of the build."""
    approval = json.loads(
        (REPOSITORY / "data/standing/fund_ledger/2025-11-to-2026-10.approval.json").read_text(encoding="utf-8")
    )
    assert heads["fund_ledger/2025-11-to-2026-10.html"].meta["PubDate"] == approval["published"]
    assert heads["about.html"].meta["PubDate"] == "2026-09-28 09:00"


def test_canonical_and_feed_of_every_page(heads, site):
    for head in heads.values():
        url = SITE if head.path == "index.html" else SITE + head.path
        assert [href for rel, href in head.links if rel == "canonical"] == [url]
        feeds = [href for rel, href in head.links if rel == "alternate"]
        assert feeds and all((site / head.path).parent.joinpath(each).is_file() for each in feeds)


def test_json_ld_refers_to_what_is_there(heads, site):
    seen = set()
    for head in heads.values():
        for value in head.linked:
            assert value["@context"] == "https://schema.org" and value["@type"]
            seen.add(value["@type"])
            urls = re.findall(rf'"({re.escape(SITE)}[^"]*)"', json.dumps(value, ensure_ascii=False))
            assert urls and all(file_of(site, url).is_file() for url in urls), head.path
            if value["@type"] == "BreadcrumbList":
                assert [each["position"] for each in value["itemListElement"]] == list(
                    range(1, len(value["itemListElement"]) + 1)
                )
        if head.path != "index.html":
            assert "BreadcrumbList" in [value["@type"] for value in head.linked], head.path
    assert seen == {"BreadcrumbList", "Dataset", "GovernmentService"}


def test_feeds_are_valid(heads, site):
    """RFC 4287: each has an identifier, a title, dates and links; those of villages and kinds hold their own only."""
    paths = [site / "feed.xml", *sorted((site / "feeds").glob("*.xml"))]
    assert len(paths) > 35
    identifiers = set()
    for path in paths:
        feed = feedparser.parse(path.read_bytes())
        assert not feed.bozo and feed.version == "atom10", path.name
        identifiers.add(feed.feed.id)
        assert feed.feed.title and feed.feed.updated_parsed and feed.feed.author
        links = {link.rel: link.href for link in feed.feed.links}
        assert links["self"] == SITE + path.relative_to(site).as_posix() and file_of(site, links["alternate"]).is_file()
        assert len({entry.id for entry in feed.entries}) == len(feed.entries)
        for entry in feed.entries:
            assert entry.title and entry.summary and entry.updated_parsed and file_of(site, entry.link).is_file()
        if path.stem.isdigit():
            assert all(entry.link.endswith(f"-{path.stem}.html") for entry in feed.entries)
    assert len(identifiers) == len(paths)


def test_site_map_lists_what_may_be_indexed(heads, site):
    root = ElementTree.parse(site / "sitemap.xml").getroot()
    namespace = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
    listed = {each.findtext(f"{namespace}loc"): each.findtext(f"{namespace}lastmod") for each in root}
    expected = {dict(head.links)["canonical"] for head in heads.values() if "robots" not in head.meta}
    assert set(listed) == expected
    assert listed[SITE + "rounds/2026-10.html"] == "2026-10-20"
    assert all(day is None or re.fullmatch(r"2026-[01][0-9]-[0-3][0-9]", day) for day in listed.values())
    robots = (site / "robots.txt").read_text(encoding="utf-8")
    assert f"Sitemap: {SITE}sitemap.xml" in robots and "Disallow: /minzheng/fragments/" in robots


def test_the_portal_s_catalogue(heads, site):
    catalogue = json.loads((site / "portal.json").read_text(encoding="utf-8"))
    entries = catalogue["columns"] + catalogue["articles"]
    addresses = [each["address"] for each in entries]
    assert len(set(addresses)) == len(addresses)
    # The home page is neither, nor is a hand-written page that does not say when it was published.
    undated = {
        path
        for path, head in heads.items()
        if "PubDate" not in head.meta and (REPOSITORY / "content" / path).with_suffix(".md").is_file()
    }
    assert {file_of(site, each).relative_to(site).as_posix() for each in addresses} == set(heads) - undated
    for each in catalogue["articles"]:
        assert each["published"] == heads[each["address"].removeprefix(SITE)].meta["PubDate"]
    for each in entries:
        assert "fragment" not in each or file_of(site, each["fragment"]).is_file()
    by_address = {each["address"].removeprefix(SITE): each for each in catalogue["articles"]}
    policy = by_address["policy_document/town_disclosure_2026.html"]
    assert policy["index_number"] == "990101-101/2026-00023" and policy["status"] == "shown"
    ended = by_address["notices/subsistence_allowance-2026-10-public_notice-990101100201.html"]
    assert (ended["status"], ended["last_day"]) == ("ended", "2026-10-16")


def test_the_data_package_is_valid(site):
    """As it stands: every file by its size and digest, every CSV cell by the schema."""
    report = Package.from_descriptor(str(site / "datapackage.json")).validate()
    assert report.valid, report.flatten(["name", "type", "note"])[:5]
    assert len(report.tasks) > 90


def test_json_follows_the_schema_too(site):
    """Frictionless cannot count the bytes of JSON that it reads as a table: here it looks at the cells only."""
    descriptor = json.loads((site / "datapackage.json").read_text(encoding="utf-8"))
    tables = [
        {name: value for name, value in each.items() if name not in {"bytes", "hash"}} | {"type": "table"}
        for each in descriptor["resources"]
        if each["format"] == "json"
    ]
    report = Package.from_descriptor({**descriptor, "resources": tables}, basepath=str(site)).validate()
    assert report.valid, report.flatten(["name", "type", "note"])[:5]
    assert sum(task.stats["rows"] for task in report.tasks) > 2000


def test_frictionless_would_object(site, tmp_path):
    """The schema really is compared with the cells."""
    descriptor = json.loads((site / "datapackage.json").read_text(encoding="utf-8"))
    resource = next(
        each for each in descriptor["resources"] if each["path"].endswith("old_age_allowance-2026-10-announcement.csv")
    )
    path = tmp_path / resource["path"]
    path.parent.mkdir()
    path.write_bytes((site / resource["path"]).read_bytes().replace(b".00", b".xx", 1))
    report = Package.from_descriptor({**descriptor, "resources": [resource]}, basepath=str(tmp_path)).validate()
    assert {error.type for error in report.tasks[0].errors} >= {"type-error"}


def test_the_data_package_names_every_download_and_its_bytes(site):
    resources = json.loads((site / "datapackage.json").read_text(encoding="utf-8"))["resources"]
    downloads = {path.relative_to(site).as_posix() for path in (site / "downloads").iterdir()}
    assert {each["path"] for each in resources} == downloads | {"ledger.jsonl"}
    for each in resources:
        content = (site / each["path"]).read_bytes()
        assert each["bytes"] == len(content)
        assert each["hash"] == f"sha256:{hashlib.sha256(content).hexdigest()}"


def test_every_download_is_linked(site):
    page = (site / "open_data.html").read_text(encoding="utf-8")
    assert set(re.findall(r'href="(downloads/[^"]+)"', page)) == {
        f"downloads/{path.name}" for path in (site / "downloads").iterdir()
    }
