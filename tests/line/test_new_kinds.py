"""Adding a kind is adding a file: one of rows and one of records, without touching Python."""

from generator.cli import run
from generator.release.layout import current_release
from generator.release.manifest import load_manifest
from generator.rendering.readback import pdf_text
from tests.sample_office.regenerate import STANDING, approve_all

ROWS_KIND = """
schema: 1
title: 冬季取暖补贴
short_title: 取暖补贴
section: relief
shape: rows
per: village
state: live
entry_unit: 户
lists: {board: named, web: named}
catalogue_rows: []
legal_bases: [社会救助法]
stages: [public_notice, announcement]
columns:
  - {name: place, title: 村（社区）, type: village, board: full, web: full}
  - {name: head, title: 户主姓名, type: person_name, board: full, web: surname}
  - {name: subsidy, title: 补贴金额, type: money, unit: 元, board: full, web: full}
identity: [place, head]
totals:
  - {name: subsidy, title: 补贴合计, sum: subsidy}
page: list
posters:
  - {look: notice_list, sizes: [A4], channels: [board, web]}
downloads: [csv]
"""
RECORD_KIND = """
schema: 1
title: 便民服务点
short_title: 服务点
section: policies
shape: record
per: office
state: live
entry_unit: 个
lists: {board: named, web: named}
catalogue_rows: []
legal_bases: []
stages: [standing]
columns:
  - {name: title, title: 名称, type: text, board: full, web: full}
  - {name: opened, title: 开放日期, type: date, board: full, web: full}
  - {name: services, title: 能办的事, type: list, board: full, web: full}
identity: [title]
totals: []
page: record
posters: []
downloads: [csv]
"""
LIST = "村（社区）,户主姓名,补贴金额\n望山村,甄有田,36.50\n街心社区,欧阳秋月,40\n"
RECORD = '名称: 望山村便民服务点\n开放日期: "2026-03-08"\n能办的事: [代交水费, 代办社保]\n'


def test_kinds_of_an_office_of_its_own_need_no_python(office, capsys, monkeypatch):
    data = office.root / "data"
    (data / "kinds" / "heating_subsidy.yaml").write_text(ROWS_KIND, encoding="utf-8")
    (data / "kinds" / "service_point.yaml").write_text(RECORD_KIND, encoding="utf-8")
    (data / "rounds" / "2026-11" / "heating_subsidy.public_notice.csv").write_text(LIST, encoding="utf-8")
    (data / "standing" / "service_point").mkdir()
    (data / "standing" / "service_point" / "wangshan.yaml").write_text(RECORD, encoding="utf-8")
    monkeypatch.setitem(STANDING, "service_point", STANDING["policy_document"])
    approve_all(office)
    assert run(["build", "--project", str(office.root)]) == 0, capsys.readouterr().err
    site, board = office.root / "site", office.root / "print"

    page = (site / "notices/heating_subsidy-2026-11-public_notice-990101100201.html").read_text(encoding="utf-8")
    assert "望山村冬季取暖补贴名单公示（2026年11月）" in page
    assert "甄某某" in page and "甄有田" not in page and "36.50" in page
    poster = (board / "posters/heating_subsidy-2026-11-public_notice-990101100201-A4.pdf").read_bytes()
    assert "甄有田" in pdf_text(poster) and "36.50" in pdf_text(poster)
    masked = (site / "posters/heating_subsidy-2026-11-public_notice-990101100001-A4.pdf").read_bytes()
    assert "欧阳某某" in pdf_text(masked) and "欧阳秋月" not in pdf_text(masked)
    table = (site / "downloads/heating_subsidy-2026-11-public_notice.csv").read_text(encoding="utf-8-sig")
    assert table.splitlines() == [
        "村（社区）,户主姓名,补贴金额",
        "望山村,甄某某,36.50",
        "街心社区,欧阳某某,40.00",
    ]
    record = (site / "service_point/wangshan.html").read_text(encoding="utf-8")
    assert "代交水费" in record and "2026年3月8日" in record
    assert "冬季取暖补贴" in (site / "relief.html").read_text(encoding="utf-8")
    assert "service_point/wangshan.html" in (site / "policies.html").read_text(encoding="utf-8")
    assert load_manifest(current_release(office.root)).files["site/kinds/heating_subsidy.html"]


def test_a_draft_kind_is_checked_but_not_published(office, capsys):
    draft = ROWS_KIND.replace("state: live", "state: draft")
    (office.root / "data/kinds/heating_subsidy.yaml").write_text(draft, encoding="utf-8")
    assert run(["build", "--project", str(office.root)]) == 0, capsys.readouterr().err
    assert not (office.root / "site/kinds/heating_subsidy.html").exists()


def test_a_list_of_a_draft_kind_is_checked_but_not_published(office, capsys):
    kind = office.root / "data/kinds/heating_subsidy.yaml"
    kind.write_text(ROWS_KIND.replace("state: live", "state: draft"), encoding="utf-8")
    path = office.root / "data/rounds/2026-11/heating_subsidy.public_notice.csv"
    path.write_text(LIST, encoding="utf-8")
    approve_all(office)
    assert run(["build", "--project", str(office.root)]) == 0, capsys.readouterr().err
    built = [*(office.root / "site").rglob("*"), *(office.root / "print").rglob("*")]
    assert built and not [path.name for path in built if "heating_subsidy" in path.name]
    assert "取暖补贴" not in (office.root / "site/relief.html").read_text(encoding="utf-8")
    path.write_text(LIST.replace("36.50", "三十六元"), encoding="utf-8")
    assert run(["check", "--project", str(office.root)]) == 1
    assert "heating_subsidy.public_notice.csv C2" in capsys.readouterr().err
