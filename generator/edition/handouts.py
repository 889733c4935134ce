"""A service guide as a handout (明白卡): what its looks on one sheet and on a folded one have in common."""

from collections.abc import Iterator

from generator.columns import Shown
from generator.edition.edition import Edition
from generator.edition.sheets import Content
from generator.kinds import Kind
from generator.notices import Column, N
from generator.rendering import Press

# The columns of a guide in the order in which somebody asks.
_BLOCKS = ("eligibility", "not_eligible", "standard", "required_documents", "procedure_steps")
_FACTS = ("place", "hours", "enquiry_phone", "oversight_phone", "fees", "statutory_time_limit", "committed_time_limit")


def handout(notice: N, kind: Kind, edition: Edition[N], press: Press) -> Content:
    """The contents: `who` may apply, `facts` of where and when, `blocks` of the rest, the `bases` in law.

    A handout bears no seal: it is given away, not posted.
    """
    columns, record = {each.name: each for each in notice.columns}, notice.record()
    return {
        "slogan": edition.site.settings.slogan,
        "summary": record["summary"],
        "also": "、".join(str(each) for each in record["synonyms"]),
        "who": _block(columns["applicants"], record["applicants"]),
        "facts": [{"title": columns[name].title, "text": record[name]} for name in _FACTS if record[name]],
        "blocks": [_block(columns[name], record[name]) for name in _BLOCKS if record[name]],
        "bases": _block(columns["legal_bases"], record["legal_bases"]),
        "seal_name": "",
        "seal_day": "",
    }


def handout_texts(content: Content) -> Iterator[str]:
    """Everything of it that must be readable."""
    yield content["summary"]
    yield from (fact["text"] for fact in content["facts"])
    for block in (content["who"], *content["blocks"], content["bases"]):
        yield block["title"]
        yield from (text for thing in block["things"] for text in (thing["text"], *_said(thing)))


def _said(thing: Content) -> Iterator[str]:
    yield from (fact["text"] for fact in thing["facts"])


def _block(column: Column, shown: Shown) -> Content:
    """A title and its things: one text, several, or several each with named facts; those are counted."""
    values = (shown,) if isinstance(shown, str) else shown
    things = [_thing(column.parts, value) for value in values]
    return {"title": column.title, "counted": bool(column.parts), "things": things}


def _thing(parts: tuple[str, ...], value: Shown) -> Content:
    if isinstance(value, str):
        return {"text": value, "facts": []}
    named = zip(parts[1:], value[1:], strict=True)
    return {"text": value[0], "facts": [{"title": title, "text": text} for title, text in named if text]}
