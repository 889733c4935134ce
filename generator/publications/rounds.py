"""Approvals: what each round decided, list by list, with numbers and digests."""

from collections.abc import Iterator

from generator.artifacts import Artifact
from generator.edition import Edition
from generator.edition.changes import round_changes
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
            compared={
                each.reference: round_changes(each, edition.office.rounds)
                for each in edition.comparisons
                if each.after == name
            },
            counted=[kind.id for kind in edition.kinds.values() if kind.aggregate],
        )


def _lists(edition: Edition[WebNotice], round_name: str) -> list[tuple[Facts, list[Facts]]]:
    """Each approved list of a round (its first notice stands for it), with its notices."""
    lists: dict[str, list[Facts]] = {}
    for facts in edition.facts:
        if facts.round == round_name:
            lists.setdefault(facts.reference, []).append(facts)
    return [(notices[0], notices) for _, notices in sorted(lists.items())]
