"""What people call kinds, villages and pages."""

from generator.edition import Edition
from generator.kinds import Kind
from generator.notices import Facts, WebNotice
from generator.office import Village

# What people say for the lists of a kind; an office's kinds of records have none.
_LISTS = ("名单", "公示", "公布")
_PLACE_ENDINGS = ("村", "社区")


def village_names(village: Village) -> tuple[str, ...]:
    """柳湾村 is also 柳湾; a name of one character is left whole."""
    stem = next((village.name.removesuffix(end) for end in _PLACE_ENDINGS if village.name.endswith(end)), "")
    return (village.name, stem) if len(stem) > 1 else (village.name,)


def kind_names(kind: Kind) -> tuple[str, ...]:
    """低保, 低保名单, 最低生活保障公示 and what else people call it."""
    names = dict.fromkeys((kind.title, kind.short_title, *kind.search.also))
    lists = [f"{name}{word}" for name in names for word in _LISTS] if kind.shape == "rows" else []
    return (*names, *lists)


def topic_names(kind: Kind, edition: Edition[WebNotice], own: dict[str, tuple[str, ...]]) -> tuple[str, ...]:
    """What finds the notices of a kind: its names, and those of its guide. `own` are names of pages by path."""
    guide = edition.by_address.get(f"service_guide/{kind.guide}") if kind.guide else None
    of_guide = (guide.title, *own.get(f"{guide.address}.html", ())) if guide else ()
    return tuple(dict.fromkeys((*kind_names(kind), *of_guide)))


def asked_for(edition: Edition[WebNotice]) -> dict[str, tuple[str, ...]]:
    """By path, the words that the office has heard people use."""
    found: dict[str, list[str]] = {}
    for each in edition.office.search_words:
        found.setdefault(f"{each.page}.html", []).append(each.words)
    return {path: tuple(words) for path, words in found.items()}


def record_words(notice: WebNotice, kind: Kind) -> tuple[tuple[str, ...], tuple[str, ...], str]:
    """Names, numbers and text of a record, from the columns its kind names."""
    record = notice.record()
    words, numbers, text = (
        [each for name in columns for each in _texts(record[name])]
        for columns in (kind.search.words, kind.search.numbers, kind.search.text)
    )
    return tuple(words), tuple(numbers), " ".join(text)


def is_searched(facts: Facts, edition: Edition[WebNotice]) -> bool:
    """Whether entries of the notice are searched, not only its title."""
    return bool(edition.kinds[facts.kind].search.columns)


def _texts(shown: object) -> list[str]:
    if isinstance(shown, str):
        return [shown] if shown else []
    return [text for part in shown for text in _texts(part)] if isinstance(shown, (list, tuple)) else []
