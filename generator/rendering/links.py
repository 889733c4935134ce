"""Links of a page that is shown somewhere else: in another site's page, or from a folder on a disk.

Only our own markup is read: a quotation mark or an angle bracket of a text is
always escaped in it, so that tags and attributes can be told by their form.
"""

import re
from collections.abc import Callable
from functools import lru_cache
from posixpath import dirname, join, normpath

_ADDRESS = re.compile(r'(\s(?:href|src|action)=")([^"]*)(?=")')
# Attributes that hold identifiers, one or several; and a tag that has one of them or leads to one.
_HOLDERS = "id|for|headers|aria-labelledby|aria-describedby|aria-controls"
_IDENTIFIER = re.compile(rf'(?<=\s)({_HOLDERS})="([^"]*)"')
_IDENTIFIED = re.compile(rf'<[a-zA-Z][^<>]*?\s(?:(?:{_HOLDERS})="|href="#)[^<>]*>')
_SCRIPT = re.compile(r"<script\b.*?</script>\n?", re.DOTALL)
_QUERY = re.compile(r"[?#]")
_ELSEWHERE = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:|//")


def with_links(markup: str, path: str, choose: Callable[[str], str]) -> str:
    """The page at `path` with every link to a file of the site replaced by `choose(file)`.

    Files are named from the site's root; places within them and queries stay.
    Links within the page and to elsewhere stay as they are.
    """

    folder = dirname(path)
    # A page names few files, most of them more than once.
    chosen: dict[str, str] = {}

    def link(match: re.Match[str]) -> str:
        before, target = match.groups()
        # In a tag, not in a text that speaks of one.
        if markup.rfind("<", 0, match.start()) < markup.rfind(">", 0, match.start()):
            return match[0]
        if target not in chosen:
            file, rest = _parted(folder, target)
            chosen[target] = f"{choose(file)}{rest}" if file else target
        return before + chosen[target]

    return _ADDRESS.sub(link, markup)


def links_of(markup: str, path: str) -> frozenset[str]:
    """The files of the site that the page at `path` leads to, from the site's root."""
    found: set[str] = set()

    def note(file: str) -> str:
        found.add(file)
        return file

    with_links(markup, path, note)
    return frozenset(found)


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
def _parted(folder: str, target: str) -> tuple[str, str]:
    """The file that a page in `folder` leads to, empty if it is none of the site, and the query or place in it."""
    match = _QUERY.search(target)
    file, rest = (target[: match.start()], target[match.start() :]) if match else (target, "")
    return ("", "") if not file or _ELSEWHERE.match(target) else (normpath(join(folder, file)), rest)
