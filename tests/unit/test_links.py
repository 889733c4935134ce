"""Links of a page that is shown somewhere else."""

import pytest

from generator.rendering.links import with_links, with_own_identifiers, without_scripts


def shouted(path: str) -> str:
    return f"https://x.example/{path}"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('<a href="../index.html">', '<a href="https://x.example/index.html">'),
        ('<a href="b.html#list">', '<a href="https://x.example/notices/b.html#list">'),
        ('<form action="../search.html?q=1">', '<form action="https://x.example/search.html?q=1">'),
        ('<img alt="" src="../assets/i.svg">', '<img alt="" src="https://x.example/assets/i.svg">'),
        ('<a href="#list">', '<a href="#list">'),
        ('<a href="tel:0690-5550110">', '<a href="tel:0690-5550110">'),
        ('<a href="https://y.example/z.html">', '<a href="https://y.example/z.html">'),
        ('<td data-href="b.html">', '<td data-href="b.html">'),
        ('<p>写成 href="b.html" 的字</p>', '<p>写成 href="b.html" 的字</p>'),
    ],
)
def test_links_lead_to_the_chosen_place(before, after):
    assert with_links(before, "notices/a.html", shouted) == after


def test_identifiers_and_what_refers_to_them_change_together():
    before = '<h2 id="list">x</h2><a href="#list"></a><div aria-labelledby="list head" data-id="list"><a href="b.html#list"></a>'
    after = '<h2 id="g-list">x</h2><a href="#g-list"></a><div aria-labelledby="g-list g-head" data-id="list"><a href="b.html#list"></a>'
    assert with_own_identifiers(before, "g-") == after


def test_scripts_go():
    assert (
        without_scripts('a<script src="x.js"></script>\nb<script type="application/ld+json">{"a": 1}</script>c')
        == "abc"
    )
