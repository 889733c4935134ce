"""The lines of the ledger as people read them: what happened, to which list."""

import re

from generator.edition import Edition
from generator.kinds import STAGE_TITLES
from generator.notices import WebNotice

EVENTS = {"approve": "批准", "sign": "签名", "withdraw": "撤下"}
_OF_A_ROUND = re.compile(r"([0-9]{4}-[0-9]{2})/([a-z0-9_]+)\.([a-z_]+)")
_RECENT = 2


def title_of(edition: Edition[WebNotice], subject: str) -> str:
    """The list's title with its stage and round; the ledger's own words for what is no longer known."""
    if notice := edition.by_address.get(subject):
        return notice.title
    match = _OF_A_ROUND.fullmatch(subject)
    if match and match[1] in edition.office.rounds and match[2] in edition.kinds:
        stage = STAGE_TITLES.get(match[3], "")
        return f"{edition.kinds[match[2]].title}{stage}（{edition.office.rounds[match[1]].title}）"
    facts = next((each for each in edition.facts if each.reference == subject), None)
    return facts.list_title if facts else subject


def first_recent(edition: Edition[WebNotice]) -> int:
    """Where in the ledger the round before the current one begins; what stands before it is only counted."""
    rounds = [_OF_A_ROUND.fullmatch(line.subject) for line in edition.ledger.lines]
    latest = sorted({match[1] for match in rounds if match})[-_RECENT:]
    return next((index for index, match in enumerate(rounds) if match and match[1] in latest), 0)


def in_groups(digest: str) -> str:
    """Groups of four characters, which people can read aloud and a narrow screen can break."""
    return " ".join(digest[start : start + 4] for start in range(0, len(digest), 4))
