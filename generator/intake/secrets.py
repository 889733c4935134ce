"""Private values, used once to prove that none of them stands in a written cell, then forgotten.

What counts as a leak:

- A long number (nine digits or more: ID, card, phone, case number) in any cell that is free to hold it.
  Shorter ones are left out there: 638.50 may by chance be one person's allowance and another's income.
- A private text (four characters or more: address, account holder, illness) in a cell of free text.
- A name of another member of the household in a cell of free text in the household's own row.

What does not: a name in the name column. The list publishes it by law, and the same
person stands in the file again as account holder or as first of the household's members;
another person of the same name may be private in another row. Nor a village or a word
chosen from a fixed list: these come from the register and from the kind, not from the row.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from generator.columns import written
from generator.detection.normalise import normalise
from generator.intake.matching import Matching
from generator.intake.rows import Row
from generator.kinds import Kind
from generator.writing import Cell
from generator.writing.cells import strip_spaces

_CLOSED = frozenset(["village", "choice", "person_name"])
_FREE = frozenset(["text", "list", "staff", "units", "contact"])
_PARTS = re.compile(r"[、，,;；/|\s]+")
_LONG_NUMBER = re.compile(r"[0-9][0-9 \-]{7,}[0-9Xx]")
_SPACES, _GAP = re.compile(r"[^\S\n]+"), re.compile(r"[ \-]")
# Amounts and dates of private columns may stand in a list by chance.
_AMOUNT, _LONGEST_AMOUNT = re.compile(r"[0-9.,\-/年月日]*"), 12
# A phone without its area code has seven digits; in free text that is long enough.
_SHORTEST_NUMBER, _SHORTEST_TEXT, _SHORTEST_PHONE = 9, 4, 7
_NAME = re.compile("[\u3400-\u9fff\U00020000-\U0003ffff·]{2,3}")


@dataclass(frozen=True)
class Secrets:
    """Normalised private values; never printed, never written, never part of an outcome."""

    numbers: frozenset[str]
    texts: frozenset[str]
    names: Mapping[int, frozenset[str]]

    def __repr__(self) -> str:
        return "Secrets(…)"


def collect(rows: Sequence[Row], matching: Matching) -> Secrets:
    """The private values of the file: private columns whole, other dropped columns' long numbers."""
    free = any(each.column.type in _FREE for each in matching.recognised)
    entries = [row for row in rows if row.sort == "entry"]
    numbers: set[str] = set()
    texts: set[str] = set()
    for dropped in matching.dropped:
        if dropped.reason == "blank":
            continue
        # One long text instead of a million short ones: normalising is most of the work.
        together = "\n".join(written(cell) for cell in {row.cells[dropped.index] for row in entries})
        plain = together if together.isascii() else normalise(together)
        numbers |= _long_numbers(plain)
        if dropped.reason == "private":
            wholes = _SPACES.sub("", plain).split("\n")
            texts |= {part for part in (*wholes, *_PARTS.split(plain)) if _is_text(part)}
    names = _names_by_row(entries, matching) if free else {}
    own = {_plain(written(row.cells[index])) for index in _name_columns(matching) for row in entries}
    return Secrets(frozenset(numbers), frozenset(texts - own), names)


def leaks(written_rows: Iterable[tuple[int, Mapping[str, str]]], kind: Kind, secrets: Secrets) -> list[tuple[int, str]]:
    """Row and column of every written cell in which a private value stands."""
    found = []
    number_lengths = sorted({len(each) for each in secrets.numbers})
    text_lengths = sorted({len(each) for each in secrets.texts})
    types = {column.name: column.type for column in kind.columns}
    known: dict[tuple[str, str], bool] = {}
    for row, cells in written_rows:
        for name, text in cells.items():
            if types[name] in _CLOSED:
                continue
            key = (name, text)
            if key not in known:
                plain = _plain(text)
                digits = re.sub(r"[^0-9Xx]", "", plain).upper()
                known[key] = _holds(digits, secrets.numbers, number_lengths) or (
                    types[name] in _FREE and _holds(plain, secrets.texts, text_lengths)
                )
            near = types[name] in _FREE and any(each in text for each in secrets.names.get(row, ()))
            if known[key] or near:
                found.append((row, name))
    return found


def _holds(text: str, secrets: frozenset[str], lengths: Sequence[int]) -> bool:
    """Whether any secret stands in `text`: written cells are short, so their pieces are looked up."""
    return any(text[start : start + length] in secrets for length in lengths for start in range(len(text) - length + 1))


def _long_numbers(plain: str) -> set[str]:
    runs = (_GAP.sub("", run).upper() for run in _LONG_NUMBER.findall(plain))
    return {run for run in runs if len(run) >= _SHORTEST_NUMBER}


def _plain(text: str) -> str:
    return strip_spaces(text if text.isascii() else normalise(text))


def _is_text(part: str) -> bool:
    if part.isdigit():
        return len(part) >= _SHORTEST_PHONE
    return len(part) > _LONGEST_AMOUNT or (len(part) >= _SHORTEST_TEXT and not _AMOUNT.fullmatch(part))


def _names_by_row(entries: Sequence[Row], matching: Matching) -> dict[int, frozenset[str]]:
    """Short names in private columns, row by row, without the row's own published name."""
    private = [each.index for each in matching.dropped if each.reason == "private"]
    columns = _name_columns(matching)
    names: dict[int, frozenset[str]] = {}
    for row in entries:
        own = {_plain(written(row.cells[index])) for index in columns}
        here = {part for index in private for part in _name_parts(row.cells[index])} - own
        if here:
            names[row.number] = frozenset(here)
    return names


def _name_parts(cell: Cell) -> list[str]:
    return [part for part in _PARTS.split(written(cell)) if _NAME.fullmatch(part)]


def _name_columns(matching: Matching) -> list[int]:
    return [each.index for each in matching.recognised if each.column.type == "person_name"]
