"""The three monthly rounds: who decided what, and when, on which records, and how the villages voted."""

from collections.abc import Mapping
from datetime import date, timedelta
from pathlib import Path
from random import Random

from generator.kinds import Kind

ROUNDS = {
    "2026-09": {
        "summary": "9月是年度复核月：全镇低保、特困和高龄津贴对象逐户核查，先公示，后公布。",
        "public_notice": ("2026-09-01", "禾政民示〔2026〕9号", "禾联纪〔2026〕17号", "2026-09-02"),
        "announcement": ("2026-09-14", "晴川民救〔2026〕39号", "禾联纪〔2026〕18号", "2026-09-15"),
    },
    "2026-10": {
        "summary": "10月按月调整：有新增、有变化、有退出；国庆假期后开始公示。",
        "public_notice": ("2026-10-08", "禾政民示〔2026〕10号", "禾联纪〔2026〕19号", "2026-10-09"),
        "announcement": ("2026-10-19", "晴川民救〔2026〕43号", "禾联纪〔2026〕20号", "2026-10-20"),
    },
    "2026-11": {
        "summary": "11月正在公示。期满没有异议，或异议查清以后，再报县民政局批准。",
        "public_notice": ("2026-10-30", "禾政民示〔2026〕11号", "禾联纪〔2026〕22号", "2026-11-02"),
        "notice_of_ending": ("2026-10-30", "禾政民示〔2026〕12号", "禾联纪〔2026〕22号", "2026-11-02"),
    },
}
# Lists of a stage that somebody else decides: (round, stage) -> kind -> (who, when, number, minutes).
_DECISIONS = {
    ("2026-10", "announcement"): {
        "benefits_card_subsidy": ("晴川县财政局", "2026-10-16", "晴川财农〔2026〕33号", "禾联纪〔2026〕20号"),
        "care_facility_subsidy": ("晴川县民政局", "2026-10-16", "晴川民养〔2026〕9号", "禾联纪〔2026〕20号"),
        "charity_donation": ("晴川县慈善会禾风镇工作站", "2026-10-15", "晴慈禾〔2026〕4号", "禾联纪〔2026〕20号"),
        "charity_use": ("晴川县慈善会禾风镇工作站", "2026-10-15", "晴慈禾〔2026〕5号", "禾联纪〔2026〕20号"),
        "children_in_difficulty": ("晴川县民政局", "2026-10-16", "晴川民福〔2026〕19号", "禾联纪〔2026〕20号"),
        "disability_subsidies": ("晴川县民政局", "2026-10-16", "晴川民福〔2026〕18号", "禾联纪〔2026〕20号"),
        "disaster_goods": ("晴川县应急管理局", "2026-10-17", "晴川应急〔2026〕22号", "禾联纪〔2026〕20号"),
        "disaster_money": ("晴川县应急管理局", "2026-10-17", "晴川应急〔2026〕21号", "禾联纪〔2026〕20号"),
        "price_subsidy": ("晴川县民政局", "2026-10-16", "晴川民救〔2026〕42号", "禾联纪〔2026〕20号"),
        "visiting_list": ("晴川县禾风镇人民政府", "2026-10-16", "禾政民发〔2026〕6号", "禾联纪〔2026〕20号"),
    },
}
_DECIDED_BY = {
    "public_notice": "晴川县禾风镇人民政府",
    "announcement": "晴川县民政局",
    "notice_of_ending": "晴川县禾风镇人民政府",
}
_RECORDS = {
    "home_visit": "入户调查表（{month}，村里存原件）",
    "democratic_review": "民主评议记录（{month}，村里存原件）",
    "audit": "审核记录（{month}，社会事务办公室）",
}
# The villages on each list of a round, by kind and stage.
Listed = Mapping[tuple[str, str], list[str]]


def write_round(folder: Path, name: str, listed: Listed, kinds: Mapping[str, Kind]) -> None:
    """`round.yaml` of one round, with the records and ballots that its lists need."""
    year, month = name.split("-")
    record = ROUNDS[name]
    lines = ["schema: 1", f"title: {year}年{int(month)}月", f"summary: {record['summary']}", "stages:"]
    for stage, decided_by in _DECIDED_BY.items():
        if stage not in record:
            continue
        decided_on, number, minutes, first_day = record[stage]
        lines += [f"  {stage}:", *_decision("    ", decided_by, decided_on, number, minutes)]
        lines += [f'    first_day: "{first_day}"', f'    published: "{first_day} 09:00"']
        if own := _DECISIONS.get((name, stage)):
            lines.append("    decisions:")
            for kind, decision in own.items():
                lines += [f"      {kind}:", *_decision("        ", *decision)]
        first = {
            kind: villages for (kind, of), villages in listed.items() if of == stage and _is_first(kinds[kind], stage)
        }
        lines += _evidence(first, kinds, f"{year}年{int(month)}月")
        voted = {kind: villages for kind, villages in first.items() if "ballot" in kinds[kind].evidence}
        if voted:
            held = date.fromisoformat(decided_on) - timedelta(days=4)
            lines += ["    ballots:", *_ballots(name, voted, held)]
    (folder / "round.yaml").write_text("\n".join(lines) + "\n", encoding="utf-8")


def _decision(indent: str, decided_by: str, decided_on: str, number: str, minutes: str) -> list[str]:
    return [
        f"{indent}decided_by: {decided_by}",
        f'{indent}decided_on: "{decided_on}"',
        f"{indent}document_number: {number}",
        f"{indent}minutes: {minutes}",
    ]


def _is_first(kind: Kind, stage: str) -> bool:
    """Records are on file before a list is shown for the first time."""
    return stage == "public_notice" or (stage == "announcement" and bool(kind.notice_exemption))


def _evidence(first: Mapping[str, list[str]], kinds: Mapping[str, Kind], month: str) -> list[str]:
    lines = []
    for kind in sorted(first):
        records = {name: _RECORDS[name].format(month=month) for name in kinds[kind].evidence if name in _RECORDS}
        if records:
            lines.append(f"      {kind}: {{{', '.join(f'{name}: {text}' for name, text in records.items())}}}")
    return ["    evidence:", *lines] if lines else []


def _ballots(name: str, voted: Mapping[str, list[str]], held: date) -> list[str]:
    """One line for each village; the numbers are drawn from the names of round, kind and village."""
    lines = []
    for kind, villages in sorted(voted.items()):
        lines.append(f"      {kind}:")
        for village in villages:
            eligible = Random(village).randint(25, 45)  # the village's representatives, the same for every list
            random = Random(f"{name} {kind} {village}")
            present = random.randint(eligible * 4 // 5, eligible)
            against, abstained = random.randint(0, 2), random.randint(0, 2)
            lines.append(
                f'        {village}: {{date: "{held}", eligible: {eligible}, present: {present}, '
                f"in_favour: {present - against - abstained}, against: {against}, abstained: {abstained}}}"
            )
    return lines
