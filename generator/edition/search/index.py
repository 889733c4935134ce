"""The index put together, as a script that assigns one global: it loads from disk, too, where `fetch` may not."""

import json
from collections.abc import Sequence
from typing import Any

from generator.artifacts import Artifact
from generator.edition import Edition
from generator.edition.search.pages import own_names, page_rows
from generator.edition.search.rows import Tables, demonstration_day, list_rows, tables
from generator.edition.search.words import topic_names
from generator.edition.sections import SECTIONS
from generator.kinds import STAGE_TITLES
from generator.notices import WebNotice
from generator.rendering import Press

# Above so many pages, notices of earlier years are in files of their own, loaded when asked for.
MOST_PAGES = 10_000
GLOBAL = "gongshiIndex"


def scripts(
    edition: Edition[WebNotice], press: Press, made: Sequence[Artifact], shards: int, quoting: bool = True
) -> dict[str, str]:
    """The index by file name. Without `quoting` it holds nothing out of entries, titles and facets only."""
    known = tables(edition)
    pages = [row.packed() for row in page_rows(edition, known, made, quoting)]
    years = list_rows(edition, known)
    newest = max(years, default="")
    older = sorted(set(years) - {newest}, reverse=True) if _count(pages, edition) > MOST_PAGES else []
    main = {
        **_facets(edition, press, known, quoting),
        "pages": pages,
        "lists": [row for name, rows in sorted(years.items(), reverse=True) if name not in older for row in rows],
        "older": older,
        "shards": shards,
    }
    files = {"search-index.js": f"{GLOBAL}={_json(main)};\n"}
    files |= {f"search-index-{name}.js": f"{GLOBAL}[{_json(name)}]={_json(years[name])};\n" for name in older}
    return files


def _count(pages: Sequence[object], edition: Edition[WebNotice]) -> int:
    return len(pages) + sum(bool(facts.round and facts.village_code) for facts in edition.facts)


def _facets(edition: Edition[WebNotice], press: Press, known: Tables, quoting: bool) -> dict[str, Any]:
    """What the numbers in the rows stand for."""
    own = own_names(edition, quoting)
    return {
        "today": demonstration_day(edition),
        "villages": [[each.code, each.name] for each in edition.office.registers.villages],
        "kinds": [
            [kind.id, SECTIONS[kind.section], topic_names(kind, edition, own)] for kind in edition.kinds.values()
        ],
        "months": [name for name in known.months if name],
        "stages": [[name, STAGE_TITLES[name]] for name in known.stages if name],
        "fillers": press.wording("search_fillers").split(),
    }


def _json(value: Any) -> str:
    """JSON that is also JavaScript of every age: these two end a line there, even inside text."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
