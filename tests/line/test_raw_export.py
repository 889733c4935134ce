"""From the ministry's export, with all its private columns, to the village's page and poster."""

from generator.cli import run
from generator.rendering.readback import pdf_text
from tests.intake.conftest import KIND
from tests.intake.exports import HEADINGS, ministry_export, workbook
from tests.intake.test_privacy import LIST, TITLE, everything_below, leaked

NOTICE = f"{KIND}-2026-11-public_notice-990101100201"


def test_a_ministry_export_becomes_a_page_and_a_poster_and_leaves_nothing_else_behind(office, capsys):
    export = ministry_export(40)
    raw = office.root / "导出.xlsx"
    raw.write_bytes(workbook([TITLE, HEADINGS, *export.rows]))
    project = ["--project", str(office.root)]
    assert run(["intake", str(raw), "--kind", KIND, "--replace", *project]) == 0
    assert run(["approve", str(office.root / LIST), "--correction", "重新核对了名单", *project]) == 0
    assert run(["build", *project]) == 0, capsys.readouterr().err
    names = [row[HEADINGS.index("户主姓名")] for row in export.rows if "望山村" in row[HEADINGS.index("所属社")]]
    page = (office.root / f"site/notices/{NOTICE}.html").read_text(encoding="utf-8")
    poster = pdf_text((office.root / f"print/posters/{NOTICE}-A4.pdf").read_bytes())
    assert names and all(name in poster and name not in page for name in names)
    assert f"{len(names)}" in page and "某" in page

    texts = [pdf_text(path.read_bytes()) for path in (office.root / "print").rglob("*.pdf")]
    assert texts
    printed = capsys.readouterr()
    everything = (everything_below(office.root, raw), *(each.encode() for each in (*texts, printed.out, printed.err)))
    assert leaked(export.canaries, *everything) == []
