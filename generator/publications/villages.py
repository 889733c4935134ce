"""Find your village, and a page for each."""

from collections.abc import Iterator

from generator.artifacts import Artifact
from generator.edition import Edition
from generator.edition.feeds import village_feed
from generator.edition.pages import Crumb, latest, page
from generator.notices import WebNotice
from generator.rendering import Press


def web(edition: Edition[WebNotice], press: Press) -> Iterator[Artifact]:
    registers = edition.office.registers
    staff = {member.name: member for member in registers.staff}
    yield page(
        edition,
        press,
        "villages/index.html",
        "pages/villages.html",
        title="我的村",
        crumbs=(Crumb("我的村"),),
        changed=latest(each for each in edition.facts if each.village_code),
        villages=registers.villages,
        counts={village.code: len(edition.on_notice(village.code)) for village in registers.villages},
    )
    for village in registers.villages:
        yield page(
            edition,
            press,
            f"villages/{village.code}.html",
            "pages/village.html",
            title=f"{village.name}公示栏",
            crumbs=(Crumb("我的村", "villages/index.html"), Crumb(village.name)),
            description=f"{edition.site.settings.township}{village.name}现在公示和公布的名单，找谁，怎样提异议。",
            changed=latest(each for each in edition.facts if each.village_code == village.code),
            feed=village_feed(village),
            village=village,
            officer=staff.get(village.officer),
            on_notice=edition.on_notice(village.code),
            announced=edition.announced(village.code),
            standing=edition.standing(village.code),
            past=edition.past(village.code),
        )
