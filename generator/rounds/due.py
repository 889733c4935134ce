"""What begins, ends or must be done in the next days.

Each source looks at one sort of thing and says on which day what is to be done.
A further source (deadlines of objections, keys that expire) is one more function
in `SOURCES`.
"""

from collections.abc import Callable, Iterable
from datetime import date

from generator.columns.date import show, weekday
from generator.office.calendar import UnknownYear, is_working_day
from generator.rounds.affairs import Affairs, Due
from generator.rounds.due_lists import beginnings, endings, next_lists
from generator.rounds.due_registers import documents, legal_bases, objections, units, yearly

Source = Callable[[Affairs], Iterable[Due]]
SOURCES: tuple[Source, ...] = (endings, beginnings, next_lists, objections, yearly, legal_bases, documents, units)


def due(affairs: Affairs) -> tuple[Due, ...]:
    """Everything from `today` to `until`, both counted, and what is late; in the order of the days."""
    every = (each for source in SOURCES for each in source(affairs))
    asked = (each for each in every if (each.lasting or affairs.today <= each.day) and each.day <= affairs.until)
    return tuple(sorted(asked, key=lambda each: each.day))


def text_lines(found: Iterable[Due], affairs: Affairs) -> list[str]:
    """One line for each, and what is not known about the days."""
    holidays = affairs.office.registers.holidays
    lines = [f"{show(affairs.today)}到{show(affairs.until)}要办的事："]
    unknown: set[int] = set()
    for each in found:
        try:
            closed = not is_working_day(each.day, holidays)
        except UnknownYear as year:
            closed = False
            unknown.add(year.year)
        lines.append(f"{_day(each.day, affairs.today, closed)} {each.title}：{each.subject}；{each.action}")
    if len(lines) == 1:
        lines = [lines[0] + "没有"]
    if unknown:
        years = "、".join(f"{year}年" for year in sorted(unknown))
        lines.append(f"节假日登记（data/registers/holidays.csv）里还没有{years}，那时哪天放假，这里没有注明。")
    return lines


def _day(day: date, today: date, closed: bool) -> str:
    """11月10日（星期二）; with its year if it is another, and 放假 if nobody is in the office."""
    text = show(day) if day.year != today.year else f"{day.month}月{day.day}日"
    return f"{text}（{weekday(day)}{'，放假' if closed else ''}）"
