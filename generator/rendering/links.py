"""Links of a page that is shown somewhere else: in another site's page, or from a folder on a disk.

Only our own markup is read: a quotation mark or an angle bracket of a text is
always escaped in it, so that tags and attributes can be told by their form.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property, lru_cache
from posixpath import dirname, join, normpath

_ADDRESS = re.compile(r'\s(?:href|src|action)="([^"]*)"')
# Attributes that hold identifiers, one or several; and a tag that has one of them or leads to one.
_HOLDERS = "id|for|headers|aria-labelledby|aria-describedby|aria-controls"
_IDENTIFIER = re.compile(rf'(?<=\s)({_HOLDERS})="([^"]*)"')
_IDENTIFIED = re.compile(rf'<[a-zA-Z][^<>]*?\s(?:(?:{_HOLDERS})="|href="#)[^<>]*>')
_SCRIPT = re.compile(r"<script\b.*?</script>\n?", re.DOTALL)
_QUERY = re.compile(r"[?#]")
_ELSEWHERE = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:|//")


@dataclass(frozen=True)
class Parted:
    """A page in pieces: a text before each link to a file of the site, and one after the last.

    `links` are the files, from the site's root, each with the query or the place in it.
    """

    texts: tuple[str, ...]
    links: tuple[tuple[str, str], ...]

    @cached_property
    def files(self) -> frozenset[str]:
        """What the page leads to."""
        return frozenset(file for file, _ in self.links)

    def with_links(self, choose: Callable[[str], str]) -> str:
        """The page with every link to a file replaced by `choose(file)`; places within files and queries stay."""
        # A page names few files, most of them more than once.
        chosen = {file: choose(file) for file in self.files}
        linked = (f"{text}{chosen[file]}{rest}" for text, (file, rest) in zip(self.texts, self.links, strict=False))
        return "".join((*linked, self.texts[-1]))


def parted(markup: str, path: str) -> Parted:
    """The page at `path`, in pieces. Links within the page and to elsewhere are none to a file of the site."""
    folder = dirname(path)
    texts, links, end = [], [], 0
    for match in _ADDRESS.finditer(markup):
        start = match.start()
        # In a tag, not in a text that speaks of one.
        if markup.rfind("<", 0, start) < markup.rfind(">", 0, start):
            continue
        file, rest = _file_of(folder, match[1])
        if file:
            texts.append(markup[end : match.start(1)])
            links.append((file, rest))
            end = match.end(1)
    return Parted((*texts, markup[end:]), tuple(links))


def with_links(markup: str, path: str, choose: Callable[[str], str]) -> str:
    """The page at `path` with every link to a file of the site replaced by `choose(file)`."""
    return parted(markup, path).with_links(choose)


def with_own_identifiers(markup: str, prefix: str) -> str:
    """Every identifier, and every reference to one, with `prefix`: another page may use the same words."""

    def identifiers(match: re.Match[str]) -> str:
        return f'{match[1]}="{" ".join(prefix + each for each in match[2].split())}"'

    def tag(match: re.Match[str]) -> str:
        return re.sub(r'(?<=\s)href="#([^"]+)"', rf'href="#{prefix}\1"', _IDENTIFIER.sub(identifiers, match[0]))

    return _IDENTIFIED.sub(tag, markup)


def without_scripts(markup: str) -> str:
    """The markup without its scripts; everything works without them."""
    return _SCRIPT.sub("", markup)


@lru_cache(maxsize=50_000)
def _file_of(folder: str, target: str) -> tuple[str, str]:
    """The file that a page in `folder` leads to, empty if it is none of the site, and the query or place in it."""
    match = _QUERY.search(target)
    file, rest = (target[: match.start()], target[match.start() :]) if match else (target, "")
    return ("", "") if not file or _ELSEWHERE.match(target) else (normpath(join(folder, file)), rest)
