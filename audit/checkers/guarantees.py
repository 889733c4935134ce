"""What is guaranteed of posters, on every PDF of both folders: a line for each guarantee (`audit/guarantees/`).

`python -m audit guarantees --built FOLDER`. Pages are sheets that were looked at; a complaint is one PDF with the first
thing that is wrong with it.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Protocol, cast

from audit.guarantees import again, codes, entries, glyphs, metadata, sizes, standards, words
from audit.guarantees.known import Known
from audit.guarantees.printed import Printed
from audit.sample import Sample
from audit.verdict import Verdict


class Guarantee(Protocol):
    """What a module of `audit/guarantees/` offers."""

    TITLE: str

    def concerns(self, printed: Printed, known: Known) -> bool: ...

    def objections(self, printed: Printed, known: Known) -> Iterator[str]: ...


GUARANTEES = tuple(cast(Guarantee, each) for each in (sizes, entries, words, glyphs, codes, standards, metadata))


@dataclass
class Tally:
    """What one guarantee found so far: PDFs and sheets looked at, and a line for each PDF that failed."""

    files: int = 0
    sheets: int = 0
    failed: list[str] = field(default_factory=list)

    def add(self, name: str, sheets: int, objections: Iterable[str]) -> None:
        self.files, self.sheets = self.files + 1, self.sheets + sheets
        try:
            found = list(objections)
        except Exception as broken:
            # One broken PDF must not hide what is wrong with the others.
            found = [f"cannot be looked at: {type(broken).__name__} {broken}"]
        if found:
            more = f" (and {len(found) - 1} more)" if len(found) > 1 else ""
            self.failed.append(f"{name}: {found[0]}{more}")

    def verdict(self, title: str) -> Verdict:
        result = f"{len(self.failed)} of {self.files} PDFs fail" if self.files else "nothing to check"
        ok = bool(self.files) and not self.failed
        return Verdict("guarantees", title, self.sheets, result, "0 fail", ok, tuple(self.failed))


def verdicts(sample: Sample) -> Iterator[Verdict]:
    known, there = Known(sample.office, sample.folder), dict[str, int]()
    tallies = {each.TITLE: Tally() for each in GUARANTEES}
    for path in sample.posters:
        printed = Printed(path, sample.name(path))
        there[printed.name] = printed.count
        for each in GUARANTEES:
            if each.concerns(printed, known):
                tallies[each.TITLE].add(printed.name, printed.count, each.objections(printed, known))
    yield _presence(known, there)
    yield from (tally.verdict(title) for title, tally in tallies.items())
    yield _repeated(known, there)


def _presence(known: Known, there: dict[str, int]) -> Verdict:
    """Every poster that today's notices and the print room promise."""
    tally = Tally()
    for name in sorted(known.promised):
        tally.add(name, there.get(name, 0), () if name in there else ("is not there",))
    return tally.verdict("every poster promised is there")


def _repeated(known: Known, there: dict[str, int]) -> Verdict:
    tally, names = Tally(), again.chosen(there)
    wrong = dict(again.differing(known, names))
    for name in names:
        tally.add(name, there[name], [wrong[name]] if name in wrong else ())
    return tally.verdict(again.TITLE)
