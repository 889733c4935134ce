"""The output scan: the last look before anything is published.

Every HTML, JSON, CSV, XML, text and PDF file, PDF metadata and every file name
is searched for ID, card and phone numbers in any disguise; in `site/` also for
every full value of a column that the web masks.
"""

import csv
import io
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import ahocorasick
import pikepdf

from generator.detection import private_numbers, public_numbers
from generator.detection.normalise import normalise, source_text, visible_text
from generator.findings import Finding, Place, finding
from generator.rendering.readback import pdf_text

SCANNED = {".html", ".json", ".csv", ".xml", ".txt", ".svg", ".pdf"}


@dataclass(frozen=True)
class Target:
    """What to look for.

    `masked` must not stand in `site/` at all, `cells` (names that are also
    ordinary words) not as a whole cell; `public` are exact values that may stand.
    """

    public: frozenset[str]
    masked: frozenset[str]
    cells: frozenset[str]


def make_target(
    public_values: Iterable[str], masked: frozenset[str], public_text: str, public_names: frozenset[str]
) -> Target:
    """Names that the office's own texts contain can only be looked for as whole cells."""
    words = frozenset(name for name in masked if name in public_text)
    return Target(public_numbers(public_values), masked - words, words - public_names)


def scan_files(root: Path, paths: Iterable[str], target: Target) -> list[Finding]:
    """Findings in these files of a staged release; no finding repeats what was found."""
    return [each for path in paths for each in _scan_file(root, path, target)]


def _scan_file(root: Path, path: str, target: Target) -> list[Finding]:
    findings = []
    in_name = private_numbers(path, target.public)
    if in_name:
        # The name itself is the leak: only the folder may be said.
        place = Place(f"{Path(path).parent}/（文件名）")
        return [finding("output-private", place, kinds="、".join(in_name))]
    if Path(path).suffix not in SCANNED:
        return []
    texts = _texts(root / path)
    kinds = dict.fromkeys(kind for text in texts for kind in private_numbers(text, target.public))
    if kinds:
        findings.append(finding("output-private", Place(path), kinds="、".join(kinds)))
    if path.startswith("site/") or path.startswith("after/site/"):
        count = sum(_full_values(text, target) for text in [*texts, path])
        if count:
            findings.append(finding("output-masked", Place(path), count=count))
    return findings


def _texts(path: Path) -> list[str]:
    """The texts of a file; separate cells and blocks stand on separate lines."""
    match path.suffix:
        case ".html" | ".svg" | ".xml":
            markup = path.read_text(encoding="utf-8")
            return [visible_text(markup), source_text(markup)]
        case ".csv":
            rows = csv.reader(io.StringIO(path.read_text(encoding="utf-8-sig"), newline=""))
            return ["\n".join(cell for row in rows for cell in row)]
        case ".pdf":
            content = path.read_bytes()
            text = pdf_text(content)
            return [text, re.sub(r"\s+", "", text), _metadata(content)]
        case _:
            return [path.read_text(encoding="utf-8")]


def _metadata(content: bytes) -> str:
    """Document properties and XMP of a PDF, as text."""
    with pikepdf.open(io.BytesIO(content)) as document:
        properties = [f"{key} {value}" for key, value in document.docinfo.items()]
        xmp = document.Root.Metadata.read_bytes().decode("utf-8") if "/Metadata" in document.Root else ""
    return "\n".join([*properties, visible_text(xmp)])


def _full_values(text: str, target: Target) -> int:
    """How often a full value stands in `text`, spaces and invisible characters taken out."""
    lines = [re.sub(r"[^\S\n]+", "", line) for line in normalise(text).split("\n")]
    count = sum(line in target.cells for line in lines)
    if target.masked:
        count += sum(1 for _ in _automaton(target.masked).iter("\n".join(lines)))
    return count


@cache
def _automaton(values: frozenset[str]) -> ahocorasick.Automaton:
    automaton = ahocorasick.Automaton()
    for value in values:
        automaton.add_word(normalise(value), True)
    automaton.make_automaton()
    return automaton
