"""By when an objection must be closed: 特困人员认定办法 gives 15 working days; the rule packs say it for each place."""

from datetime import date

from generator.office.calendar import UnknownYear, working_days_later
from generator.office.load import Office
from generator.office.objections import Objection

RULE = "objection_days"


def objection_deadline(office: Office, objection: Objection) -> date | None:
    """The last working day for closing it; `None` if no rule pack says. Raises `UnknownYear`."""
    asked = office.requirement(RULE, objection.received)
    if asked is None or asked.at_most is None:
        return None
    return working_days_later(objection.received, int(asked.at_most), office.registers.holidays)


def objection_deadlines(office: Office, today: date) -> list[tuple[date, Objection]]:
    """The deadline of each objection that is open on `today`, the earliest first.

    Left out is what has no deadline that could be computed; a check says so.
    """
    found = []
    for objection in office.objections:
        if objection.received > today or (objection.closed and objection.closed <= today):
            continue
        try:
            deadline = objection_deadline(office, objection)
        except UnknownYear:
            continue
        if deadline:
            found.append((deadline, objection))
    return sorted(found, key=lambda each: (each[0], each[1].id))
