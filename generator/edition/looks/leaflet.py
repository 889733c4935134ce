"""A service guide as a handout (明白卡) on small paper, on one side or both."""

from collections.abc import Iterator

from generator.edition.edition import Edition
from generator.edition.handouts import handout, handout_texts
from generator.edition.sheets import Content, Sheet, of_notices
from generator.kinds import Kind
from generator.notices import N
from generator.rendering import Press


def sheets(edition: Edition[N], press: Press) -> Iterator[Sheet]:
    yield from of_notices("leaflet", edition, press, _content, handout_texts)


def _content(notice: N, kind: Kind, edition: Edition[N], press: Press) -> Content:
    """Whom to ask stands among the facts of the guide; phones once more, or a slogan, would cost a third side."""
    return {**handout(notice, kind, edition, press), "contacts": [], "slogan": ""}
