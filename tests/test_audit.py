"""The independent checkers that come from PyPI run here, too; `make audit` has those that need Java or Node besides."""

from pathlib import Path

import pytest

from audit.checkers import checker, feeds, judged, names
from audit.sample import Sample
from audit.verdict import ToolFailed, Verdict, complaints, counted, table

FROM_PYPI = ("code", "downloads", "feeds", "links")


@pytest.fixture
def sample(built) -> Sample:
    return Sample(built, "")


@pytest.mark.parametrize("name", FROM_PYPI)
def test_nothing_to_object_to(sample, name):
    verdicts = list(checker(name).verdicts(sample))
    assert verdicts
    assert complaints(verdicts) == ""


def test_every_checker_says_what_it_is():
    for name in names():
        assert callable(checker(name).verdicts) and checker(name).__doc__, name


def site(folder: Path, **files: str) -> Sample:
    """A site of files, by name without its ending; pages unless they begin like a feed."""
    for name, content in files.items():
        path = folder / "site" / f"{name}.{'xml' if content.startswith('<?xml') else 'html'}"
        path.parent.mkdir(exist_ok=True)
        path.write_text(content, encoding="utf-8")
    return Sample(folder, "")


def test_lychee_sees_a_missing_page_and_a_missing_place(tmp_path):
    broken = site(tmp_path, index='<a href="a.html">x</a><a href="b.html">x</a><a href="a.html#no">x</a>', a="<p>x")
    (verdict,) = checker("links").verdicts(broken)
    assert (verdict.ok, verdict.result) == (False, "2 broken")
    assert all(each.startswith("site/index.html: file://") for each in verdict.complaints)


FEED = """<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><id>https://example.gov.cn/</id><title>x</title>
<link rel="self" href="https://example.gov.cn/feed.xml"/><author><name>x</name></author><updated>2026-11-05T09:00:00+08:00</updated>
<entry><id>https://example.gov.cn/1</id><title>x</title><link href="https://example.gov.cn/1"/><updated>2026-11-05T09:00:00+08:00</updated></entry></feed>"""


@pytest.mark.parametrize(
    ("right", "wrong", "words"),
    [
        ("T09", " 09", "is not a moment"),
        ('<link rel="self" href="https://example.gov.cn/feed.xml"/>', "", "no link to itself"),
        ("<author><name>x</name></author>", "", "no author"),
        ("<id>https://example.gov.cn/1</id>", "<id>1</id>", "not an absolute address"),
        ("</feed>", "", "no element found|unclosed|mismatched"),
        ('<link href="https://example.gov.cn/1"/>', "", "neither content nor a link"),
    ],
)
def test_a_wrong_feed_is_named(tmp_path, right, wrong, words):
    assert list(feeds.objections(site(tmp_path, feed=FEED).site / "feed.xml")) == []
    site(tmp_path, feed=FEED.replace(right, wrong))
    (verdict,) = checker("feeds").verdicts(Sample(tmp_path, ""))
    assert not verdict.ok
    assert any(word in complaint for word in words.split("|") for complaint in verdict.complaints), verdict.complaints


def test_no_site_is_no_success(tmp_path):
    """A checker that found nothing to look at has not passed."""
    verdicts = [each for name in ("downloads", "feeds", "links", "policies") for each in judged(name, site(tmp_path))]
    assert verdicts and not any(each.ok for each in verdicts)


def test_what_cannot_run_is_a_line_that_misses(monkeypatch, sample):
    def fails(sample):
        raise ToolFailed("java is not installed")

    monkeypatch.setattr(checker("markup"), "verdicts", fails)
    assert [(each.ok, each.complaints) for each in judged("markup", sample)] == [(False, ("java is not installed",))]


def test_the_table():
    verdicts = [
        counted("one", "页", 3, [], "errors"),
        Verdict("two", "x", 1, "90", "100", False, tuple("abcdefghijkl")),
    ]
    assert table(verdicts).splitlines()[2:] == [
        "one      页    3      0 errors  0 errors  yes",
        "two      x     1      90        100       NO",
    ]
    assert complaints(verdicts).splitlines()[1:] == [
        "two, x: 90, target 100",
        *(f"  {each}" for each in "abcdefghij"),
        "  and 2 more",
    ]
