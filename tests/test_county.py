"""A county: its townships' releases in one, figures added up, nothing made again without need, on one machine or many."""

import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from lxml import html

from audit.browser import PHONE
from generator.cli import run
from generator.release.layout import current_release
from generator.release.manifest import load_manifest
from tests.browser.test_pages import Document
from tests.conftest import REPOSITORY, run_gongshi
from tests.counties import SITE, small_county
from tests.line.test_release import release_tree

TODAY = ("--today", "2026-11-05")
LIST = "data/rounds/2026-11/old_age_allowance.public_notice.csv"
ROWS = "村（社区）,姓名,月津贴金额\n望山村,甄有田,120\n"


@pytest.fixture(scope="module")
def county(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("county") / "qingchuan"
    small_county(REPOSITORY, folder, ("禾风镇", "柳溪镇"))
    result = run_gongshi("build", "--project", folder, *TODAY, "--jobs", "2")
    assert result.returncode == 0, result.stderr
    return folder


@pytest.fixture
def copied(county, tmp_path) -> Path:
    """A county that is free to be spoilt, with its release."""
    folder = tmp_path / "qingchuan"
    shutil.copytree(county, folder, symlinks=True)
    return folder


def build(folder: Path, *options: str) -> int:
    return run(["build", "--project", str(folder), *TODAY, *options])


def approve(folder: Path) -> None:
    path = folder / LIST
    path.write_text(ROWS, encoding="utf-8")
    assert run(["approve", str(path), "--correction", "重新核对了名单", "--project", str(folder)]) == 0


def test_townships_stand_below_the_county_with_all_they_have(county):
    release = current_release(county)
    assert release is not None
    index = html.parse(str(release / "site/townships.html"))
    links = list(index.xpath("//main//ul[@class='villages']//a/@href"))
    assert links == ["townships/t1/index.html", "townships/t2/index.html"]
    home = html.parse(str(release / "site/index.html")).xpath("//main//a/@href")
    assert {"townships.html", *links} <= set(home) and "villages/990101100001.html" not in home
    assert html.parse(str(release / "site/index.html")).xpath("//nav//a[.='我的乡镇']/@href") == ["townships.html"]
    for number in ("t1", "t2"):
        own = release_tree(county / ".build/townships" / number)
        whole = release_tree(county)
        for folder in ("site", "print", "after/site"):
            below = {
                f"{folder}/townships/{number}/{path.removeprefix(f'{folder}/')}": sha
                for path, sha in own.items()
                if path.startswith(f"{folder}/")
            }
            assert below and below.items() <= whole.items()


def test_home_of_the_county_leads_to_what_its_townships_have_on_notice(county):
    """Its own office has nothing on notice, and must not say that nothing is."""
    release = current_release(county)
    assert release is not None
    counts = [
        json.loads((release / f"site/townships/{each}/totals.json").read_text("utf-8"))["on_notice"]
        for each in ("t1", "t2")
    ]
    home = html.parse(str(release / "site/index.html"))
    told = home.xpath("//section[@aria-labelledby='home-notice']//li")
    assert [each.text_content() for each in told] == [
        f"{name}{count}份名单" for name, count in zip(("禾风镇", "柳溪镇"), counts, strict=True)
    ]
    assert f"2个乡镇的{sum(counts)}份名单" in home.xpath("//ul[@class='answers']")[0].text_content()
    assert all(section.xpath(".//a") for section in home.xpath("//main//section"))


def test_figures_of_the_county_are_those_of_its_townships_added_up(county):
    release = current_release(county)
    assert release is not None
    told = [json.loads((release / f"site/townships/{each}/totals.json").read_text("utf-8")) for each in ("t1", "t2")]
    assert [each["name"] for each in told] == ["禾风镇", "柳溪镇"] and all(each["figures"] for each in told)
    for figures in zip(*(each["figures"] for each in told), strict=True):
        page = html.parse(str(release / f"site/totals/{figures[0]['kind']}.html"))
        table = page.xpath(f"//h2[text()='{figures[0]['month_title']}']/following-sibling::div[1]//table")[0]
        *rows, last = [[cell.text_content() for cell in row.xpath("./td")] for row in table.xpath(".//tbody/tr")]
        assert [row[0] for row in (*rows, last)] == ["禾风镇", "柳溪镇", "全县合计"]
        for number in range(len(figures[0]["sums"])):
            amounts = [Decimal(figure["sums"][number]["amount"]) for figure in figures]
            shown = [Decimal(row[number + 1].split()[0].replace(",", "")) for row in (*rows, last)]
            assert shown == [*amounts, sum(amounts)]


def test_pages_of_a_county_are_sound(county, browser):
    """HTML without an error, no link that leads nowhere, nothing that axe finds on a phone."""
    site = (county / "site").resolve()
    pages = [site / "index.html", site / "townships.html", *sorted((site / "totals").glob("*.html"))]
    with browser.new_page(viewport=PHONE) as page:
        for path in pages:
            document = Document(path, site)
            assert document.errors == []
            links = [link for link in document.links if not link.startswith(("#", "tel:", "http"))]
            assert len(links) > 10 and [link for link in links if not document.target(link).is_file()] == []
            page.goto(path.as_uri())
            assert Axe().run(page).response["violations"] == []


def test_any_number_of_jobs_gives_the_same_bytes(county, tmp_path):
    assert build(county, "--jobs", "1", "--out", str(tmp_path)) == 0
    assert release_tree(tmp_path) == release_tree(county)


def test_only_the_township_that_changed_is_made_again(copied, tmp_path, capsys):
    assert build(copied) == 0
    assert "什么都没有变" in capsys.readouterr().out
    approve(copied / "townships/t2")
    capsys.readouterr()
    assert build(copied) == 0
    assert "2 个乡镇，其中 1 个有变化" in capsys.readouterr().out
    assert build(copied, "--clean", "--out", str(tmp_path / "clean")) == 0
    assert release_tree(copied) == release_tree(tmp_path / "clean")


def test_a_township_that_is_gone_leaves_no_page(copied):
    shutil.rmtree(copied / "townships/t2")
    assert build(copied) == 0
    assert not [path for path in release_tree(copied) if "townships/t2/" in path]


def test_one_township_with_an_error_keeps_the_whole_county_as_it_was(copied, capsys):
    before = current_release(copied)
    (copied / "townships/t2" / LIST).write_text(ROWS, encoding="utf-8")
    assert build(copied) == 1
    printed = capsys.readouterr().err
    assert "【t2】" in printed and LIST in printed and "【t1】" not in printed
    assert current_release(copied) == before


def test_a_withdrawal_in_a_township_is_taken_down_from_the_county(copied):
    """Purge needs no build: it takes the page of the release, and the township's own tombstone takes its place."""
    notice = "old_age_allowance-2026-11-public_notice"
    pages = [path for path in release_tree(copied) if f"t1/notices/{notice}" in path and path.startswith("site/")]
    address = Path(pages[0]).stem
    own = str(copied / "townships/t1")
    assert run(["withdraw", f"notices/{address}", "--reason", "名单写错", "--project", own, *TODAY]) == 0
    before = release_tree(copied)
    assert run(["purge", "--project", str(copied), *TODAY]) == 0
    after = release_tree(copied)
    assert after[pages[0]] == before[f"after/{pages[0]}"] != before[pages[0]]
    other = pages[0].replace("townships/t1/", "townships/t2/")
    assert after[other] == before[other]
    assert not [path for path in after if f"print/townships/t1/posters/{address.removeprefix('notices/')}" in path]


def test_an_address_elsewhere_is_refused(copied, capsys):
    settings = copied / "townships/t2/data/office.yaml"
    text = settings.read_text("utf-8").replace(f"{SITE}townships/t2/", "https://elsewhere.example.gov.cn/")
    settings.write_text(text, encoding="utf-8")
    assert build(copied) == 2
    assert f"应为 {SITE}townships/t2/" in capsys.readouterr().err


def test_the_release_can_be_verified(county, capsys):
    assert run(["verify", str(county)]) == 0, capsys.readouterr()


def _folder(path: Path) -> Path:
    path.mkdir()
    return path


@pytest.fixture
def cluster(tmp_path) -> Iterator[tuple[str, list[subprocess.Popen[bytes]]]]:
    """A real scheduler and two workers on this machine: its address, and the workers."""
    file = tmp_path / "scheduler.json"
    command = [sys.executable, "-m", "distributed.cli.dask_scheduler"]
    scheduler = subprocess.Popen(
        [*command, "--host", "127.0.0.1", "--port", "0", "--no-dashboard", "--scheduler-file", str(file)],
        stderr=subprocess.DEVNULL,
    )
    workers = [
        subprocess.Popen(
            [
                *(sys.executable, "-m", "distributed.cli.dask_worker", "--scheduler-file", str(file)),
                *("--nthreads", "1", "--no-nanny", "--no-dashboard", "--local-directory", str(tmp_path / name)),
            ],
            stderr=subprocess.DEVNULL,
            env={**os.environ, "TMPDIR": str(_folder(tmp_path / f"{name}-work"))},
        )
        for name in ("one", "two")
    ]
    for _ in range(300):
        if file.exists():
            break
        time.sleep(0.1)
    address = json.loads(file.read_text("utf-8"))["address"].replace("tcp://", "dask://")
    yield address, workers
    for process in (*workers, scheduler):
        process.kill()
        process.wait()


def test_dask_gives_the_same_bytes_although_a_worker_is_killed(county, cluster, tmp_path):
    address, workers = cluster
    build_ = subprocess.Popen(
        [
            *(sys.executable, "-m", "generator", "build", "--project", str(county), *TODAY),
            *("--out", str(tmp_path / "out"), "--executor", address),
        ],
        cwd=REPOSITORY,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    # In the middle of a unit: its folder is there.
    while build_.poll() is None and not list((tmp_path / "one-work").glob("gongshi-*/office/data")):
        time.sleep(0.05)
    assert build_.poll() is None
    workers[0].kill()
    out, err = build_.communicate(timeout=200)
    assert build_.returncode == 0, err.decode()
    assert "2 个乡镇，其中 2 个有变化" in out.decode()
    assert release_tree(tmp_path / "out") == release_tree(county)


def test_what_is_unchanged_is_not_made_again_elsewhere(copied, cluster, capsys):
    """The release of last time travels along: a township's posters are not compiled again for a change of one page."""
    note = copied / "townships/t2/content/how-to-object.md"
    note.write_text(note.read_text("utf-8") + "\n再问一句也可以。\n", encoding="utf-8")
    before = {path: sha for path, sha in release_tree(copied).items() if path.endswith(".pdf")}
    written = {path: (current_release(copied) / path).stat().st_mtime for path in before}
    assert build(copied, "--executor", cluster[0]) == 0
    assert "2 个乡镇，其中 1 个有变化" in capsys.readouterr().out
    after = release_tree(copied)
    assert before.items() <= after.items()
    assert {path: (current_release(copied) / path).stat().st_mtime for path in before} == pytest.approx(written, abs=1)


@pytest.mark.parametrize("address", ["dask://127.0.0.1:1", "tcp://127.0.0.1:1"])
def test_an_executor_that_is_not_there_is_wrong_set_up(copied, address, capsys):
    (copied / ".build/inputs.json").unlink()
    assert build(copied, "--executor", address, "--clean") == 2
    assert "dask://" in capsys.readouterr().err


def test_an_office_without_townships_has_no_page_of_them(county):
    manifest = load_manifest(current_release(county / ".build/townships/t1"))
    assert manifest is not None
    assert "site/townships.html" not in manifest.files and "site/totals.json" in manifest.files
