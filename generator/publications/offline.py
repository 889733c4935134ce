"""A ZIP per village: its pages, the guides and the hand-written pages, to open from a disk without a network.

Links between pages in it work; all others lead to the site. Put together from
the staged pages, so that nothing is rendered twice.
"""

import io
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from generator.artifacts import ZIP, Artifact, digest
from generator.edition import Edition, Site
from generator.notices import WebNotice
from generator.office import Settings, Village
from generator.rendering import Press
from generator.rendering.links import with_links

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
    guides = [f"site/{notice.facts.address}.html" for notice in edition.notices if notice.facts.section == "guides"]
    for village in edition.office.registers.villages:
        own = [f"site/{facts.address}.html" for facts in edition.facts if facts.village_code == village.code]
        own.append(f"site/villages/{village.code}.html")
        yield _offline(edition, press, village, [*shared, *guides, *own], by_path, "")
        left = [_AFTER + path if _AFTER + path in by_path else path for path in own]
        yield _offline(edition, press, village, [*shared, *left], by_path, _AFTER)


def _offline(
    edition: Edition[WebNotice],
    press: Press,
    village: Village,
    sources: list[str],
    by_path: Mapping[str, Artifact],
    folder: str,
) -> Artifact:
    artifacts = [by_path[path] for path in sources if path in by_path]
    return Artifact(
        path=f"{folder}site/offline/{village.code}.zip",
        media_type=ZIP,
        key=digest(press.page_digest, edition.site, village),
        until=min((each.until for each in artifacts if each.until), default=None),
        make=partial(_make, press, village, edition.site),
        notices=tuple(sorted({address for each in artifacts for address in each.notices})),
        sources=tuple(sorted(sources)),
    )


def _make(press: Press, village: Village, site: Site, files: Mapping[str, bytes]) -> bytes:
    contents = {path.removeprefix(_AFTER).removeprefix("site/"): content for path, content in files.items()}
    start = press.render("pages/offline.html", village=village, settings=site.settings, mark=site.mark)
    contents[_FIRST] = start.encode("utf-8")
    choose = partial(_inside_or_site, contents, site.settings)
    out = io.BytesIO()
    with ZipFile(out, "w") as archive:
        for path, content in sorted(contents.items()):
            if path.endswith(".html"):
                content = with_links(content.decode("utf-8"), path, partial(choose, path)).encode("utf-8")
            entry = ZipInfo(path, _WHEN)
            entry.external_attr, entry.create_system = _READABLE, 3
            archive.writestr(entry, content, ZIP_DEFLATED, 9)
    return out.getvalue()


def _inside_or_site(contents: Mapping[str, bytes], settings: Settings, path: str, target: str) -> str:
    """A relative link to what is in the archive, the whole address of anything else."""
    return "../" * path.count("/") + target if target in contents else settings.url(target)
