"""Which column of the file is which column of the kind. Two that fit are reported, never chosen between."""

from collections.abc import Mapping
from dataclasses import dataclass

from xlsxwriter.utility import xl_col_to_name

from generator.columns import is_blank
from generator.findings import Finding, finding
from generator.gates.private_headings import is_private
from generator.intake.grid import Grid, shown
from generator.intake.headings import Header, Heading, known_keys
from generator.kinds import Kind, KindColumn

# Behind the last group of a file without merged cells such columns are the row's own; a name may not be.
_OF_NOBODY = frozenset(["money", "count", "choice", "date", "month"])


@dataclass(frozen=True)
class Recognised:
    """A column that is kept: where it stands, under which heading, in which unit (`元/月`, `人`)."""

    column: KindColumn
    index: int
    heading: str
    unit: str


@dataclass(frozen=True)
class Dropped:
    """A column that is not kept, and why: `private`, `unknown` or `blank`."""

    index: int
    heading: str
    reason: str


@dataclass(frozen=True)
class Matching:
    """What becomes of every column of the file, and the values given for missing ones by name."""

    recognised: tuple[Recognised, ...]
    dropped: tuple[Dropped, ...]
    fixed: Mapping[str, str]
    fixed_titles: tuple[str, ...] = ()


def match_columns(
    grid: Grid, header: Header, kind: Kind, fixed: Mapping[str, str], table_unit: str
) -> tuple[Matching, tuple[Finding, ...]]:
    """The matching, and findings for columns that are missing, or fit twice, or state an impossible unit."""
    recognised: list[Recognised] = []
    findings: list[Finding] = []
    claimed: dict[int, list[KindColumn]] = {}
    for column in kind.columns:
        found = _candidates(header, known_keys(kind)[column.name], column.type)
        for index in found:
            claimed.setdefault(index, []).append(column)
        places = tuple(f"{xl_col_to_name(index)} “{shown(header.headings[index].text)}”" for index in found)
        if len(found) > 1 or (found and column.name in fixed):
            findings.append(
                finding("raw-column-ambiguous", grid.place(header.last), column=column.title, places=places)
            )
        elif found:
            one, problems = _recognise(grid, header, found[0], column, table_unit)
            recognised.append(one)
            findings += problems
        elif column.required and column.name not in fixed:
            findings.append(
                finding(
                    "raw-column-missing",
                    grid.place(header.last),
                    column=column.title,
                    accepted=(column.title, *column.aliases),
                )
            )
    for index, columns in claimed.items():
        if len(columns) > 1:
            titles = tuple(each.title for each in columns)
            place = grid.place(header.last, index, header.headings[index].text)
            findings.append(finding("raw-heading-shared", place, columns=titles))
    dropped = tuple(
        Dropped(index, shown(heading.text), _reason(grid, header, index, heading))
        for index, heading in enumerate(header.headings)
        if index not in claimed
    )
    titles = tuple(column.title for column in kind.columns if column.name in fixed)
    return Matching(tuple(recognised), dropped, fixed, titles), tuple(findings)


def _candidates(header: Header, keys: tuple[str, ...], type: str) -> list[int]:
    """Columns matched by group and sub-heading together; else those matched by the sub-heading alone.

    监护人 over 姓名 is nobody's 姓名: under a private group the sub-heading alone says nothing.
    """
    full = [index for index, each in enumerate(header.headings) if each.keys and each.keys[0] in keys]
    if full:
        return full
    found = [index for index, each in enumerate(header.headings) if each.keys and each.keys[-1] in keys]
    # Several are reported as they are: the private one may be the only one that fits by its name.
    return found if len(found) > 1 else [index for index in found if _may_stand_alone(header.headings[index], type)]


def _may_stand_alone(heading: Heading, type: str) -> bool:
    return not _is_private(heading) or (not heading.group_is_own and type in _OF_NOBODY)


def _is_private(heading: Heading) -> bool:
    return heading.of_another or is_private(heading.text)


def _recognise(
    grid: Grid, header: Header, index: int, column: KindColumn, table_unit: str
) -> tuple[Recognised, tuple[Finding, ...]]:
    heading = header.headings[index]
    unit = heading.unit or (table_unit if column.type == "money" else "")
    money, _, period = unit.partition("/")
    possible = {"money": {"元", "万元"}, "count": {column.unit or money, "个"}}.get(column.type, {""})
    # A monthly column is monthly although its heading says only 元; one that says 年 is another column.
    own_period = next((each for each in "月年" if each in column.title), "") if column.type == "money" else ""
    if (money and money not in possible) or (period and own_period and own_period not in period):
        place = grid.place(header.last, index, heading.text)
        return Recognised(column, index, shown(heading.text), unit), (
            finding("raw-heading-unit", place, unit=unit, column=column.title, expected=_expected(column, own_period)),
        )
    if column.type == "money" and not period and own_period:
        unit = f"{money}/{own_period}"
    if column.type == "count" and not unit:
        unit = column.unit
    return Recognised(column, index, shown(heading.text), unit), ()


def _expected(column: KindColumn, period: str) -> str:
    return f"{column.unit}/{period}" if period else column.unit or "无单位"


def _reason(grid: Grid, header: Header, index: int, heading: Heading) -> str:
    if _is_private(heading):
        return "private"
    blank = all(is_blank(row[index]) for row in grid.rows[header.last + 1 :])
    return "blank" if blank else "unknown"
