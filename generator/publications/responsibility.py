"""Who answers for which village, and whether there are as many people as the rule packs ask for."""

from collections.abc import Iterator

from generator.artifacts import Artifact
from generator.edition import Edition
from generator.edition.pages import Crumb, page
from generator.edition.people import LEADING_GROUP, people, responsible
from generator.edition.sections import SECTIONS
from generator.findings import spoken
from generator.notices import WebNotice
from generator.office.rule_names import title_of
from generator.office.staffing import posts_held, township_staff, village_staff
from generator.rendering import Press

_ABOVE = Crumb(SECTIONS["duties"], "duties.html")


def web(edition: Edition[WebNotice], press: Press) -> Iterator[Artifact]:
    yield _who(edition, press)
    yield _staffing(edition, press)


def _who(edition: Edition[WebNotice], press: Press) -> Artifact:
    office = edition.office
    return page(
        edition,
        press,
        "who.html",
        "pages/who.html",
        title="谁负责我们村",
        crumbs=(_ABOVE, Crumb("谁负责我们村")),
        villages=tuple(responsible(office, edition.site.office)),
        township=tuple(each for each in people(office, edition.site.office) if each.township),
        group=(LEADING_GROUP, office.registers.leading_group),
    )


def _staffing(edition: Edition[WebNotice], press: Press) -> Artifact:
    office, day = edition.office, edition.today
    township = township_staff(office, day)
    villages = tuple(village_staff(office, day))
    posts, vacant = posts_held(office, day)
    asked = {each.rule: each.asked for each in (*villages, *filter(None, (township,)))}
    return page(
        edition,
        press,
        "staffing.html",
        "pages/staffing.html",
        title="人员配备",
        crumbs=(_ABOVE, Crumb("人员配备")),
        township=(township, _title(township.rule), township.asked.in_words(), township.enough) if township else None,
        posts=[(post, post in vacant) for post in posts.values] if posts else [],
        holders={each.post: each for each in people(office, edition.site.office) if each.township},
        headings=[(rule, _title(rule)) for rule in dict.fromkeys(each.rule for each in villages)],
        villages=_by_village(edition),
        sources=[(_title(each.name), each.source) for each in (*asked.values(), *filter(None, (posts,)))],
    )


def _title(rule: str) -> str:
    return spoken(title_of(rule), "zh")


def _by_village(edition: Edition[WebNotice]) -> dict[str, dict[str, tuple[str, str, bool]]]:
    """Of each village and rule: how many there are, what is asked, and whether that is enough."""
    villages: dict[str, dict[str, tuple[str, str, bool]]] = {}
    for each in village_staff(edition.office, edition.today):
        said = (f"{each.found}{each.asked.unit}", each.asked.in_words(), each.enough)
        villages.setdefault(each.place, {})[each.rule] = said
    return villages
