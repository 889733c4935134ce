"""Makes the sample office's lists again: `python -m tests.sample_office.regenerate [FOLDER]`.

Seeded, so that the same lists come out anywhere. County, township, people and
phone numbers are invented. Writes `data/rounds/`, the fund ledger, every
approval statement and the register of index numbers of FOLDER (default: this repository).
"""

import csv
import sys
from collections.abc import Mapping
from datetime import date, datetime
from hashlib import sha256
from pathlib import Path
from random import Random

import xlsxwriter

from generator.approvals import LEDGER, append, load_ledger, statement_bytes, statement_digest
from generator.kinds import Kind, load_kinds
from generator.office import load_office
from generator.project import Project
from generator.rounds.approve import Decision, Terms, make_statement
from generator.rounds.index_numbers import record_index_numbers
from generator.sources import read
from generator.sources.listings import Listing, candidates, listing_of
from generator.tables import read_table
from tests.sample_office.ledger import ledger_rows
from tests.sample_office.other_lists import add_other_lists, reserve_fund_rows
from tests.sample_office.relief import Lists, make_lists
from tests.sample_office.rounds import ROUNDS, write_round
from tests.sample_office.work import work_lists

SEED = 20261105
HEADINGS = {
    "subsistence_allowance": ["村（社区）", "户主姓名", "保障人口", "月保障金额"],
    "extreme_poverty_support": ["村（社区）", "姓名", "供养方式", "月供养金额"],
    "temporary_assistance": ["村（社区）", "申请人姓名", "救助类型", "救助金额"],
    "old_age_allowance": ["村（社区）", "姓名", "月津贴金额"],
    "medical_assistance": ["村（社区）", "申请人姓名", "救助金额档次"],
    "price_subsidy": ["村（社区）", "户数", "人数", "补贴金额"],
    "disaster_money": ["村（社区）", "户主姓名", "救助种类", "救助金额"],
    "disaster_goods": ["村（社区）", "户主姓名", "物资", "数量"],
    "housing_repair": ["村（社区）", "户主姓名", "改造方式", "补助金额"],
    "visiting_list": ["村（社区）", "姓名", "慰问金"],
    "benefits_card_subsidy": ["村（社区）", "户主姓名", "补贴项目", "补贴金额"],
    "care_facility_subsidy": ["养老机构", "补贴时段", "补贴床位", "补贴金额"],
    "charity_donation": ["序号", "日期", "署名", "捐赠单位", "捐赠人", "捐款", "捐赠物资", "数量", "指定用途"],
    "charity_use": ["序号", "日期", "环节", "用途", "受益户数", "金额", "结余", "会议记录"],
    "disability_subsidies": ["村（社区）", "生活补贴人数", "护理补贴人数"],
    "children_in_difficulty": ["村（社区）", "孤儿", "事实无人抚养儿童", "困境儿童", "留守儿童"],
}
# What stands for long was decided on these days, under these numbers.
STANDING = {
    "duty_list": Decision("晴川县禾风镇人民政府", date(2026, 7, 20), "禾政发〔2026〕21号", "禾联纪〔2026〕14号"),
    "fund_ledger": Decision(
        "晴川县禾风镇人民政府",
        date(2026, 11, 3),
        "禾政财〔2026〕11号",
        "禾联纪〔2026〕23号",
        {"audit": "审计意见（2026年11月，镇财政所）"},
    ),
    "service_guide": Decision("晴川县禾风镇人民政府", date(2026, 7, 20), "禾政发〔2026〕22号", "禾联纪〔2026〕14号"),
    "reserve_fund": Decision(
        "晴川县禾风镇人民政府",
        date(2026, 11, 3),
        "禾政财〔2026〕12号",
        "禾联纪〔2026〕23号",
        {"audit": "审计意见（2026年11月，镇财政所）"},
    ),
    "supervision_channel": Decision(
        "晴川县禾风镇人民政府", date(2026, 7, 20), "禾政办〔2026〕8号", "禾联纪〔2026〕14号"
    ),
    "village_rules": Decision("晴川县禾风镇人民政府", date(2026, 4, 10), "禾政民备〔2026〕3号", "禾联纪〔2026〕13号"),
    "policy_document": Decision("晴川县禾风镇人民政府", date(2026, 7, 21), "禾政办〔2026〕9号", ""),
    "work_target/2026-09": Decision(
        "晴川县禾风镇人民政府", date(2026, 10, 8), "禾政办〔2026〕15号", "禾联纪〔2026〕19号"
    ),
    "work_target/2026-10": Decision(
        "晴川县禾风镇人民政府", date(2026, 11, 3), "禾政办〔2026〕17号", "禾联纪〔2026〕23号"
    ),
    "home_visit/2026-09": Decision(
        "晴川县禾风镇人民政府", date(2026, 10, 8), "禾政办〔2026〕16号", "禾联纪〔2026〕19号"
    ),
    "home_visit/2026-10": Decision(
        "晴川县禾风镇人民政府", date(2026, 11, 3), "禾政办〔2026〕18号", "禾联纪〔2026〕23号"
    ),
    "training": Decision("晴川县禾风镇人民政府", date(2026, 10, 8), "禾政办〔2026〕14号", "禾联纪〔2026〕19号"),
    "care_home": Decision("晴川县禾风镇人民政府", date(2026, 7, 20), "禾政发〔2026〕23号", "禾联纪〔2026〕14号"),
    "work_fund": Decision(
        "晴川县禾风镇人民政府",
        date(2026, 11, 3),
        "禾政财〔2026〕13号",
        "禾联纪〔2026〕23号",
        {"audit": "审计意见（2026年11月，镇财政所）"},
    ),
}


def regenerate(root: Path) -> None:
    """Writes the lists, then approves every list of the folder."""
    project = Project(root)
    villages = _villages(root)
    taken = _staff(root)
    lists = make_lists(Random(SEED), villages, taken)
    add_other_lists(lists, Random(SEED + 1), villages, taken)
    kinds, _ = load_kinds(project)
    for name in ROUNDS:
        folder = root / "data" / "rounds" / name
        folder.mkdir(parents=True, exist_ok=True)
        write_round(folder, name, _listed(lists, name, kinds), kinds)
        _write_lists(folder, name, lists)
    _write_standing(root, "fund_ledger/2025-11-to-2026-10.csv", ledger_rows(Random(SEED), lists, villages))
    _write_standing(root, "reserve_fund/2026.csv", reserve_fund_rows())
    for name, rows in work_lists(Random(SEED), villages).items():
        _write_standing(root, f"{name}.csv", rows)
    (root / LEDGER).unlink(missing_ok=True)
    approve_all(project)


def approve_all(project: Project) -> None:
    """A statement for every list, its line in the ledger and its index numbers; raises if any list has a finding."""
    office, findings = load_office(project)
    kinds, kind_findings = load_kinds(project)
    ledger, ledger_findings = load_ledger(project)
    problems = (*findings, *kind_findings, *ledger_findings)
    assert office is not None and not problems, problems
    made = []
    # Announcements after public notices: they name the statement that they follow.
    for path in sorted(candidates(project), key=lambda path: "announcement" in path.name):
        listing = listing_of(project, path)
        assert listing is not None, path
        sheet, findings = read(path, listing.file)
        assert sheet is not None, findings
        table, findings = read_table(listing, kinds[listing.kind], sheet)
        assert not findings, findings
        terms = Terms(_salt(listing.reference), _decision(listing))
        statement, findings = make_statement(table, office, terms)
        assert statement is not None, findings
        listing.statement_path.write_bytes(statement_bytes(statement))
        record_index_numbers(project, table, office)
        made.append(statement)
    for statement in sorted(made, key=lambda each: (each.decided_on, each.list)):
        latest = ledger.last("approve", statement.list)
        if latest is None or latest.sha256 != statement_digest(statement):
            digest = statement_digest(statement)
            ledger = append(project, ledger, statement.decided_on, "approve", statement.list, digest)


def _decision(listing: Listing) -> Decision | None:
    """That of the list itself (monthly ones), or of its kind."""
    return STANDING.get(f"{listing.kind}/{listing.id}") or STANDING.get(listing.kind)


def _salt(reference: str) -> str:
    """A sample has no secrets, and must come out the same: its salts are drawn from the list's name."""
    return sha256(f"{SEED} {reference}".encode()).hexdigest()[:32]


def _write_lists(folder: Path, name: str, lists: Lists) -> None:
    for (kind, round_name, stage), rows in lists.items():
        if round_name != name:
            continue
        content = [HEADINGS[kind], *rows]
        if kind == "temporary_assistance" and stage == "announcement":
            _write_xlsx(folder / f"{kind}.{stage}.xlsx", content)
        else:
            _write_csv(folder / f"{kind}.{stage}.csv", content)


def _listed(lists: Lists, name: str, kinds: Mapping[str, Kind]) -> dict[tuple[str, str], list[str]]:
    """The villages on each list of a round; the first column of village lists names them."""
    return {
        (kind, stage): list(dict.fromkeys(row[0] for row in rows)) if kinds[kind].village_column else []
        for (kind, round_name, stage), rows in lists.items()
        if round_name == name
    }


def _write_standing(root: Path, name: str, rows: list[list[str]]) -> None:
    path = root / "data" / "standing" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    _write_csv(path, rows)


def _write_csv(path: Path, rows: list[list[str]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows(rows)


def _write_xlsx(path: Path, rows: list[list[str]]) -> None:
    with xlsxwriter.Workbook(path) as workbook:
        # A fixed day instead of the clock, so that the same bytes come out.
        workbook.set_properties({"created": datetime(2026, 1, 1)})
        sheet = workbook.add_worksheet("名单")
        for number, row in enumerate(rows):
            sheet.write_row(
                number, 0, [float(cell) if number and cell.replace(".", "").isdigit() else cell for cell in row]
            )


def _villages(root: Path) -> list[tuple[str, str, int]]:
    """(name, 村 or 社区, population)"""
    with (root / "data" / "registers" / "villages.csv").open(encoding="utf-8") as file:
        return [(row["名称"], row["类型"], int(row["人口"])) for row in csv.DictReader(file)]


def _staff(root: Path) -> set[str]:
    with (root / "data" / "registers" / "staff.csv").open(encoding="utf-8") as file:
        return {row["姓名"] for row in csv.DictReader(file)}


if __name__ == "__main__":
    regenerate(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parents[2])
