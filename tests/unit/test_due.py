"""`gongshi due`: what begins, ends or must be done, day by day, and the same as a calendar."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from functools import cache

import pytest
from icalendar import Calendar

from generator.approvals import load_ledger
from generator.cli import run
from generator.findings import Place
from generator.gates.approval import Approved
from generator.project import Project
from generator.rounds.affairs import Affairs, Due
from generator.rounds.approved import approved_lists
from generator.rounds.due import due, text_lines
from generator.rounds.due_calendar import calendar_bytes
from generator.texts import Text
from generator.today import SHANGHAI
from tests.checks.sample_scope import sample
from tests.conftest import REPOSITORY

KIND = "subsistence_allowance"
NOTICE, ANNOUNCEMENT = f"2026-11/{KIND}.public_notice", f"2026-10/{KIND}.announcement"

REPORT = Text("2025年政府信息公开工作年度报告", "prose", lambda: Place("content/report.md"), heading=True)


@cache
def approved() -> tuple[Approved, ...]:
    lists, findings = approved_lists(sample().tables, sample().office, load_ledger(Project(REPOSITORY))[0])
    assert not findings
    return lists


def affairs(today: str, days: int = 14, **changes: object) -> Affairs:
    """The sample office on a day."""
    day = date.fromisoformat(today)
    everything = {
        "office": sample().office,
        "kinds": sample().kinds,
        "approved": approved(),
        "texts": (REPORT,),
        "tables": sample().tables,
    }
    return Affairs(**{**everything, **changes}, today=day, until=day + timedelta(days=days))


def one(reference: str, **statement: object) -> tuple[Approved, ...]:
    """One list alone, with something else in its statement."""
    (found,) = (each for each in approved() if each.table.listing.reference == reference)
    return (replace(found, statement=found.statement.model_copy(update=statement)),)


def with_register(name: str, **changes: object) -> dict[str, object]:
    """The office of the sample whose first entry of a register says something else."""
    registers = sample().office.registers
    entries = getattr(registers, name)
    changed = (entries[0].model_copy(update=changes), *entries[1:])
    return {"office": replace(sample().office, registers=registers.model_copy(update={name: changed}))}


def found(asked: Affairs, event: str = "") -> list[Due]:
    return [each for each in due(asked) if event in {"", each.event}]


def lines(asked: Affairs) -> list[str]:
    return text_lines(due(asked), asked)


def test_the_demonstration(capsys):
    assert run(["due", "--project", str(REPOSITORY)]) == 0
    printed = capsys.readouterr()
    assert printed.err == ""
    first, *rest = printed.out.splitlines()
    assert first == "2026年11月5日到2026年11月19日要办的事："
    assert (
        "11月10日（星期二） 公示期满：2026年11月 最低生活保障 15个村（社区）；第二天起姓名自动撤下，纸质公示请当天摘下"
    ) in rest
    assert len(rest) == 7 and all("11月10日" in each for each in rest)


@pytest.mark.parametrize(
    ("today", "days", "ends"),
    [("2026-11-05", 4, 0), ("2026-11-05", 5, 1), ("2026-11-10", 0, 1), ("2026-11-11", 14, 0)],
)
def test_both_ends_of_the_days_asked_about_count(today, days, ends):
    notice = [each for each in found(affairs(today, days), "ends") if each.reference == NOTICE]
    assert len(notice) == ends


def test_a_list_begins_on_its_first_day():
    (begins,) = found(affairs("2026-10-30", approved=one(NOTICE)), "begins")
    assert (begins.day, begins.title) == (date(2026, 11, 2), "公示开始")
    assert begins.subject == "2026年11月 最低生活保障 15个村（社区）"
    assert "张贴" in begins.action


def test_standing_lists_are_called_by_their_titles():
    guide = next(each for each in approved() if each.table.listing.kind == "service_guide")
    (begins,) = found(affairs("2026-07-20", approved=(guide,)), "begins")
    assert begins.subject == f"办事指南 {guide.table.values('title')[0]}"
    duties = one("standing/duty_list/township")
    (begins,) = found(affairs("2026-07-20", approved=duties), "begins")
    assert begins.subject == f"职责清单 {sample().kinds['duty_list'].list_titles['township']}"


def test_the_next_list_is_due_across_the_end_of_a_month():
    """A list of 31 October must be followed by 30 November; asked on the 20th, in December it is late."""
    lists = one(NOTICE, first_day=date(2026, 10, 31))
    (next_list,) = found(affairs("2026-11-20", approved=lists), "next")
    assert next_list.day == date(2026, 11, 30)
    assert next_list.subject == "最低生活保障（每月一次）"
    assert next_list.action == "上一次是2026年10月31日，最迟这一天批准并公开新一期"
    assert found(affairs("2026-11-20", 9, approved=lists), "next") == []
    (late,) = found(affairs("2026-12-03", approved=lists), "next")
    assert late.day == date(2026, 11, 30) and "已经晚了3天" in late.action


def test_the_newest_list_of_any_stage_counts():
    both = one(NOTICE) + one(ANNOUNCEMENT)
    (next_list,) = found(affairs("2026-11-20", approved=both), "next")
    assert (next_list.day, next_list.reference) == (date(2026, 12, 2), NOTICE)


def test_an_end_in_the_holiday_says_that_nobody_is_there():
    asked = affairs("2026-09-28", approved=one(NOTICE, first_day=date(2026, 9, 28), last_day=date(2026, 10, 7)))
    assert [each for each in lines(asked) if each.startswith("10月7日（星期三，放假） 公示期满：")]
    # Saturday 10 October is worked.
    worked = affairs("2026-09-28", approved=one(NOTICE, first_day=date(2026, 9, 28), last_day=date(2026, 10, 10)))
    assert [each for each in lines(worked) if each.startswith("10月10日（星期六） 公示期满：")]


def test_over_the_end_of_the_year_days_carry_their_year_and_holidays_are_not_guessed():
    notice = one(NOTICE, first_day=date(2026, 12, 28), last_day=date(2027, 1, 5))
    said = lines(affairs("2026-12-25", approved=notice))
    assert said[0] == "2026年12月25日到2027年1月8日要办的事："
    assert said[1].startswith("12月28日（星期一） 公示开始：")
    assert said[2].startswith("2027年1月5日（星期二） 公示期满：")
    assert "还没有2027年" in said[-1] and "没有注明" in said[-1]
    assert not [each for each in lines(affairs("2026-12-25", 5, approved=notice)) if "还没有" in each]


def test_an_announcement_ends_unless_the_next_takes_its_place():
    october = one(ANNOUNCEMENT)
    (ends,) = found(affairs("2027-10-10", approved=october), "ends")
    assert (ends.day, ends.title) == (date(2027, 10, 19), "公布到期")
    september = one(f"2026-09/{KIND}.announcement")
    assert [each.reference for each in found(affairs("2027-09-01", 60, approved=september + october), "ends")] == [
        ANNOUNCEMENT
    ]


def test_a_yearly_duty_is_due_until_its_evidence_is_there():
    def duties(today: str, days: int, **changes: object) -> list[tuple[date, str]]:
        return [(each.day, each.subject) for each in found(affairs(today, days, **changes), "yearly")]

    report, audit = "上一年度政府信息公开工作年度报告（2026年）", "上一年度社会救助资金审计（2026年）"
    assert duties("2027-01-20", 14) == [(date(2027, 1, 31), report)]
    assert duties("2027-06-10", 0) == [(date(2027, 1, 31), report), (date(2027, 5, 31), audit)]
    # The ledger of the sample holds the audit of May 2026, about 2025.
    assert date(2026, 5, 31) not in [day for day, _ in duties("2026-06-10", 0)]
    assert date(2026, 5, 31) in [day for day, _ in duties("2026-06-10", 0, tables=())]
    assert date(2026, 1, 31) in [day for day, _ in duties("2026-06-10", 0, texts=())]


def test_a_legal_basis_that_runs_out_says_what_takes_its_place_and_who_relies_on_it():
    basis = sample().office.registers.legal_bases[0]
    changed = with_register("legal_bases", repealed=date(2026, 11, 15), successor="新社会救助法")
    (ends,) = found(affairs("2026-11-05", **changed), "repealed")
    assert (ends.day, ends.title, ends.subject) == (date(2026, 11, 15), "依据废止", f"《{basis.title}》")
    assert "改用《新社会救助法》" in ends.action and "最低生活保障" in ends.action
    assert found(affairs("2026-11-16", **changed), "repealed") == []


def test_a_document_that_runs_out_must_say_so():
    reference = "standing/policy_document/town_disclosure_2026"
    (policy,) = one(reference)
    columns = {**policy.table.columns, "repealed": [date(2026, 11, 15)]}
    changed = replace(policy, table=replace(policy.table, columns=columns))
    (ends,) = found(affairs("2026-11-05", approved=(changed,)), "repealed")
    assert ends.subject == f"《{policy.table.values('title')[0]}》" and "重新批准" in ends.action


def test_a_unit_that_ends():
    changed = with_register("units", ended=date(2026, 11, 15), successor="禾风镇人民政府")
    (ends,) = found(affairs("2026-11-05", **changed), "ended")
    assert ends.title == "单位停用" and "改用禾风镇人民政府" in ends.action


def test_days_come_in_their_order_and_nothing_twice():
    everything = due(affairs("2026-11-05", 400))
    assert len(everything) > 30
    assert [each.day for each in everything] == sorted(each.day for each in everything)
    assert len({(each.reference, each.event) for each in everything}) == len(everything)


def test_nothing_to_do_is_said():
    assert lines(affairs("2026-11-05", 3)) == ["2026年11月5日到2026年11月8日要办的事：没有"]


def test_the_calendar_is_read_back_as_it_was_meant():
    asked = affairs("2026-11-05", 400)
    calendar = Calendar.from_ical(calendar_bytes(due(asked), asked.office.settings))
    events = {str(each["uid"]): each for each in calendar.walk("VEVENT")}
    assert len(events) == len(due(asked))
    event = events[f"{NOTICE}.ends@hefeng.example.gov.cn"]
    assert event["dtstart"].dt == date(2026, 11, 10) and event["dtend"].dt == date(2026, 11, 11)
    assert str(event["summary"]) == "公示期满：2026年11月 最低生活保障 15个村（社区）"
    assert str(event["description"]) == "第二天起姓名自动撤下，纸质公示请当天摘下"
    assert event["dtstamp"].dt == datetime(2026, 11, 2, 9, 0, tzinfo=SHANGHAI)
    (alarm,) = event.walk("VALARM")
    midnight = datetime(2026, 11, 10, tzinfo=SHANGHAI)
    assert midnight + alarm["trigger"].dt == datetime(2026, 11, 9, 9, 0, tzinfo=SHANGHAI)


def test_the_same_days_give_the_same_bytes(tmp_path, capfdbinary):
    arguments = ["due", "--format", "ics", "--days", "60", "--project", str(REPOSITORY)]
    assert run(arguments) == 0
    printed = capfdbinary.readouterr().out
    assert run([*arguments, "--output", str(tmp_path / "due.ics")]) == 0
    assert (tmp_path / "due.ics").read_bytes() == printed
    assert printed.startswith(b"BEGIN:VCALENDAR\r\n") and printed.endswith(b"END:VCALENDAR\r\n")
    # A day later the same things are still the same events.
    assert run([*arguments, "--today", "2026-11-06"]) == 0
    later = capfdbinary.readouterr().out
    uids, later_uids = ({line for line in each.split(b"\r\n") if line.startswith(b"UID")} for each in (printed, later))
    assert len(uids) == 14 and uids <= later_uids


def test_a_list_that_is_not_approved_is_reported_and_not_counted(office, capsys):
    path = office.root / f"data/rounds/2026-11/{KIND}.public_notice.csv"
    path.with_name(f"{KIND}.public_notice.approval.json").unlink()
    assert run(["due", "--project", str(office.root)]) == 1
    printed = capsys.readouterr()
    assert "approval-missing" in printed.err
    assert "公示期满：2026年11月 高龄津贴" in printed.out
    assert "公示期满：2026年11月 最低生活保障" not in printed.out


def test_nobody_is_named(office, capsys):
    names = {
        row.split(",")[1]
        for path in office.root.glob("data/rounds/*/*.csv")
        for row in path.read_text(encoding="utf-8").splitlines()[1:]
    }
    assert len(names) > 10
    for form in ("text", "ics"):
        assert run(["due", "--days", "400", "--format", form, "--project", str(office.root)]) == 0
        printed = capsys.readouterr().out.replace("\r\n ", "")
        assert "最低生活保障" in printed
        assert not [name for name in names if name in printed]


@pytest.mark.parametrize(
    "wrong", [("--days", "-1"), ("--days", "99999"), ("--format", "pdf"), ("--today", "5.11.2026")]
)
def test_nonsense_is_wrong_usage(office, wrong):
    assert run(["due", *wrong, "--project", str(office.root)]) == 2
