"""Times the search: `python -m benchmarks.search [--notices 10000 50000] [--villages 60]`.

An invented office of many villages and months, each list in most of the
villages: how long its index takes to make, how large it is as sent (gzip), and
how long the browser takes to open it and to answer the questions of
`tests/browser/questions.yaml` (each the best of three). Above
10,000 pages the first query loads the newest year only; "all years" is after
the rest was asked for. Guides, policies and hand-written pages are left out:
they are as many as before, 15 kB in the sample office.
"""

import argparse
import gzip
import tempfile
import time
from dataclasses import replace
from datetime import date
from pathlib import Path
from random import Random

import yaml

from audit.browser import running
from generator.artifacts import HTML, About, Artifact
from generator.edition import Edition
from generator.edition.search.index import scripts
from generator.kinds import Kind, load_kinds
from generator.notices import Approval, Facts, Tombstone, WebNotice
from generator.office import Office, Village, load_office
from generator.project import Project
from generator.rendering import make_press

REPOSITORY = Path(__file__).parents[1]
NEWEST = 2026 * 12 + 9
_IN_A_VILLAGE = 0.7
_APPROVAL = Approval("镇政府", date(2026, 10, 8), "", "", "", 1, 1, "2026-10-09 09:00", "")
# Opens the index, adds years, asks everything; milliseconds.
MEASURE = """([questions, years]) => {
  const any = {village: '', kind: '', month: '', status: ''}, start = performance.now();
  const engine = gongshiSearch.open(gongshiIndex);
  years.forEach(year => engine.add(gongshiIndex[year]));
  const opened = performance.now() - start;
  const ask = question => {
    const start = performance.now();
    engine.find(question, any).take(20);
    return performance.now() - start;
  };
  const best = question => Math.min(ask(question), ask(question), ask(question));
  const times = questions.map(best).sort((one, other) => one - other);
  return [opened, times[times.length >> 1], times[times.length - 1]];
}"""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--notices", type=int, nargs="+", default=[10_000, 50_000])
    parser.add_argument("--villages", type=int, default=60)
    asked = parser.parse_args()
    titles = ("made in s", "first kB", "all kB", "", "open ms", "median", "slowest")
    print(f"{'notices':>9}" + "".join(f"{title:>11}" for title in titles))
    for count in asked.notices:
        edition = office_of(count, asked.villages)
        made = [
            Artifact(f"site/{each.address}.html", HTML, "", None, bytes, about=_about(each)) for each in edition.facts
        ]
        press = make_press(Project(REPOSITORY))
        start = time.perf_counter()
        files = scripts(edition, press, made, 0)
        seconds = time.perf_counter() - start
        sizes = {name: len(gzip.compress(text.encode())) / 1000 for name, text in files.items()}
        years = [name.removeprefix("search-index-").removesuffix(".js") for name in list(files)[1:]]
        for title, loaded in (("newest", []), ("all years", years)):
            opened, median, slowest = in_the_browser(files, loaded)
            sent = f"{sizes['search-index.js']:11.0f}{sum(sizes.values()):11.0f}"
            print(f"{count:9}{seconds:11.2f}{sent}{title:>11}{opened:11.1f}{median:11.1f}{slowest:11.1f}")


def _about(facts: Facts) -> About:
    return About(facts.title, facts.list_title, "", "", ())


def office_of(count: int, villages: int) -> Edition[WebNotice]:
    """So many notices: every kind per village, public notice and announcement, month by month backwards."""
    project = Project(REPOSITORY)
    office, _ = load_office(project)
    kinds, _ = load_kinds(project)
    assert office is not None
    places = _villages(office, villages)
    office = replace(office, registers=office.registers.model_copy(update={"villages": places}))
    per_village = [kind for kind in kinds.values() if kind.per == "village" and kind.section == "relief"]
    facts: list[Facts] = []
    month, random = NEWEST, Random(20261105)
    while len(facts) < count:
        for kind in per_village:
            for stage in kind.stages[:2]:
                facts += [_facts(kind, each, month, stage) for each in places if random.random() < _IN_A_VILLAGE]
        month -= 1
    shown = [WebNotice(each, (), (), ()) for each in facts[:count] if each.round == facts[0].round]
    gone = [Tombstone(each, "superseded") for each in facts[len(shown) : count]]
    return Edition("web", office, kinds, date(2026, 10, 20), tuple(shown), tuple(gone))


def _villages(office: Office, count: int) -> tuple[Village, ...]:
    """Numbered in Chinese, as no digit may stand in the name of a village."""
    numerals = str.maketrans("0123456789", "甲乙丙丁戊己庚辛壬癸")
    first, codes = office.registers.villages[0], range(990101200001, 990101200001 + count)
    names = [f"{number:03}".translate(numerals) + "村" for number in range(count)]
    return tuple(first.model_copy(update={"code": str(c), "name": n}) for c, n in zip(codes, names, strict=True))


def _facts(kind: Kind, village: Village, month: int, stage: str) -> Facts:
    year, number = divmod(month, 12)
    name, title = f"{year}-{number + 1:02}", f"{year}年{number + 1}月"
    words = {"public_notice": "公示", "announcement": "公布", "notice_of_ending": "终止公示"}[stage]
    return Facts(
        address=f"notices/{kind.id}-{name}-{stage}-{village.code}",
        kind=kind.id,
        section=kind.section,
        title=f"{village.name}{kind.title}名单{words}（{title}）",
        list_title=kind.title,
        noun="名单",
        stage=stage,
        stage_title=words,
        round=name,
        round_title=title,
        village_code=village.code,
        village=village.name,
        entry_unit=kind.entry_unit,
        count=1,
        totals=(),
        first_day=date(year, number + 1, 9),
        last_day=date(year, number + 1, 19),
        until=date(year, number + 1, 19),
        reference=f"{name}/{kind.id}.{stage}",
        approval=replace(_APPROVAL, document_number=f"禾政民示〔{year}〕{month % 97 + 1}号"),
    )


def in_the_browser(files: dict[str, str], years: list[str]) -> tuple[float, float, float]:
    """Milliseconds to open the index, and for the median and the slowest question."""
    questions = list(yaml.safe_load((REPOSITORY / "tests/browser/questions.yaml").read_text(encoding="utf-8")))
    questions += ["甲乙丙村低保", "甲甲丙村高龄津贴2026年9月", "甲甲乙村"]
    engine = (REPOSITORY / "site_templates/assets/search-engine.js").read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory() as folder, running(Path(folder)) as browser:
        page_file = Path(folder) / "page.html"
        scripts_ = [engine, files["search-index.js"], *(files[f"search-index-{year}.js"] for year in years)]
        page_file.write_text("<meta charset=utf-8>" + "".join(f"<script>{each}</script>" for each in scripts_), "utf-8")
        page = browser.new_page()
        page.goto(page_file.as_uri())
        opened, median, slowest = page.evaluate(MEASURE, [questions, years])
    return opened, median, slowest


if __name__ == "__main__":
    main()
