"""Makes the sample office's lists again: `python -m tests.sample_office.regenerate [FOLDER]`.

Seeded, so that the same lists come out anywhere. County, township, people and
phone numbers are invented. Writes `data/rounds/`, the fund ledger and every
approval statement of FOLDER (default: this repository).
"""

import csv
import sys
from datetime import date, datetime
from hashlib import sha256
from pathlib import Path
from random import Random

import xlsxwriter

from generator.approvals import statement_bytes
from generator.kinds import load_kinds
from generator.office import load_office
from generator.project import Project
from generator.rounds.approve import Decision, make_statement
from generator.sources import read
from generator.sources.listings import candidates, listing_of
from generator.tables import read_table
from tests.sample_office.ledger import ledger_rows
from tests.sample_office.relief import Lists, make_lists
from tests.sample_office.rounds import ROUNDS, write_round

SEED = 20261105
HEADINGS = {
    "subsistence_allowance": ["村（社区）", "户主姓名", "保障人口", "月保障金额"],
    "extreme_poverty_support": ["村（社区）", "姓名", "供养方式", "月供养金额"],
    "temporary_assistance": ["村（社区）", "申请人姓名", "救助类型", "救助金额"],
    "old_age_allowance": ["村（社区）", "姓名", "月津贴金额"],
}
# What stands for long was decided on these days, under these numbers.
STANDING = {
    "duty_list": Decision("晴川县禾风镇人民政府", date(2026, 7, 20), "禾政发〔2026〕21号", "禾联纪〔2026〕14号"),
    "fund_ledger": Decision("晴川县禾风镇人民政府", date(2026, 11, 3), "禾政财〔2026〕11号", "禾联纪〔2026〕23号"),
    "service_guide": Decision("晴川县禾风镇人民政府", date(2026, 7, 20), "禾政发〔2026〕22号", "禾联纪〔2026〕14号"),
    "policy_document": Decision("晴川县禾风镇人民政府", date(2026, 7, 21), "禾政办〔2026〕9号", ""),
}


def regenerate(root: Path) -> None:
    """Writes the lists, then approves every list of the folder."""
    project = Project(root)
    villages = _villages(root)
    taken = _staff(root)
    lists = make_lists(Random(SEED), villages, taken)
    for name in ROUNDS:
        folder = root / "data" / "rounds" / name
        folder.mkdir(parents=True, exist_ok=True)
        write_round(folder, name)
        _write_lists(folder, name, lists)
    ledger = root / "data" / "standing" / "fund_ledger" / "2025-11-to-2026-10.csv"
    ledger.parent.mkdir(parents=True, exist_ok=True)
    _write_csv(ledger, ledger_rows(Random(SEED), lists, villages))
    approve_all(project)


def approve_all(project: Project) -> None:
    """A statement for every list; raises if any list has a finding."""
    office, findings = load_office(project)
    kinds, kind_findings = load_kinds(project)
    assert office is not None and not findings + kind_findings, (findings, kind_findings)
    for path in candidates(project):
        listing = listing_of(project, path)
        assert listing is not None, path
        sheet, findings = read(path, listing.file)
        assert sheet is not None, findings
        table, findings = read_table(listing, kinds[listing.kind], sheet)
        assert not findings, findings
        statement, findings = make_statement(
            project, table, office, STANDING.get(listing.kind), _salt(listing.reference)
        )
        assert statement is not None, findings
        listing.statement_path.write_bytes(statement_bytes(statement))


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
