"""Targets as a page tells them: how far each is, whether it is late, and what a month has changed."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from generator.columns import column_type
from generator.kinds import Kind, Progress
from generator.notices import AnyNotice, Entry

DONE, LATE, BEGUN, NOT_BEGUN = "done", "late", "begun", "not_begun"


@dataclass(frozen=True)
class Target:
    """One target as its bulletin says; `share` is 0 to 1, for drawing."""

    task: str
    target: str
    unit: str
    due: str
    actual: str
    completed: str
    evidence: str
    status: str
    share: float
    number: int


@dataclass(frozen=True)
class Step:
    """A target and how much of it was done since the bulletin before; `finished` if that completed it."""

    target: Target
    more: str
    finished: bool


def targets(kind: Kind, notice: AnyNotice) -> tuple[Target, ...]:
    """The targets of a notice whose kind has a `progress`; none of all others.

    Late is what was not done on the bulletin's own first day: a page changes only
    when what it shows does.
    """
    if kind.progress is None:
        return ()
    names = [column.name for column in notice.columns]
    return tuple(_target(kind.progress, names, entry, notice.facts.first_day) for entry in notice.entries)


def _target(progress: Progress, names: list[str], entry: Entry, day: date) -> Target:
    shown = dict(zip(names, map(str, entry.shown), strict=True))
    plain = dict(zip(names, entry.plain, strict=True))
    target, actual = int(plain[progress.target]), int(plain[progress.actual])
    return Target(
        task=shown[progress.task],
        target=shown[progress.target],
        unit=shown[progress.unit],
        due=shown[progress.due],
        actual=shown[progress.actual],
        completed=shown[progress.completed],
        evidence=shown[progress.evidence],
        status=_status(target, actual, date.fromisoformat(plain[progress.due]) < day),
        share=min(1.0, round(actual / target, 4)) if target else 1.0,
        number=actual,
    )


def _status(target: int, actual: int, past: bool) -> str:
    if actual >= target:
        return DONE
    if past:
        return LATE
    return BEGUN if actual else NOT_BEGUN


def steps(before: tuple[Target, ...], after: tuple[Target, ...]) -> Iterator[Step]:
    """Each target of the later bulletin, compared with the same task of the earlier; a new task counts from nothing."""
    were = {each.task: each for each in before}
    show = column_type("count").show
    for each in after:
        earlier = were.get(each.task)
        more = each.number - (earlier.number if earlier else 0)
        finished = each.status == DONE and (earlier is None or earlier.status != DONE)
        yield Step(each, str(show(more)) if more > 0 else "", finished)
