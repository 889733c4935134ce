"""The hand-written pages as the other pages need to know them: where they are, and what people find them by."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from generator import strict_yaml

_HEADING = re.compile(r"#{1,3}\s+(.+?)\s*#*\s*$")
_MARK = "---"


@dataclass(frozen=True)
class ProsePage:
    """`path` is the page's below the site's root, `title` its first heading, `headings` are those below.

    `keywords` stand in its front matter: what else people call it.
    """

    path: str
    title: str
    headings: tuple[str, ...]
    keywords: tuple[str, ...]


def prose_pages(prose: Mapping[str, tuple[str, ...]]) -> tuple[ProsePage, ...]:
    """The pages from their files (`content/about.md`) and lines, in the order of the files."""
    return tuple(_page(file, lines) for file, lines in sorted(prose.items()))


def _page(file: str, lines: tuple[str, ...]) -> ProsePage:
    end = lines.index(_MARK, 1) if lines[:1] == (_MARK,) and _MARK in lines[1:] else 0
    headings = [match[1] for line in lines[end:] if (match := _HEADING.match(line))]
    path = file.partition("/")[2].removesuffix(".md") + ".html"
    title = headings[0] if headings else path.removesuffix(".html")
    return ProsePage(path, title, tuple(headings[1:]), _keywords("\n".join(lines[1:end])))


def _keywords(front_matter: str) -> tuple[str, ...]:
    """What is wrong with the front matter is reported by the site engine; here it has no keywords."""
    try:
        keywords = strict_yaml.parse(front_matter or "{}").content.get("keywords", [])
    except strict_yaml.YamlError:
        return ()
    return tuple(each for each in keywords if isinstance(each, str)) if isinstance(keywords, list) else ()
