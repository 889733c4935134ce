"""Hostile text in every text column of every kind: the pages show it, and are otherwise as with harmless text.

All pages of a kind stand in one document, without the content security policy, which would hide a hole.
"""

import re
from collections.abc import Sequence

import pytest

from generator.artifacts import HTML, Page
from generator.kinds import load_kinds
from generator.project import Project
from tests.conftest import REPOSITORY
from tests.hostile import HARMLESS, VALUES, made, text_columns

KINDS = sorted(load_kinds(Project(REPOSITORY))[0])
POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>')
# What can be written to a file at all; no file can hold half a character.
WRITABLE = [each for each in VALUES if each.encode("utf-8", "ignore").decode() == each]

# Of the document: how often each element with its attributes, which schemes and hosts are named, and which of `values`
# is no text of its own. Counted there, because there are many.
READ = """values => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), texts = new Set();
  while (walker.nextNode()) texts.add(walker.currentNode.data);
  const names = ['href', 'src', 'srcset', 'action', 'formaction', 'data', 'xlink:href'];
  const scheme = text => { try { const it = new URL(text, document.baseURI); return it.protocol + (/^http/.test(it.protocol) ? it.host : '') } catch { return text } };
  const elements = {}, addresses = {};
  for (const each of document.querySelectorAll('*')) {
    const shape = each.localName + ' ' + each.getAttributeNames().sort().join(' ');
    elements[shape] = (elements[shape] || 0) + 1;
    for (const name of names) if (each.hasAttribute(name)) addresses[scheme(each.getAttribute(name))] = true;
  }
  for (const each of document.querySelectorAll('script[type="application/ld+json"]')) JSON.parse(each.textContent);
  return {elements, addresses, missing: values.filter(each => !texts.has(each)), hit: window.__hit};
}"""


def parsed(value: str) -> str:
    """What is left of a value when a browser has read it: no NUL, one way to end a line."""
    return value.replace("\0", "").replace("\r\n", "\n").replace("\r", "\n")


def pages(artifacts: dict) -> list[str]:
    return sorted(path for path, each in artifacts.items() if each.media_type == HTML)


def document(artifacts: dict, paths: list[str]) -> str:
    parts = [artifacts[path].make() for path in paths]
    assert all(isinstance(each, Page) for each in parts)
    sections = "\n".join(f"<section>{POLICY.sub('', each.head)}{each.body}</section>" for each in parts)
    return (
        f'<!doctype html><html><head><meta charset="utf-8"><title>x</title></head><body hidden>{sections}</body></html>'
    )


@pytest.fixture
def read(browser, tmp_path):
    """Opens a document and tells what a browser made of it, and what it asked for meanwhile."""

    def reading(markup: str, values: Sequence[str] = ()) -> dict:
        path = tmp_path / "page.html"
        path.write_text(markup, encoding="utf-8", newline="")
        with browser.new_context() as context:
            page = context.new_page()
            asked: list[str] = []
            page.on("request", lambda request: asked.append(request.url))
            page.on("dialog", lambda dialog: asked.append(dialog.message))
            page.goto(path.as_uri())
            return {
                **page.evaluate(READ, list(values)),
                "asked": [each for each in asked if "127.0.0.2" in each or "file:" not in each],
            }

    return reading


@pytest.mark.parametrize("kind", KINDS)
def test_it_is_text_and_nothing_else(read, kind):
    hostile, harmless = made(kind, WRITABLE), made(kind, HARMLESS[: len(WRITABLE)])
    paths = [path for path in pages(hostile) if hostile[path].key != harmless[path].key]
    assert pages(hostile) == pages(harmless)
    assert paths
    values = [*map(parsed, WRITABLE)] if text_columns(kind) else []
    found, expected = read(document(hostile, paths), values), read(document(harmless, paths))
    assert (found["hit"], found["asked"], found["missing"]) == (None, [], [])
    assert found["elements"] == expected["elements"]
    assert found["addresses"] == expected["addresses"]


def test_the_instrument_would_see_it(read):
    """Put in as markup, nearly every value changes the page; one of them runs."""
    found = read(f"<!doctype html><html><body>{'<p>'.join(WRITABLE[:40])}</body></html>")
    assert found["hit"] == 1
    assert found["asked"]
