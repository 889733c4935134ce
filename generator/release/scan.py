"""The output scan: the last look before anything is published.

Every HTML, script, JSON, CSV, XML, text and PDF file, workbook and archive, the lines of the ledger,
PDF metadata and every file name is searched for ID, card and phone numbers in any
disguise; in `site/` also for every full value of a column that the web masks.
"""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from zipfile import ZipFile

import pikepdf

from generator.detection import public_numbers
from generator.detection.lines import Learned, Searched, search, taken
from generator.detection.names import Names, prepare
from generator.detection.normalise import normalise, visible_text
from generator.findings import Finding, Place, finding
from generator.release.forked import forked
from generator.rendering.press import code_digest
from generator.rendering.readback import pdf_text

# Files that are worth a message to another process: posters take as long as ten pages.
_AT_A_TIME = 16
SCANNED = {".html", ".js", ".json", ".jsonl", ".csv", ".xml", ".txt", ".svg", ".pdf", ".xlsx", ".zip"}
_PACKED = {".html", ".xml", ".rels", ".svg"}


@dataclass(frozen=True)
class Target:
    """What to look for: `names` must not stand in `site/`; `public` are exact values that may stand anywhere.

    `scanner` digests the program that looks: what it found clean, it need not look at again.
    """

    public: frozenset[str]
    names: frozenset[str]
    scanner: str

    @cached_property
    def prepared(self) -> Names | None:
        """The names, ready to be found; once for a build."""
        return prepare(self.names)


# Whether a file is in `site/`, where no full name may stand; whether a text is markup.
Searches = dict[tuple[bool, bool], Searched]


@dataclass(frozen=True)
class Scanned:
    """Findings, and the files in which a two-character name stands inside a longer run of characters.

    Such a run is nearly always an ordinary word (高龄 in 高龄津贴), and nobody can
    tell by the characters alone: it is reported, not refused. `learned` is what no
    file before had.
    """

    findings: tuple[Finding, ...] = ()
    ambiguous: tuple[str, ...] = ()
    learned: Learned = Learned()


def make_target(public_values: Iterable[str], masked: frozenset[str], public_names: frozenset[str]) -> Target:
    """A recipient who has the name of a staff member, village or unit cannot be told apart from it."""
    return Target(public_numbers(public_values), frozenset(map(normalise, masked - public_names)), code_digest())


def searches(target: Target, before: frozenset[bytes] = frozenset()) -> Searches:
    """Searches that learn from file to file; `before` are texts that are known to be clean (see `lines.Learned`)."""
    return {
        (web, markup): Searched(target.public, target.prepared if web else None, markup, before)
        for web in (True, False)
        for markup in (True, False)
    }


def scan_files(
    root: Path, paths: Sequence[str], target: Target, before: frozenset[bytes], jobs: int
) -> Iterator[tuple[str, Scanned]]:
    """Each file with its result, in any order, with up to `jobs` processes."""
    found = searches(target, before)
    # Each process learns the lines of the files it reads, so that it should read files that are alike.
    yield from forked(paths, lambda path: scan_file(root, path, found), jobs, _AT_A_TIME)


def scan_file(root: Path, path: str, searches: Searches) -> Scanned:
    """One file of a staged release; no finding repeats what was found."""
    web = in_site(path)
    # Where the name of a file is itself the leak, only its folder may be said.
    folder = Place(f"{Path(path).parent}/（文件名）")
    in_name = search(path, searches[web, False])
    if in_name.numbers:
        return Scanned((finding("output-private", folder, kinds=in_name.numbers),))
    if in_name.certain:
        return Scanned((finding("output-masked", folder, count=1),))
    texts = _texts(root / path) if Path(path).suffix in SCANNED else ()
    found = [search(text, searches[web, markup]) for text, markup in texts]
    findings = []
    if numbers := tuple(dict.fromkeys(kind for each in found for kind in each.numbers)):
        findings.append(finding("output-private", Place(path), kinds=numbers))
    if certain := sum(each.certain for each in found):
        findings.append(finding("output-masked", Place(path), count=certain))
    return Scanned(tuple(findings), (path,) if any(each.possible for each in found) else (), _taken(searches))


def _taken(searches: Searches) -> Learned:
    learned = [taken(each) for each in searches.values()]
    return Learned(
        frozenset().union(*(each.texts for each in learned)), frozenset().union(*(each.words for each in learned))
    )


def in_site(path: str) -> bool:
    """Whether a file of a release is shown to everybody, now or once something has ended."""
    return path.removeprefix("after/").startswith("site/")


def _texts(path: Path) -> Iterator[tuple[str, bool]]:
    """The texts of a file, each with whether it is markup; separate cells and blocks stand on separate lines."""
    match path.suffix:
        case ".html" | ".svg" | ".xml":
            yield path.read_text(encoding="utf-8"), True
        case ".csv":
            rows = csv.reader(io.StringIO(path.read_text(encoding="utf-8-sig"), newline=""))
            yield "\n".join(cell for row in rows for cell in row), False
        case ".zip" | ".xlsx":
            yield from _members(path)
        case ".pdf":
            content = path.read_bytes()
            text = pdf_text(content)
            yield from ((each, False) for each in (text, re.sub(r"\s+", "", text), _metadata(content)))
        case _:
            yield path.read_text(encoding="utf-8"), False


def _members(path: Path) -> Iterator[tuple[str, bool]]:
    """The texts of what is packed into a file, and the names of its members."""
    with ZipFile(path) as archive:
        for name in archive.namelist():
            yield name, False
            if Path(name).suffix in _PACKED:
                yield archive.read(name).decode("utf-8"), True


def _metadata(content: bytes) -> str:
    """Document properties and XMP of a PDF, as text."""
    with pikepdf.open(io.BytesIO(content)) as document:
        properties = [f"{key} {value}" for key, value in document.docinfo.items()]
        xmp = document.Root.Metadata.read_bytes().decode("utf-8") if "/Metadata" in document.Root else ""
    return "\n".join([*properties, visible_text(xmp)])
