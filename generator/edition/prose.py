"""The hand-written pages, as far as portals and search engines must know them.

The site engine writes these pages; their front matter says when they were
published (`date: 2026-10-20 09:00`), and may say `description`, `keywords` and
`also`, what people call the page when they search.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import yaml

_HEADING = re.compile(r"#{1,3}\s+(.+?)\s*#*\s*$")
_MARK = "---"
_FOLDER = "content/"


@dataclass(frozen=True)
class Prose:
    """A hand-written page: where it is, its first heading, those below, and what its front matter says of it.

    `keywords` are for portals, `also` is what else people call it when they search; `body` is its Markdown
    below the front matter.
    """

    path: str
    title: str
    published: str = ""
    description: str = ""
    keywords: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    headings: tuple[str, ...] = ()
    body: str = ""

    @property
    def file(self) -> str:
        """The file it is written in, from the office's folder."""
        return f"{_FOLDER}{self.path.removesuffix('.html')}.md"


def prose_pages(files: Mapping[str, Sequence[str]]) -> tuple[Prose, ...]:
    """The pages by their files' lines; the site engine tells of a front matter that cannot be read."""
    return tuple(_prose(file, list(lines)) for file, lines in sorted(files.items()))


def _prose(file: str, lines: list[str]) -> Prose:
    end = lines.index(_MARK, 1) + 1 if lines[:1] == [_MARK] and _MARK in lines[1:] else 0
    matter = _front_matter(lines[1 : max(end - 1, 0)])
    headings = [match[1] for line in lines[end:] if (match := _HEADING.match(line))]
    return Prose(
        path=file.removeprefix(_FOLDER).removesuffix(".md") + ".html",
        title=str(matter.get("title", headings[0] if headings else "")),
        published=str(matter.get("date", "")),
        description=str(matter.get("description", "")),
        keywords=_texts(matter.get("keywords", [])),
        also=_texts(matter.get("also", [])),
        headings=tuple(headings[1:]),
        body="\n".join(lines[end:]),
    )


def _texts(value: Any) -> tuple[str, ...]:
    return tuple(map(str, value if isinstance(value, list) else [value]))


def _front_matter(lines: list[str]) -> dict[str, Any]:
    try:
        # Every value as text: YAML would make something else of a date. This loader makes nothing but text.
        read = yaml.load("\n".join(lines), Loader=yaml.BaseLoader)  # nosec B506
    except yaml.YAMLError:
        return {}
    return read if isinstance(read, dict) else {}
