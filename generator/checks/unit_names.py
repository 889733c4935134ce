"""Units stand under their official names, and only while they exist.

Why: after an institutional reform the old names live on in copied lists, and a
resident looks for an office that is gone. The register knows short names,
the first and the last day of every unit, and who follows it.
"""

from collections.abc import Callable, Iterator
from datetime import date

from generator.checks import Scope
from generator.columns import column_type
from generator.findings import Finding, Phrase, Place, finding, phrase
from generator.office import Unit
from generator.office.registers import register_place
from generator.tables import Table

ALWAYS = True
_REGISTER = "units"


def check(table: Table, scope: Scope) -> Iterator[Finding]:
    judge = _judge(scope.office.registers.units, _day(table, scope))
    for column in table.kind.columns:
        if getattr(column_type(column.type), "REGISTER", "") != _REGISTER or column.name not in table.positions:
            continue
        for row, names in enumerate(table.values(column.name)):
            for name in names or ():
                yield from judge(name, table.place(row, column.name))


def check_office(scope: Scope) -> Iterator[Finding]:
    """The units of the staff, and the register itself."""
    yield from _register_findings(scope.office.registers.units)
    judge = _judge(scope.office.registers.units, scope.today)
    for member in scope.office.registers.staff:
        yield from judge(member.unit, register_place("staff", member, "单位"))


def _judge(units: tuple[Unit, ...], day: date) -> Callable[[str, Place], Iterator[Finding]]:
    """What to say of a unit's name on `day`; names that no unit has are the matter of `registered`."""
    known = {unit.name: unit for unit in units}
    official = {alias: unit.name for unit in units for alias in unit.short_names if alias not in known}

    def judge(name: str, place: Place) -> Iterator[Finding]:
        if name in official:
            yield finding("unit-short-name", place, written=name, official=official[name])
        elif name in known and not _exists(known[name], day):
            yield finding("unit-not-in-being", place, unit=name, reason=_reason(known[name], day))

    return judge


def _register_findings(units: tuple[Unit, ...]) -> Iterator[Finding]:
    """A name of two units, a successor that is not registered, an end before the beginning."""
    owners: dict[str, str] = {unit.name: unit.name for unit in units}
    for unit in units:
        for alias in unit.short_names:
            if owners.setdefault(alias, unit.name) != unit.name:
                place = register_place(_REGISTER, unit, "别名")
                yield finding("unit-register", place, reason=phrase("unit-name-taken", name=alias, other=owners[alias]))
        if unit.successor and unit.successor not in {each.name for each in units}:
            place = register_place(_REGISTER, unit, "后继单位")
            yield finding("unit-register", place, reason=phrase("unit-successor-unknown", name=unit.successor))
        if unit.begun and unit.ended and unit.ended <= unit.begun:
            yield finding(
                "unit-register", register_place(_REGISTER, unit, "停用日期"), reason=phrase("unit-ends-first")
            )


def _day(table: Table, scope: Scope) -> date:
    """The day a list speaks of: the decision of its round, or today for what stands for long."""
    record = scope.office.rounds.get(table.listing.round)
    stage = record.stages.get(table.listing.stage) if record else None
    return stage.decided_on if stage else scope.today


def _exists(unit: Unit, day: date) -> bool:
    return not (unit.begun and day < unit.begun) and not (unit.ended and day >= unit.ended)


def _reason(unit: Unit, day: date) -> Phrase:
    if unit.ended and day >= unit.ended:
        key = "unit-ended-successor" if unit.successor else "unit-ended"
        words = {"successor": unit.successor} if unit.successor else {}
        return phrase(key, day=unit.ended.isoformat(), **words)
    return phrase("unit-not-begun", day=unit.begun.isoformat() if unit.begun else "")
