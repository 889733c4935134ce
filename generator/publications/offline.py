"""A ZIP per village: its pages, the guides and the hand-written pages, to open from a disk without a network.

Links between pages in it work; all others lead to the site. Put together from
the staged pages, so that nothing is rendered twice; what all villages share is
packed once.
"""

import io
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import lru_cache, partial
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from generator.artifacts import ZIP, Artifact, digest
from generator.edition import Edition, Site
from generator.notices import WebNotice
from generator.office import Village
from generator.rendering import Press
from generator.rendering.links import Parted, parted

# Fixed, so that the same pages give the same bytes: the first day that a ZIP can hold.
_WHEN = (1980, 1, 1, 0, 0, 0)
_READABLE = 0o100644 << 16
_FIRST = "index.html"
_AFTER = "after/"


def derived(made: Sequence[Artifact], edition: Edition[WebNotice], press: Press) -> Iterator[Artifact]:
    """The ZIPs; and, for purge, what is left of each when something in it has ended."""
    by_path = {each.path: each for each in made}
    shared = [f"site/{page.path}" for page in edition.prose if page.path != _FIRST]
    shared += [path for path in by_path if path.startswith("site/assets/")]
    shared += [f"site/{notice.facts.address}.html" for notice in edition.notices if notice.facts.section == "guides"]
    addresses: dict[str, list[str]] = defaultdict(list)
    for facts in edition.facts:
        addresses[facts.village_code].append(facts.address)
    for village in edition.office.registers.villages:
        own = [f"site/{address}.html" for address in (*addresses[village.code], f"villages/{village.code}")]
        yield _offline(edition, press, village, shared, own, by_path, "")
        left = [_AFTER + path if _AFTER + path in by_path else path for path in own]
        yield _offline(edition, press, village, shared, left, by_path, _AFTER)


def _offline(
    edition: Edition[WebNotice],
    press: Press,
    village: Village,
    shared: list[str],
    own: list[str],
    by_path: Mapping[str, Artifact],
    folder: str,
) -> Artifact:
    # Guides and pages of every village are shown for long: only what is a village's own ends.
    artifacts = [by_path[path] for path in (*shared, *own) if path in by_path]
    return Artifact(
        path=f"{folder}site/offline/{village.code}.zip",
        media_type=ZIP,
        key=digest(press.page_digest, edition.site, village),
        until=min((each.until for each in artifacts if each.until), default=None),
        make=partial(_make, press, village, edition.site, frozenset(own)),
        notices=tuple(sorted({address for each in artifacts for address in each.notices})),
        sources=tuple(sorted((*shared, *own))),
    )


def _make(press: Press, village: Village, site: Site, own: frozenset[str], files: Mapping[str, bytes]) -> bytes:
    contents = {_name(path): content for path, content in files.items()}
    start = press.render("pages/offline.html", village=village, settings=site.settings, mark=site.mark)
    contents[_FIRST] = start.encode("utf-8")
    names = set(map(_name, own))
    # What leads to a page of the village differs from village to village, too.
    names |= {path for path, content in contents.items() if not names.isdisjoint(_targets(path, content))} | {_FIRST}
    shared = tuple((path, content) for path, content in sorted(contents.items()) if path not in names)
    out = io.BytesIO(_packed(shared, site.settings.site_url))
    out.seek(0, io.SEEK_END)
    with ZipFile(out, "a") as archive:
        _add(archive, {path: contents[path] for path in sorted(names)}, contents, site.settings.site_url)
    return out.getvalue()


def _name(path: str) -> str:
    """As it is called in the archive."""
    return path.removeprefix(_AFTER).removeprefix("site/")


@lru_cache(maxsize=1)
def _packed(files: tuple[tuple[str, bytes], ...], site_url: str) -> bytes:
    """An archive of what all villages have in common."""
    out = io.BytesIO()
    with ZipFile(out, "w") as archive:
        _add(archive, dict(files), {_FIRST, *dict(files)}, site_url)
    return out.getvalue()


def _add(archive: ZipFile, files: Mapping[str, bytes], inside: Collection[str], site_url: str) -> None:
    for path, content in files.items():
        if path.endswith(".html"):
            choose = partial(_inside_or_site, inside, site_url, path)
            content = _parted(path, content).with_links(choose).encode("utf-8")
        entry = ZipInfo(path, _WHEN)
        entry.external_attr, entry.create_system = _READABLE, 3
        archive.writestr(entry, content, ZIP_DEFLATED, 9)


# As many as an archive has pages, so that what all have in common is read once.
@lru_cache(maxsize=200)
def _parted(path: str, content: bytes) -> Parted:
    return parted(content.decode("utf-8"), path)


def _targets(path: str, content: bytes) -> frozenset[str]:
    """The files that a page leads to; none for anything that is no page."""
    return _parted(path, content).files if path.endswith(".html") else frozenset()


def _inside_or_site(inside: Collection[str], site_url: str, path: str, target: str) -> str:
    """A relative link to what is in the archive, the whole address of anything else."""
    return "../" * path.count("/") + target if target in inside else f"{site_url}{target}"
