"""The print room: every poster of the board with its picture and sheets; complete without a script."""

import io
from dataclasses import replace
from datetime import date

import pikepdf
import pypdfium2
import pytest
from lxml import html
from PIL import Image

from generator.artifacts import PDF, WEBP, Artifact
from generator.edition import Edition
from generator.examination import examine
from generator.pipeline import editions
from generator.publications import posters, previews, print_room
from generator.rendering import make_press
from generator.rendering.thumbnail import HEIGHT, WIDTH, thumbnail

DAY = date(2026, 11, 5)
SHEETS = 3


@pytest.fixture
def edition(office) -> Edition:
    """With a board too large for an office's printer."""
    found = editions(examine(office, DAY), DAY)[1]
    kind = found.kinds["duty_list"]
    large = kind.model_copy(update={"posters": (kind.posters[0].model_copy(update={"sizes": ("A3", "60x90")}),)})
    return replace(found, kinds={**found.kinds, "duty_list": large})


@pytest.fixture
def room(edition, office) -> html.HtmlElement:
    (artifact,) = print_room.board(edition, make_press(office))
    return html.fromstring(artifact.make(dict.fromkeys(artifact.sources, _pdf(SHEETS))))


def test_every_poster_stands_there_with_its_sheets_and_its_picture(edition, office, room):
    made = {each.path: each for each in _made(edition, office)}
    listed = [f"print/{each}" for each in room.xpath("//li[@data-size]/a[1]/@href")]
    assert sorted(listed) == sorted(path for path in made if path.startswith(("print/posters/", "print/packs/")))
    assert {f"print/{each}" for each in room.xpath("//img/@src")} == {
        path for path, each in made.items() if each.media_type == WEBP
    }
    assert set(room.xpath("//img/@loading")) == {"lazy"}
    assert {each.text_content().split()[-2:][0] for each in room.xpath("//li[@data-size='A4']")} == {str(SHEETS)}


def test_large_boards_are_there_over_a4(edition, office, room):
    (tiled,) = room.xpath("//a[text()='在A4纸上拼']/@href")
    assert tiled == "tiled/duty_list-village_assistant-60x90-on-A4.pdf"
    (artifact,) = (each for each in _made(edition, office) if each.path == f"print/{tiled}")
    assert artifact.sources == ("print/posters/duty_list-village_assistant-60x90.pdf",)
    assert artifact.media_type == PDF and artifact.notices


def test_the_choice_offers_what_is_there(room):
    """Every value of the three lists is that of at least one poster, and every poster has all three."""
    for name, values in (
        ("place", room.xpath("//section/@data-place")),
        ("kind", room.xpath("//li/@data-kind")),
        ("size", room.xpath("//li/@data-size")),
    ):
        offered = room.xpath(f"//select[@id='{name}']/option/@value")
        assert offered[0] == "" and set(offered[1:]) == set(values), name
    assert not room.xpath("//section[not(.//li[@data-kind])] | //li[@data-kind][not(.//li[@data-size])]")


def test_another_poster_is_another_version(edition, office, room):
    """A version is told in letters: digits could look like somebody's number."""
    versions = set(room.xpath("//li[@data-size]/@data-version"))
    assert len(versions) == 1 and all(each.isalpha() for each in versions)
    (artifact,) = print_room.board(edition, make_press(office))
    other = html.fromstring(artifact.make(dict.fromkeys(artifact.sources, _pdf(SHEETS + 1))))
    assert versions.isdisjoint(other.xpath("//li[@data-size]/@data-version"))


def test_without_a_script_only_the_choice_is_missing(room):
    """By village, with links to each; nothing else waits for a script, and nothing is allowed from elsewhere."""
    assert [each.get("id") for each in room.xpath("//*[@hidden]")] == ["choose"]
    targets = set(room.xpath("//h2/@id"))
    assert {each.removeprefix("#") for each in room.xpath("//nav//a/@href")} == targets
    (policy,) = room.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    assert policy.startswith("default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; ")
    assert not room.xpath("//*[@style or @onclick] | //script[not(@src)] | //style")


def test_what_goes_with_a_withdrawn_notice(edition, office):
    """A picture shows what its poster shows, and is taken down with it."""
    made = {each.path: each for each in _made(edition, office)}
    for each in made.values():
        for source in each.sources or ():
            assert (each.until, each.notices) == (made[source].until, made[source].notices)


@pytest.mark.parametrize(("width", "height"), [(210, 297), (2400, 1200), (800, 1800)])
def test_pictures_are_small_and_the_same_again(width, height):
    pdf = _pdf(2, width * 72 / 25.4, height * 72 / 25.4)
    with Image.open(io.BytesIO(thumbnail(pdf))) as picture:
        assert picture.format == "WEBP"
        assert abs(picture.width / picture.height - width / height) < 0.02
        assert picture.width in (WIDTH, WIDTH + 1) or picture.height in (HEIGHT, HEIGHT + 1)
    assert thumbnail(pdf) == thumbnail(pdf)


def _made(edition: Edition, office) -> list[Artifact]:
    press = make_press(office)
    return [*posters.board(edition, press), *previews.board(edition, press)]


def _pdf(count: int, width: float = 300, height: float = 400) -> bytes:
    out = io.BytesIO()
    with pikepdf.Pdf.new() as document:
        for _ in range(count):
            document.add_blank_page(page_size=(width, height))
        document.save(out)
    assert len(pypdfium2.PdfDocument(out.getvalue())) == count
    return out.getvalue()
