"""The three monthly rounds: who decided what, and when."""

from pathlib import Path

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
_DECIDED_BY = {
    "public_notice": "晴川县禾风镇人民政府",
    "announcement": "晴川县民政局",
    "notice_of_ending": "晴川县禾风镇人民政府",
}


def write_round(folder: Path, name: str) -> None:
    """`round.yaml` of one round."""
    year, month = name.split("-")
    record = ROUNDS[name]
    lines = ["schema: 1", f"title: {year}年{int(month)}月", f"summary: {record['summary']}", "stages:"]
    for stage, decided_by in _DECIDED_BY.items():
        if stage not in record:
            continue
        decided_on, number, minutes, first_day = record[stage]
        lines += [
            f"  {stage}:",
            f"    decided_by: {decided_by}",
            f'    decided_on: "{decided_on}"',
            f"    document_number: {number}",
            f"    minutes: {minutes}",
            f'    first_day: "{first_day}"',
            f'    published: "{first_day} 09:00"',
        ]
    (folder / "round.yaml").write_text("\n".join(lines) + "\n", encoding="utf-8")
