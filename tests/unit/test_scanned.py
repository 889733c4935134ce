"""The words of a release stand for all its files: a new name stands in one of them or in none of the files."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.detection.lines import Learned
from generator.release.scan import make_target, scan_file, searches
from generator.release.scanned import FILE, Known, known_after, load_known, stays_clean, write_known

NAMES = ("甄有田", "高龄", "龚䶮", "霍知", "田甄有")
PIECES = (
    "<td>",
    "</td>",
    "<b>",
    "\n",
    " ",
    "，",
    "某",
    "甄",
    "有田",
    "高龄",
    "津贴",
    "龚䶮",
    "知",
    "霍",
    "\u200b",
    "abc",
)
texts = st.lists(st.sampled_from(PIECES), max_size=20).map("".join)
names = st.sets(st.sampled_from(NAMES), min_size=1).map(frozenset)
TARGET = make_target(["0690-5550110"], frozenset({"甄有田"}), frozenset())


def looked_for(people: frozenset[str]):
    return make_target(["0690-5550110"], people, frozenset())


def scanned(folder, files: list[str], target):
    """Whether nothing is refused, and what is known then."""
    known = searches(target)
    paths = [f"site/{number}.html" for number in range(len(files))]
    for path, text in zip(paths, files, strict=True):
        (folder / path).parent.mkdir(exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    results = [scan_file(folder, path, known) for path in paths]
    after = known_after(None, [each.learned for each in results], target)
    return not any(each.findings for each in results), after


@given(st.lists(texts, max_size=4), names, names)
def test_names_are_looked_up_as_surely_as_files_are_read(tmp_path_factory, files, before, after):
    folder = tmp_path_factory.mktemp("release")
    clean, known = scanned(folder, files, looked_for(before))
    clean_after, again = scanned(folder, files, looked_for(after))
    if clean:
        assert stays_clean(known, looked_for(after)) is (clean_after and known.wordlike == again.wordlike)


def test_a_word_that_only_looks_like_a_name_is_reported_again_when_the_name_is_new(tmp_path):
    _, known = scanned(tmp_path, ["<p>高龄津贴</p>"], looked_for(frozenset({"甄有田"})))
    assert stays_clean(known, TARGET)
    assert not stays_clean(known, looked_for(frozenset({"高龄"})))


@pytest.mark.parametrize(
    "target",
    [
        replace(TARGET, public=frozenset()),
        replace(TARGET, scanner="another"),
        replace(TARGET, names=frozenset()),
        looked_for(frozenset({"麦尔旦·吐逊"})),
    ],
)
def test_anything_but_another_name_costs_a_scan_of_everything(target):
    assert not stays_clean(known_after(None, [Learned(words=frozenset({"公示"}))], TARGET), target)


def test_a_text_that_was_clean_is_not_read_again(tmp_path):
    """The digest says how it was read, too: what is clean as a text may hide something as markup."""
    text = "".join(f"第{number}号公示栏\n" for number in range(100))
    (tmp_path / "site").mkdir()
    for path in ("site/a.html", "site/b.html", "site/a.txt", "site/c.html"):
        (tmp_path / path).write_text(text, encoding="utf-8")
    first = scan_file(tmp_path, "site/a.html", searches(TARGET))
    again = searches(TARGET, first.learned.texts)
    assert len(first.learned.texts) == 1 and first.learned.words
    assert scan_file(tmp_path, "site/b.html", again).learned.texts == frozenset()
    assert len(scan_file(tmp_path, "site/a.txt", again).learned.texts) == 1
    (tmp_path / "site/c.html").write_text(f"{text}甄有田", encoding="utf-8")
    assert [each.rule for each in scan_file(tmp_path, "site/c.html", again).findings] == ["output-masked"]


def test_what_is_missing_or_damaged_is_not_known(tmp_path):
    release = tmp_path / "000001-abc"
    (tmp_path / ".build").mkdir()
    assert load_known(tmp_path, release) is None
    known = Known("base", Learned(frozenset({b"0" * 16}), frozenset({"公示"})), frozenset())
    write_known(tmp_path, release, known)
    assert load_known(tmp_path, release) == known
    assert load_known(tmp_path, tmp_path / "000002-abc") is None and load_known(tmp_path, None) is None
    damaged = '{"release": "000001-abc", "base": "", "words": [], "wordlike": [], "texts": ["x"]}'
    for content in ("", "{}", "[]", "null", '{"release": "000001-abc"}', damaged):
        (tmp_path / ".build" / FILE).write_text(content, encoding="utf-8")
        assert load_known(tmp_path, release) is None
