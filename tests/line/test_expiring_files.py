"""What is made of many notices goes with the first of them, and what takes its place claims nothing that is gone."""

import hashlib
import json
import re

from generator.cli import run
from tests.line.test_window import everything, only_november
from tests.reading import file_text

VILLAGE = "990101100201"
NOTICE = f"notices/subsistence_allowance-2026-11-public_notice-{VILLAGE}.html"
MASKED = re.compile(r"<bdi>[^<]*某</bdi>")


def package(site) -> dict[str, dict]:
    content = json.loads((site / "datapackage.json").read_text(encoding="utf-8"))
    return {each["path"]: each for each in content["resources"]}


def claims_hold(site) -> None:
    """All that the package and the page of open data speak of is there, with these bytes."""
    for path, resource in package(site).items():
        assert hashlib.sha256((site / path).read_bytes()).hexdigest() == resource["hash"].removeprefix("sha256:")
    page = (site / "open_data.html").read_text(encoding="utf-8")
    assert all((site / path).is_file() for path in re.findall(r'href="(downloads/[^"]+|notices/[^"]+)"', page))


def test_after_the_last_day(office):
    only_november(office)
    assert run(["build", "--project", str(office.root)]) == 0
    site = office.root / "site"
    claims_hold(site)
    listed = [path for path in package(site) if "subsistence_allowance" in path]
    assert sorted(path.rsplit(".", 1)[1] for path in listed) == ["csv", "json", "xlsx"]
    assert MASKED.search(file_text(site / f"offline/{VILLAGE}.zip"))
    assert MASKED.search((site / "fragments" / NOTICE).read_text(encoding="utf-8"))

    assert run(["purge", "--project", str(office.root), "--today", "2026-11-11"]) == 0
    claims_hold(site)
    assert not [path for path in package(site) if "subsistence_allowance" in path]
    assert [path for path in package(site) if "duty_list" in path]
    assert not MASKED.search(everything(site))
    assert "名单撤下" in (site / "fragments" / NOTICE).read_text(encoding="utf-8")
    assert "名单撤下" in file_text(site / f"offline/{VILLAGE}.zip")
    articles = json.loads((site / "portal.json").read_text(encoding="utf-8"))["articles"]
    assert next(each["status"] for each in articles if each["address"].endswith(NOTICE)) == "ended"


def test_after_a_withdrawal(office):
    """Of a list without a last day, too: what was made ahead is not put in place if it tells of that list."""
    assert run(["build", "--project", str(office.root)]) == 0
    site = office.root / "site"
    assert [path for path in package(site) if "duty_list" in path]
    reason = "发现清单里有写错的地方，核实以后重新公布"
    assert run(["withdraw", "duty_list/village_assistant", "--reason", reason, "--project", str(office.root)]) == 0
    assert run(["purge", "--project", str(office.root), "--today", "2026-11-05"]) == 0
    assert not list((site / "downloads").glob("duty_list-*"))
    assert not (site / "datapackage.json").exists()
    assert "下一次更新以后" in (site / "open_data.html").read_text(encoding="utf-8")


def test_an_office_without_fragments(office):
    path = office.root / "data/office.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("fragments: true", "fragments: false"), encoding="utf-8")
    only_november(office)
    assert run(["build", "--project", str(office.root)]) == 0
    assert not (office.root / "site/fragments").exists()
    assert '"fragment"' not in (office.root / "site/portal.json").read_text(encoding="utf-8")
