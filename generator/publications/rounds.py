"""Approvals: what each round decided, list by list, with numbers and digests."""

from collections.abc import Iterator

from generator.artifacts import Artifact
from generator.columns import column_type
from generator.comparisons import Added, Change, Comparison
from generator.edition import Edition
from generator.edition.pages import Crumb, latest, page
from generator.notices import Facts, WebNotice
from generator.rendering import Press


def web(edition: Edition[WebNotice], press: Press) -> Iterator[Artifact]:
    rounds = edition.office.rounds
    yield page(
        edition,
        press,
        "approvals.html",
        "pages/approvals.html",
        title="审批记录",
        crumbs=(Crumb("审批记录"),),
        changed=latest(edition.facts),
        rounds=[(name, record.title, record.summary) for name, record in reversed(rounds.items())],
        standing=_lists(edition, ""),
    )
    for name, record in rounds.items():
        yield page(
            edition,
            press,
            f"rounds/{name}.html",
            "pages/round.html",
            title=f"{record.title}审批情况",
            crumbs=(Crumb("审批记录", "approvals.html"), Crumb(record.title)),
            changed=latest(each for each in edition.facts if each.round == name),
            summary=record.summary,
            lists=_lists(edition, name),
            compared={each.reference: _changes(each, edition) for each in edition.comparisons if each.after == name},
            counted=[kind.id for kind in edition.kinds.values() if kind.aggregate],
        )


def _lists(edition: Edition[WebNotice], round_name: str) -> list[tuple[Facts, list[Facts]]]:
    """Each approved list of a round (its first notice stands for it), with its notices."""
    lists: dict[str, list[Facts]] = {}
    for facts in edition.facts:
        if facts.round == round_name:
            lists.setdefault(facts.reference, []).append(facts)
    return [(notices[0], notices) for _, notices in sorted(lists.items())]


def _changes(comparison: Comparison, edition: Edition[WebNotice]) -> dict[str, object]:
    """What the page says of a list since the one before it: the township, and the villages where something changed."""
    changed = [each for each in comparison.villages if each.before != each.after or _moved(each)]
    moved = comparison.total.movement
    return {
        "earlier": edition.office.rounds[comparison.before].title,
        "total": _line(comparison.total, comparison.added),
        "villages": [_line(each, comparison.added) for each in changed],
        "unchanged": len(comparison.villages) - len(changed),
        "why_left": moved.why_left if moved is not None else (),
        "what_changed": moved.what_changed if moved is not None else (),
    }


def _line(change: Change, added: tuple[Added, ...]) -> dict[str, object]:
    moved = change.movement
    sums = zip(added, change.before.sums, change.after.sums, strict=True)
    return {
        "village": change.village,
        "before": f"{change.before.entries:,}",
        "after": f"{change.after.entries:,}",
        "moves": None if moved is None else (moved.joined.entries, moved.left.entries, moved.changed.entries),
        "sums": [
            (each.title, each.unit, column_type(each.type).show(one), column_type(each.type).show(other))
            for each, one, other in sums
        ],
    }


def _moved(change: Change) -> bool:
    return change.movement is not None and change.movement.entries > 0
