"""Every entry of an approved list stands once in each of its posters, as text, with the numbers of its web page.

In the web's posters names are masked as on its pages. A village's pack has all its notices, each with a foot
of its own. Of duties every task must stand in its place. Tiles show a poster as a picture, in parts that overlap.
"""

from collections.abc import Iterator

from audit.guarantees.known import Known
from audit.guarantees.printed import Printed
from tests.posters import duties, entries
from tests.posters.reading import Poster
from tests.posters.sources import Notice

TITLE = "every entry once, equal to list and page"


def concerns(printed: Printed, known: Known) -> bool:
    return bool(_wanted(printed, known))


def objections(printed: Printed, known: Known) -> Iterator[str]:
    shown = list(entries.shown_in(printed.poster, known.notices, known.site_url))
    there = {notice.address for _, notice in shown}
    yield from (f"{each.address} is not in it" for each in _wanted(printed, known) if each.address not in there)
    for part, notice in shown:
        yield from (f"{notice.address}: {each}" for each in _of_notice(part, notice))


def _wanted(printed: Printed, known: Known) -> list[Notice]:
    """The notices that a PDF must show: the one it is named after, or all of the village whose pack it is."""
    if printed.tiled:
        return []
    if printed.path.parent.name == "packs":
        village = printed.path.stem.rpartition("-")[0]
        return [each for each in known.notices.values() if each.address.endswith(f"-{village}")]
    return [each for each in known.notices.values() if printed.path.stem.startswith(f"{each.slug}-")]


def _of_notice(part: Poster, notice: Notice) -> Iterator[str]:
    if notice.look == "notice_list":
        yield from entries.objections(part, notice)
        return
    try:
        told = len(duties.told(part, notice))
    except LookupError as lost:
        yield str(lost)
    else:
        if told != notice.statement["rows"]:
            yield f"{told} tasks, not {notice.statement['rows']}"
