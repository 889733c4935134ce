"""What every recipe must do, told once: publish, refuse a faulty cell, take names down, publish again."""

import csv
import hashlib
import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal
from functools import partial
from pathlib import Path

from generator.release.layout import current_release
from generator.release.manifest import load_manifest
from tests.conftest import run_gongshi
from tests.recipes.cron import run_script, settle
from tests.recipes.github import run_workflow
from tests.recipes.gitlab import run_pipeline
from tests.recipes.repository import Repository, Run, fetch, served

LIST = "data/rounds/2026-11/old_age_allowance.public_notice.csv"
VILLAGE = "望山村"
PAGE = "notices/old_age_allowance-2026-11-public_notice-990101100201.html"
POSTER = "posters/old_age_allowance-2026-11-public_notice-990101100201-A4.pdf"
# Noon of 2026-11-20 in Shanghai; the corrected notice stands until 2026-11-13.
LATER = {"SOURCE_DATE_EPOCH": str(int(datetime(2026, 11, 20, 4, tzinfo=UTC).timestamp()))}


@dataclass(frozen=True)
class Recipe:
    """How to run one (with more variables), where it publishes `site/`, keeps `print/` and the last releases.

    `faults` are the files and lines that a run pointed out as wrong, each where its server looks for them.
    """

    run: Callable[[Mapping[str, str]], Run]
    site: Path
    board: Path
    release: Path
    faults: Callable[[Run], set[tuple[str, int]]]


def github(repository: Repository, folder: Path) -> Recipe:
    site, keep = folder / "portal", folder / "keep"
    for place in (site, keep):
        place.mkdir(parents=True, exist_ok=True)
    variables = {"GONGSHI_SITE": str(site), "GONGSHI_KEEP": str(keep), "GONGSHI_KNOWN_HOSTS": "portal ssh-ed25519 AAAA"}
    secrets = {"GONGSHI_SSH_KEY": "no key: both places are folders here"}
    run = partial(run_workflow, repository, folder, variables, secrets)
    return Recipe(run, site, keep / "print", keep, _annotations)


def gitlab(repository: Repository, folder: Path) -> Recipe:
    artifacts = folder / "artifacts"
    return Recipe(
        partial(run_pipeline, repository, folder),
        folder / "pages",
        artifacts / "build" / "print",
        folder / "cache" / "release-main" / "release",
        lambda _: _code_quality(artifacts / "check" / "codequality.json"),
    )


def cron(repository: Repository, folder: Path) -> Recipe:
    settings = settle(repository, folder)
    out = folder / "out"
    return Recipe(partial(run_script, settings), out / "site", out / "print", out, _lines_of_the_log)


def _annotations(run: Run) -> set[tuple[str, int]]:
    return {(file, int(line)) for file, line in re.findall(r"^::error file=([^,]+),line=(\d+),", run.log, re.M)}


def _code_quality(report: Path) -> set[tuple[str, int]]:
    places = [issue["location"] for issue in json.loads(report.read_text(encoding="utf-8"))]
    return {(place["path"], place["lines"]["begin"]) for place in places}


def _lines_of_the_log(run: Run) -> set[tuple[str, int]]:
    return {(file, int(line)) for file, line in re.findall(r" 错误 (\S+) [A-Z]+(\d+) ", run.summary)}


RECIPES: dict[str, Callable[[Repository, Path], Recipe]] = {"github": github, "gitlab": gitlab, "cron": cron}


def tell(recipe: Recipe, repository: Repository) -> Iterator[str]:
    """Runs the recipe through an office's month; yields what has just been proved."""
    run = recipe.run({})
    assert run.ok, run.log
    assert home_page(recipe) == digest_of(recipe, "site/index.html"), "the home page is not the new release's"
    assert names_are_shown(recipe) and (recipe.board / POSTER).is_file()
    assert status(recipe, "../print/index.html") == status(recipe, "print/index.html") == 404
    yield "推送：检查、生成、发布，首页就是新版本；海报只在内部"

    total = approve_more(repository)
    repository.push("A correction, approved anew")
    run = recipe.run({})
    assert run.ok, run.log
    assert f"{total:,.2f}" in page(recipe)
    yield "批准后推送：新的数已经公布"

    before = tree(recipe.site)
    line = write_amount(repository, "六十元")
    repository.push("A slip of the pen")
    run = recipe.run({})
    assert not run.ok
    assert (LIST, line) in recipe.faults(run)
    assert tree(recipe.site) == before and names_are_shown(recipe)
    yield "有错的格子：检查不通过，指出文件和格子，网站没有变"

    run = recipe.run(LATER)
    assert not run.ok
    assert not names_are_shown(recipe) and not (recipe.board / POSTER).exists()
    yield "期满当天夜里，数据仍有错：名单照样撤下，并报告没有生成"

    write_amount(repository, "120.00")
    repository.push("Put right")
    run = recipe.run(LATER)
    assert run.ok, run.log
    assert home_page(recipe) == digest_of(recipe, "site/index.html")
    assert not names_are_shown(recipe) and not (recipe.board / POSTER).exists()
    yield "改正后推送：又是新版本，名单没有回来"


def approve_more(repository: Repository) -> Decimal:
    """A higher amount for the first of the village, approved; returns the village's new total."""
    write_amount(repository, "120.00")
    path = repository.work / LIST
    assert run_gongshi("approve", path, "--correction", "标准调整", "--project", repository.work).returncode == 0
    with path.open(encoding="utf-8", newline="") as file:
        return sum((Decimal(row[-1]) for row in csv.reader(file) if row[0] == VILLAGE), Decimal())


def write_amount(repository: Repository, amount: str) -> int:
    """Writes the amount of the first person of the village; returns the line."""
    path = repository.work / LIST
    lines = path.read_text(encoding="utf-8").splitlines()
    number = next(number for number, line in enumerate(lines) if line.startswith(f"{VILLAGE},"))
    lines[number] = f"{lines[number].rpartition(',')[0]},{amount}"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return number + 1


def names_are_shown(recipe: Recipe) -> bool:
    """Whether the notice's page still has its list; a tombstone says that it was taken down."""
    text = page(recipe)
    assert ("名单撤下" in text) != ("<table" in text), "neither a notice nor a tombstone"
    return "<table" in text


def page(recipe: Recipe) -> str:
    with served(recipe.site) as address:
        code, _, content = fetch(address + PAGE)
    assert code == 200
    return content.decode("utf-8")


def home_page(recipe: Recipe) -> str:
    """The digest of the home page as it is served."""
    with served(recipe.site) as address:
        return hashlib.sha256(fetch(address)[2]).hexdigest()


def status(recipe: Recipe, path: str) -> int:
    with served(recipe.site) as address:
        return fetch(address + path)[0]


def digest_of(recipe: Recipe, path: str) -> str:
    """The digest of a file in the newest release."""
    manifest = load_manifest(current_release(recipe.release))
    assert manifest is not None
    return manifest.files[path].sha256


def tree(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
