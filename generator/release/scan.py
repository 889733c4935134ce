"""The output scan: the last look before anything is published.

Every HTML, script, JSON, CSV, XML, text and PDF file, workbook and archive, the lines of the ledger,
PDF metadata and every file name is searched for ID, card and phone numbers in any
disguise; in `site/` also for every full value of a column that the web masks.
"""

import csv
import io
import re
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pikepdf

from generator.detection import numbers_in_plain, private_numbers, public_numbers
from generator.detection.names import count_names
from generator.detection.normalise import normalise, source_text, visible_text
from generator.findings import Finding, Place, finding
from generator.rendering.readback import pdf_text

# Reading a poster back takes as long as reading this many pages; starting workers as long as a thousand.
_POSTER_EFFORT = 9
_WORTH_WORKERS = 1000
SCANNED = {".html", ".js", ".json", ".jsonl", ".csv", ".xml", ".txt", ".svg", ".pdf", ".xlsx", ".zip"}
_PACKED = {".html", ".xml", ".rels", ".svg"}


@dataclass(frozen=True)
class Target:
    """What to look for: `names` must not stand in `site/`; `public` are exact values that may stand anywhere."""

    public: frozenset[str]
    names: frozenset[str]


@dataclass(frozen=True)
class Scanned:
    """Findings, and the files in which a two-character name stands inside a longer run of characters.

    Such a run is nearly always an ordinary word (高龄 in 高龄津贴), and nobody can
    tell by the characters alone: it is reported, not refused.
    """

    findings: tuple[Finding, ...] = ()
    ambiguous: tuple[str, ...] = ()


def make_target(public_values: Iterable[str], masked: frozenset[str], public_names: frozenset[str]) -> Target:
    """A recipient who has the name of a staff member, village or unit cannot be told apart from it."""
    return Target(public_numbers(public_values), frozenset(map(normalise, masked - public_names)))


def scan_files(root: Path, paths: list[str], target: Target, jobs: int) -> Iterator[Scanned]:
    """Each file's result, in the order of `paths`; in worker processes where there is enough to do."""
    effort = sum(_POSTER_EFFORT if path.endswith(".pdf") else 1 for path in paths)
    if jobs < 2 or effort < _WORTH_WORKERS:
        yield from (scan_file(root, path, target) for path in paths)
        return
    # A county has tens of thousands of names: each worker is handed them once, not with every file.
    with ProcessPoolExecutor(jobs, get_context("spawn"), initializer=_begin, initargs=(root, target)) as pool:
        yield from pool.map(_scan_in_worker, paths, chunksize=16)


_worker: dict[str, Any] = {}


def _begin(root: Path, target: Target) -> None:
    _worker.update(root=root, target=target)


def _scan_in_worker(path: str) -> Scanned:
    return scan_file(_worker["root"], path, _worker["target"])


def scan_file(root: Path, path: str, target: Target) -> Scanned:
    """One file of a staged release; no finding repeats what was found."""
    web = path.removeprefix("after/").startswith("site/")
    # Where the name of a file is itself the leak, only its folder may be said.
    folder = Place(f"{Path(path).parent}/（文件名）")
    if in_name := private_numbers(path, target.public):
        return Scanned((finding("output-private", folder, kinds=tuple(in_name)),))
    if web and count_names([normalise(path)], target.names)[0]:
        return Scanned((finding("output-masked", folder, count=1),))
    if Path(path).suffix not in SCANNED:
        return Scanned()
    texts = [normalise(text) for text in _texts(root / path)]
    findings = []
    kinds = dict.fromkeys(kind for text in texts for kind in numbers_in_plain(text, target.public))
    if kinds:
        findings.append(finding("output-private", Place(path), kinds=tuple(kinds)))
    if not web:
        return Scanned(tuple(findings))
    certain, possible = count_names(texts, target.names)
    if certain:
        findings.append(finding("output-masked", Place(path), count=certain))
    return Scanned(tuple(findings), (path,) if possible else ())


def _texts(path: Path) -> list[str]:
    """The texts of a file; separate cells and blocks stand on separate lines."""
    match path.suffix:
        case ".html" | ".svg" | ".xml":
            markup = path.read_text(encoding="utf-8")
            return [visible_text(markup), source_text(markup)]
        case ".csv":
            rows = csv.reader(io.StringIO(path.read_text(encoding="utf-8-sig"), newline=""))
            return ["\n".join(cell for row in rows for cell in row)]
        case ".zip" | ".xlsx":
            return list(_members(path))
        case ".pdf":
            content = path.read_bytes()
            text = pdf_text(content)
            return [text, re.sub(r"\s+", "", text), _metadata(content)]
        case _:
            return [path.read_text(encoding="utf-8")]


def _members(path: Path) -> Iterator[str]:
    """The texts of what is packed into a file, and the names of its members."""
    with ZipFile(path) as archive:
        for name in archive.namelist():
            yield name
            if Path(name).suffix in _PACKED:
                markup = archive.read(name).decode("utf-8")
                yield visible_text(markup)
                yield source_text(markup)


def _metadata(content: bytes) -> str:
    """Document properties and XMP of a PDF, as text."""
    with pikepdf.open(io.BytesIO(content)) as document:
        properties = [f"{key} {value}" for key, value in document.docinfo.items()]
        xmp = document.Root.Metadata.read_bytes().decode("utf-8") if "/Metadata" in document.Root else ""
    return "\n".join([*properties, visible_text(xmp)])
