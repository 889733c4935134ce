"""Due days as an iCalendar file (RFC 5545): the same days give the same bytes."""

from collections.abc import Iterable
from datetime import UTC, timedelta
from urllib.parse import urlsplit

from icalendar import Alarm, Calendar, Event

from generator.office import Settings
from generator.rounds.affairs import Due
from generator.today import SHANGHAI

# All-day events begin at midnight: nine in the morning of the day before.
_BEFORE = timedelta(hours=-15)


def calendar_bytes(found: Iterable[Due], settings: Settings) -> bytes:
    """All-day events, each with an alarm at 9:00 the day before."""
    calendar = Calendar()
    calendar.add("prodid", "-//Gongshi//due//ZH")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", f"{settings.name}：到期提醒")
    host = urlsplit(settings.site_url).hostname
    for each in found:
        calendar.add_component(_event(each, f"{each.reference}.{each.event}@{host}"))
    content: bytes = calendar.to_ical()
    return content


def _event(each: Due, uid: str) -> Event:
    event = Event()
    event.add("uid", uid)
    event.add("dtstamp", each.stated.replace(tzinfo=SHANGHAI).astimezone(UTC))
    event.add("dtstart", each.day)
    event.add("dtend", each.day + timedelta(days=1))
    event.add("summary", f"{each.title}：{each.subject}")
    event.add("description", each.action)
    event.add("transp", "TRANSPARENT")
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", f"{each.title}：{each.subject}")
    alarm.add("trigger", _BEFORE)
    event.add_component(alarm)
    return event
