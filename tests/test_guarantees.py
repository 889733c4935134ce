"""The guarantees' report names every PDF that does not keep one, and no other: a small office with a dozen spoilt files."""

from collections.abc import Callable
from random import Random

import pikepdf
import pytest

from audit.checkers import checker
from audit.guarantees import again
from audit.guarantees.known import Known
from audit.sample import Sample
from generator.edition.orders import contents
from generator.project import Project
from generator.rendering import make_press
from generator.rendering.qr import qr_svg
from generator.rendering.typst import compile_poster
from tests.numbers import id_number

SUBSISTENCE, OLD_AGE = (
    "subsistence_allowance-2026-{}-990101100{}-A4.pdf",
    "old_age_allowance-2026-{}-990101100{}-A4.pdf",
)
NOTICE, ANNOUNCEMENT = "11-public_notice", "10-announcement"
LARGER = f"print/posters/{SUBSISTENCE.format(NOTICE, '001')}"
ROW_LOST = f"print/posters/{SUBSISTENCE.format(NOTICE, '201')}"
AMOUNT_CHANGED = f"site/posters/{SUBSISTENCE.format(NOTICE, '001')}"
UNMASKED = f"site/posters/{SUBSISTENCE.format(NOTICE, '201')}"
TO_NOWHERE = f"print/posters/{SUBSISTENCE.format(ANNOUNCEMENT, '001')}"
NO_GLYPH = f"print/posters/{SUBSISTENCE.format(ANNOUNCEMENT, '201')}"
NOT_EMBEDDED = f"print/posters/{OLD_AGE.format(NOTICE, '001')}"
OTHER_STANDARD = f"print/posters/{OLD_AGE.format(NOTICE, '201')}"
NAMES_SOMEBODY = f"print/posters/{OLD_AGE.format(ANNOUNCEMENT, '001')}"
HOLDS_AN_ID = f"site/posters/{OLD_AGE.format(ANNOUNCEMENT, '001')}"
GONE = f"site/posters/{OLD_AGE.format(ANNOUNCEMENT, '201')}"
BROKEN = "print/posters/duty_list-village_assistant-A3.pdf"
PAGE_LOST = "print/packs/990101100001-A4.pdf"
SPOILT = {LARGER, ROW_LOST, AMOUNT_CHANGED, UNMASKED, TO_NOWHERE, NO_GLYPH, NOT_EMBEDDED, OTHER_STANDARD}
SPOILT |= {NAMES_SOMEBODY, HOLDS_AN_ID, BROKEN, PAGE_LOST}


@pytest.fixture
def known(published: Project) -> Known:
    """A small office with its release, spoilt."""
    known = Known(published.root, published.root)
    name = next(iter(known.people))
    _edited(known, LARGER, lambda pdf: pdf.pages[0].obj.MediaBox.__setitem__(2, 600))
    _edited(known, NO_GLYPH, _with_glyph_0)
    _edited(known, NOT_EMBEDDED, _without_font_file)
    _edited(known, OTHER_STANDARD, _as_pdf_a_3)
    _edited(known, NAMES_SOMEBODY, lambda pdf: pdf.docinfo.__setitem__("/Subject", f"给{name}的公示"))
    _edited(known, HOLDS_AN_ID, lambda pdf: pdf.docinfo.__setitem__("/Subject", id_number(Random(1))))
    _edited(known, PAGE_LOST, lambda pdf: pdf.pages.__delitem__(-1))
    rows = known.planned[ROW_LOST].content["rows"]
    _compiled(known, ROW_LOST, rows=rows[:-1])
    (*others, _), *rows = known.planned[AMOUNT_CHANGED].content["rows"]
    _compiled(known, AMOUNT_CHANGED, rows=[[*others, "1.00"], *rows])
    _compiled(known, UNMASKED, rows=known.planned[UNMASKED.replace("site/", "print/")].content["rows"])
    _compiled(known, TO_NOWHERE, qr=qr_svg(known.planned[TO_NOWHERE].content["url"].replace(".html", "0.html")))
    (known.built / BROKEN).write_bytes(b"%PDF-1.7")
    (known.built / GONE).unlink()
    return known


def test_every_spoilt_pdf_is_named_where_it_fails_and_no_other(known: Known):
    verdicts = {each.what: each for each in checker("guarantees").verdicts(Sample(known.built, "", known.office))}
    failed = {what: {each.partition(": ")[0] for each in verdict.complaints} for what, verdict in verdicts.items()}
    repeated = set(again.chosen({path.relative_to(known.built).as_posix() for path in Sample(known.built, "").posters}))
    assert failed == {
        "every poster promised is there": {GONE},
        "page size and count as asked": {LARGER, PAGE_LOST, BROKEN},
        "every entry once, equal to list and page": {ROW_LOST, AMOUNT_CHANGED, UNMASKED, PAGE_LOST, BROKEN},
        "every text of every sheet extractable": {ROW_LOST, AMOUNT_CHANGED, UNMASKED, PAGE_LOST, BROKEN},
        "every glyph there, fonts embedded": {NO_GLYPH, NOT_EMBEDDED, BROKEN},
        "QR codes lead to pages of the site": {TO_NOWHERE, BROKEN},
        "PDF/A-2a and PDF/UA-1 declared": {OTHER_STANDARD, BROKEN},
        "metadata without personal data": {NAMES_SOMEBODY, HOLDS_AN_ID, BROKEN},
        "byte-identical when compiled again": SPOILT & repeated,
    }
    assert not any(each.ok for each in verdicts.values())
    assert len(SPOILT & repeated) > 5


def test_where_there_are_no_pdfs_no_guarantee_is_kept(office: Project):
    """What was not looked at has not passed."""
    for name, content in (("print/index.html", "<p>"), ("site/release.json", '{"today": "2026-11-05"}')):
        (office.root / name).parent.mkdir()
        (office.root / name).write_text(content, encoding="utf-8")
    verdicts = list(checker("guarantees").verdicts(Sample(office.root, "", office.root)))
    assert verdicts and not any(each.ok for each in verdicts)


def _edited(known: Known, name: str, edit: Callable[[pikepdf.Pdf], None]) -> None:
    with pikepdf.open(known.built / name, allow_overwriting_input=True) as document:
        edit(document)
        document.save()


def _compiled(known: Known, name: str, **changes: object) -> None:
    """The poster with other contents."""
    sheet, press = known.planned[name], make_press(known.project)
    (content,) = contents(sheet, "A4", known.sizes)
    template = press.source(f"posters/{sheet.look}.typ")
    drawn = {**content, "qr": qr_svg(content["url"]), **changes}
    (known.built / name).write_bytes(compile_poster(template, press.font_folders, drawn, sheet.published))


def _with_glyph_0(document: pikepdf.Pdf) -> None:
    """Before the first letters of the sheet."""
    page = document.pages[0]
    instructions = list(pikepdf.parse_content_stream(page))
    first = next(each for each in instructions if str(each.operator) in ("Tj", "TJ"))
    at = instructions.index(first)
    extra = pikepdf.ContentStreamInstruction([pikepdf.String(b"\0\0")], pikepdf.Operator("Tj"))
    stream = pikepdf.unparse_content_stream([*instructions[:at], extra, *instructions[at:]])
    page.Contents = document.make_stream(stream)


def _without_font_file(document: pikepdf.Pdf) -> None:
    font = next(iter(document.pages[0].Resources.Font.values()))
    descriptor = font.DescendantFonts[0].FontDescriptor
    for name in [each for each in descriptor if each.startswith("/FontFile")]:
        del descriptor[name]


def _as_pdf_a_3(document: pikepdf.Pdf) -> None:
    metadata = document.Root.Metadata
    metadata.write(metadata.read_bytes().replace(b"<pdfaid:part>2<", b"<pdfaid:part>3<"))
