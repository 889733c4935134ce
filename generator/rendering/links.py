"""Links of a page that is shown somewhere else: in another site's page, or from a folder on a disk.

Only our own markup is read: a quotation mark or an angle bracket of a text is
always escaped in it, so that tags and attributes can be told by their form.
"""

import re
from collections.abc import Callable
from posixpath import dirname, join, normpath

# A tag as far as an address in it; no tag of HTML has two of them.
_ADDRESS = re.compile(r'(<[a-zA-Z][^<>]*?\s(?:href|src|action)=")([^"]*)(?=")')
# Attributes that hold identifiers, one or several; and a tag that has one of them or leads to one.
_HOLDERS = "id|for|headers|aria-labelledby|aria-describedby|aria-controls"
_IDENTIFIER = re.compile(rf'(?<=\s)({_HOLDERS})="([^"]*)"')
_IDENTIFIED = re.compile(rf'<[a-zA-Z][^<>]*?\s(?:(?:{_HOLDERS})="|href="#)[^<>]*>')
_SCRIPT = re.compile(r"<script\b.*?</script>\n?", re.DOTALL)
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
        if target not in chosen:
            file, mark, place = _parted(target)
            elsewhere = not file or _ELSEWHERE.match(target)
            chosen[target] = target if elsewhere else f"{choose(normpath(join(folder, file)))}{mark}{place}"
        return before + chosen[target]

    return _ADDRESS.sub(link, markup)


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


def _parted(target: str) -> tuple[str, str, str]:
    """The file, the first `?` or `#`, and what follows."""
    match = re.search(r"[?#]", target)
    return (target[: match.start()], match[0], target[match.end() :]) if match else (target, "", "")
