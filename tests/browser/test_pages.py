"""Every page of `site/`, read with html5lib: links, headings, identifiers, marks. No browser."""

from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from urllib.parse import unquote, urlsplit
from xml.etree.ElementTree import Element

import html5lib
import pytest

from tests.browser.places import PLACES
from tests.conftest import REPOSITORY

# The pages are parsed once: all tests of this file in one process.
pytestmark = pytest.mark.xdist_group("every-page")

ELSEWHERE = ("tel:", "data:")

TABLE_PARTS = ("table", "thead", "tbody", "tfoot", "tr", "th", "td")


class Document:
    """A parsed page."""

    def __init__(self, path: Path, folder: Path):
        parser = html5lib.HTMLParser(namespaceHTMLElements=False)
        self.tree: Element = parser.parse(path.read_text(encoding="utf-8"))
        self.errors = parser.errors
        self.path, self.name = path, path.relative_to(folder).as_posix()

    def all(self, *tags: str) -> Iterator[Element]:
        return (each for each in self.tree.iter() if each.tag in tags)

    @cached_property
    def identifiers(self) -> list[str]:
        return [each.get("id") for each in self.tree.iter() if each.get("id")]

    @cached_property
    def links(self) -> list[str]:
        """Every address that the page leads to or loads: links, style sheets, scripts and pictures."""
        return [
            each.get(key)
            for each in self.tree.iter()
            for key in ("href", "src", "action")
            if each.get(key) is not None and each.get("rel") != "canonical"
        ]

    @cached_property
    def text(self) -> str:
        return "".join(self.tree.itertext())

    def target(self, link: str) -> Path:
        """The file a relative link leads to."""
        path = unquote(urlsplit(link).path)
        return (self.path.parent / path).resolve() if path else self.path.resolve()


@pytest.fixture(scope="module")
def documents(built) -> dict[Path, Document]:
    """Every page of the site by its file, the print room with it. Fragments are parts of somebody else's pages."""
    pages = [path for path in (built / "site").rglob("*.html") if "fragments" not in path.parts]
    paths = [*pages, built / "print" / "index.html"]
    return {path.resolve(): Document(path, built) for path in paths}


def test_every_template_is_looked_at():
    """A new page template needs an entry in `PLACES`."""
    parts = {
        "foot.html",
        "head.html",
        "macros.html",
        "figures.html",
        "people.html",
        "portal.html",
        "fragment.html",
        "offline.html",
        # Those of a county, which the sample is not: tests/test_county.py.
        "townships.html",
        "totals.html",
    }
    templates = {path.name for path in (REPOSITORY / "site_templates" / "pages").glob("*.html")} - parts
    assert templates == {place.template for place in PLACES.values() if "/" not in place.template}


def test_links_are_relative_and_resolve(documents):
    """Also their fragments. Only 404.html, which is shown at any depth, may name the whole address."""
    broken = []
    for document in documents.values():
        for link in document.links:
            if link.startswith(ELSEWHERE) or document.path.name in ("404.html", "search.html"):
                continue
            parts = urlsplit(link)
            target = document.target(link)
            if parts.scheme or parts.netloc or link.startswith("/"):
                broken.append(f"{document.name}: {link} is not relative")
            elif not target.is_file():
                broken.append(f"{document.name}: {link} leads nowhere")
            elif parts.fragment and unquote(parts.fragment) not in documents[target].identifiers:
                broken.append(f"{document.name}: {link} has no such place")
    assert broken == []


def test_404_leads_home(documents, built):
    document = documents[(built / "site" / "404.html").resolve()]
    links = [link for link in document.links if not link.startswith(ELSEWHERE)]
    assert links == ["https://hefeng.example.gov.cn/minzheng/"]


def test_every_page_can_be_reached_by_links_from_home(documents, built):
    site = (built / "site").resolve()
    seen, queue = set(), [site / "index.html"]
    while queue:
        path = queue.pop()
        if path in seen or path not in documents:
            continue
        seen.add(path)
        queue += [documents[path].target(link) for link in documents[path].links if not link.startswith(ELSEWHERE)]
    unreachable = [each.name for path, each in documents.items() if path.is_relative_to(site) and path not in seen]
    assert sorted(unreachable) == ["site/404.html"]


def test_markup_is_sound(documents):
    """No parse error, no identifier twice, no inline style or handler (the policy would drop them), no needless role."""
    wrong = []
    for document in documents.values():
        wrong += [f"{document.name}: {error[1]}" for error in document.errors]
        wrong += [
            f"{document.name}: id {each} twice"
            for each in set(document.identifiers)
            if document.identifiers.count(each) > 1
        ]
        for element in document.tree.iter():
            inline = [key for key in element.attrib if key == "style" or str(key).startswith("on")]
            wrong += [f"{document.name}: {element.tag} {key}" for key in inline]
            # A table has its parts' roles of itself; to repeat them is an error of HTML. The script does where it helps.
            if element.tag in TABLE_PARTS and element.get("role"):
                wrong.append(f"{document.name}: {element.tag} role")
    assert wrong == []


def test_labels_name_something(documents):
    """`aria-labelledby` and the like point at an element of the page."""
    for document in documents.values():
        for element in document.tree.iter():
            for key in ("aria-labelledby", "aria-describedby", "for"):
                for name in (element.get(key) or "").split():
                    assert name in document.identifiers, (document.name, key, name)


def test_headings_are_in_order_with_one_first(documents):
    for document in documents.values():
        levels = [int(each.tag[1]) for each in document.all("h1", "h2", "h3", "h4", "h5", "h6")]
        assert levels.count(1) == 1 and levels[0] == 1, document.name
        steps = [after - before for before, after in zip(levels, levels[1:], strict=False)]
        assert max(steps, default=0) <= 1, document.name
        assert all("".join(each.itertext()).strip() for each in document.all("h1", "h2", "h3")), document.name


def test_every_page_has_title_language_and_mark(documents):
    titles = []
    for document in documents.values():
        assert next(document.all("html")).get("lang") == "zh-CN", document.name
        titles.append(next(document.all("title")).text)
        assert "示例数据" in document.text, document.name
    assert all(titles) and len(set(titles)) == len(titles)


def test_tables_have_captions_and_column_heads(documents):
    for document in documents.values():
        for table in document.all("table"):
            heads = table.findall("thead/tr/th")
            assert heads and all(each.get("scope") == "col" for each in heads), document.name
            assert all(len(row) == len(heads) for row in table.findall("tbody/tr")), document.name


def test_names_are_not_indexed(documents, built):
    """Pages of relief lists, tombstones, the search and the print room say `noindex`; pages without names do not."""
    for document in documents.values():
        robots = [each.get("content") for each in document.all("meta") if each.get("name") == "robots"]
        hidden = document.name.startswith(("site/notices/", "print/")) or document.path.name in (
            "404.html",
            "search.html",
        )
        assert robots == (["noindex"] if hidden else []), document.name


def test_every_page_has_the_policy(documents):
    """The policy allows nothing from elsewhere. 404 stands alone and has no script."""
    for document in documents.values():
        policies = [
            each.get("content") for each in document.all("meta") if each.get("http-equiv") == "Content-Security-Policy"
        ]
        allowed = "style-src " if document.name == "site/404.html" else "script-src 'self'; "
        assert len(policies) == 1 and policies[0].startswith(f"default-src 'none'; {allowed}"), document.name
        assert "unsafe" not in policies[0] and "http" not in policies[0], document.name
