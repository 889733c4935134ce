"""Every form of relief on the map has a guide that says how to apply.

Why: what nobody explains nobody applies for; 《社会救助法》第六十七条 and the
catalogue (民办函〔2019〕52号) ask for guides. The map 1+6+X itself: the rule pack.
"""

from collections.abc import Iterator

from generator.checks import Scope
from generator.findings import Finding, Place, finding
from generator.office.relief_map import relief_map

_NAMES = ("title", "synonyms")


def check_office(scope: Scope) -> Iterator[Finding]:
    groups = relief_map(scope.office.packs, scope.today)
    kinds = [kind for kind in scope.kinds.values() if kind.section == "guides" and kind.shape == "record"]
    if not groups or not kinds:
        return
    named = _names(scope)
    missing = tuple(relief for group in groups for relief in group.reliefs if relief not in named)
    if missing:
        place = Place(f"data/standing/{kinds[0].id}")
        sources = tuple(dict.fromkeys(group.source for group in groups))
        yield finding("relief-without-guide", place, reliefs=missing, source=sources)


def _names(scope: Scope) -> frozenset[str]:
    """The titles of all guides, and what people call the matters."""
    names: set[str] = set()
    for table in scope.tables:
        if table.kind.section != "guides":
            continue
        for column in table.kind.columns:
            for value in table.values(column.name) if column.name in _NAMES else ():
                names.update((value,) if isinstance(value, str) else value or ())
    return frozenset(names)
