"""The documents behind the sheets: standards, tags, language, metadata, fonts."""

import re
import subprocess
from collections.abc import Iterator
from datetime import UTC, datetime

import pikepdf
import pytest

from tests.posters.documents import CLAIMED, NAMESPACES, claims, fonts, is_embedded, metadata_text
from tests.posters.reading import Poster
from tests.posters.sources import Notice

pytestmark = pytest.mark.xdist_group("posters")
FAMILIES = ("NotoSansCJK", "NotoSerif")


Documents = list[tuple[Poster, pikepdf.Pdf]]


@pytest.fixture(scope="module")
def every_document(every_poster: list[Poster]) -> Iterator[Documents]:
    opened = [(each, pikepdf.open(each.path)) for each in every_poster]
    yield opened
    for _, document in opened:
        document.close()


@pytest.fixture(scope="module")
def documents(every_document: Documents, notices: dict[str, Notice]) -> Documents:
    """Those of lists and duties."""
    return [(poster, document) for poster, document in every_document if poster.slug in notices]


def test_every_poster_claims_pdf_a_2a_and_pdf_ua_1(every_document: Documents):
    for poster, document in every_document:
        assert claims(document) == CLAIMED, poster.path.name


def test_every_poster_is_tagged_and_says_its_language_and_title(every_document: Documents):
    for poster, document in every_document:
        root = document.Root
        assert root.MarkInfo.Marked and len(_tags(root.StructTreeRoot)) > 3, poster.path.name
        assert str(root.Lang).lower().startswith("zh"), poster.path.name
        assert root.ViewerPreferences.DisplayDocTitle, poster.path.name
        title = str(document.docinfo["/Title"])
        assert title and title == document.open_metadata()[NAMESPACES["title"]]
        assert re.sub(r"\s", "", title) in poster.text, poster.path.name


def test_every_list_is_tagged_as_a_table(documents: Documents, notices: dict[str, Notice]):
    for poster, document in documents:
        if notices[poster.slug].look == "notice_list":
            tags = _tags(document.Root.StructTreeRoot)
            assert tags.count("/TR") >= len(notices[poster.slug].rows) + 1, poster.path.name
            assert {"/H1", "/Table", "/TH", "/TD", "/Figure"} <= set(tags), poster.path.name


def test_metadata_names_nobody(documents: Documents, notices: dict[str, Notice]):
    for poster, document in documents:
        notice = notices[poster.slug]
        metadata = metadata_text(document)
        if notice.look == "notice_list":
            names = set(notice.names)
        else:
            names = {row[notice.page.titles.index("责任人")] for row in notice.page.rows}
        assert names
        assert not [name for name in names if name in metadata], poster.path.name


def test_dates_come_from_the_statement_not_from_the_clock(documents: Documents, notices: dict[str, Notice]):
    for poster, document in documents:
        published = datetime.fromisoformat(notices[poster.slug].statement["published"] + "+08:00")
        metadata = document.Root.Metadata.read_bytes().decode()
        dates = [datetime.fromisoformat(each) for each in re.findall(r"\d{4}-\d\d-\d\dT[\d:+]+", metadata)]
        for key, value in document.docinfo.items():
            if key.endswith("Date"):
                dates.append(datetime.strptime(str(value), "D:%Y%m%d%H%M%SZ").replace(tzinfo=UTC))
        assert len(dates) > 1
        assert set(dates) == {published}, poster.path.name


def test_every_font_is_embedded_and_ours(every_document: Documents):
    for poster, document in every_document:
        found = fonts(document)
        assert found
        for font in found:
            assert is_embedded(font), poster.path.name
            assert str(font.BaseFont).partition("+")[2].startswith(FAMILIES), (poster.path.name, font.BaseFont)


def test_a_second_reader_finds_the_same_fonts_and_names(posters: list[Poster], notices: dict[str, Notice]):
    """Poppler, on one poster of each look, size and channel, and on the posters with the rarest names."""
    chosen = {(notices[each.slug].look, each.size, each.channel): each for each in posters}
    rare = [each for each in posters if each.channel == "print" and set("䶮𠅤𩽾𬎆") & set(each.text)]
    assert len(rare) > 3
    for poster in [*chosen.values(), *rare]:
        for line in _run("pdffonts", poster).splitlines()[2:]:
            assert re.search(r" yes +yes +yes +\d+ +\d+$", line), (poster.path.name, line)
    for poster in rare:
        text = re.sub(r"\s", "", _run("pdftotext", poster, "-"))
        assert not [name for name in notices[poster.slug].names if name not in text], poster.path.name


def _run(command: str, poster: Poster, *arguments: str) -> str:
    return subprocess.run([command, poster.path, *arguments], capture_output=True, text=True, check=True).stdout


def _tags(node: pikepdf.Object) -> list[str]:
    """The structure tree as names of tags, in reading order."""
    found, waiting = [], [node]
    while waiting:
        each = waiting.pop()
        if isinstance(each, pikepdf.Array):
            waiting.extend(reversed(list(each)))
        elif isinstance(each, pikepdf.Dictionary) and ("/K" in each or "/S" in each):
            found += [str(each.S)] if "/S" in each else []
            waiting += [each.K] if "/K" in each else []
    return found
