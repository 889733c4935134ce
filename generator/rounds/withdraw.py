"""Withdrawing a notice or a whole list for good: what it concerns, and its row in the file of withdrawals."""

import csv
import io
import os
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from generator.approvals import BrokenStatement, Ledger, append, load_statement
from generator.detection import private_numbers
from generator.detection.names import count_names, prepare
from generator.detection.normalise import normalise
from generator.edition.sheet_names import sheet_files
from generator.kinds import Kind
from generator.office import Office, Village, Withdrawal
from generator.office.withdrawals import WITHDRAWALS
from generator.project import Project
from generator.sources.listings import Listing, base_address, notice_address
from generator.tables import Table

_HANGING = {"named", "aggregate"}


@dataclass(frozen=True)
class Published:
    """A notice of an approved list: its address, its village (`None`: the whole office's), and the approval's line."""

    address: str
    listing: Listing
    village: Village | None
    line: int


@dataclass(frozen=True)
class Sheet:
    """Posters to be taken off one board: where it hangs, and the files they were printed from."""

    place: str
    files: tuple[str, ...]


def published(
    listings: Collection[Listing],
    tables: Collection[Table],
    kinds: Mapping[str, Kind],
    office: Office,
    ledger: Ledger,
) -> tuple[Published, ...]:
    """Every notice of the approved lists. A list that cannot be read may have one in any village."""
    read = {table.listing.reference: table for table in tables}
    found = []
    for listing in listings:
        approved = ledger.last("approve", listing.reference)
        if approved is None or listing.kind not in kinds:
            continue
        for village in _villages(kinds[listing.kind], read.get(listing.reference), office):
            address = notice_address(listing.reference, village.code if village else "")
            found.append(Published(address, listing, village, approved.number))
    return tuple(found)


def still_withdrawn(ledger: Ledger, reference: str) -> tuple[str, ...]:
    """A list or its notices, as far as they were withdrawn since the list was last approved."""
    approved, base = ledger.last("approve", reference), base_address(reference)
    return tuple(
        subject
        for subject, line in ledger.withdrawn.items()
        if approved and line > approved.number and (subject in {reference, base} or subject.startswith(f"{base}-"))
    )


def concerned(notices: Sequence[Published], subject: str) -> tuple[Published, ...]:
    """The notices that an address or the reference of a list means."""
    return tuple(each for each in notices if subject in {each.address, each.listing.reference})


def unfit_reason(reason: str, names: frozenset[str]) -> str:
    """Why a reason must not be shown to everybody, or nothing. `names` are those that the web masks."""
    if not Withdrawal.SHORTEST <= len(reason) <= Withdrawal.LONGEST or "\n" in reason:
        return f"原因要写{Withdrawal.SHORTEST}到{Withdrawal.LONGEST}个字，不换行"
    if private_numbers(reason):
        return "原因里有身份证号、银行卡号或手机号；原因对外显示，不能写这些"
    known = prepare(frozenset(map(normalise, names)))
    if known and count_names([normalise(reason)], known)[0]:
        return "原因里有名单上的姓名；原因对外显示，不能写姓名"
    return ""


def record(project: Project, office: Office, ledger: Ledger, withdrawal: Withdrawal) -> None:
    """Writes the row, then its line in the ledger. Interrupted in between, it is found and can be repeated."""
    if withdrawal.digest not in {each.digest for each in office.withdrawals}:
        _write(project, (*office.withdrawals, withdrawal))
    append(project, ledger, withdrawal.day, "withdraw", withdrawal.notice, withdrawal.digest)


def sheets(notices: Collection[Published], kinds: Mapping[str, Kind], office: Office, today: date) -> tuple[Sheet, ...]:
    """The posters of these notices that hang on boards since their first day."""
    found = []
    for each in notices:
        kind = kinds[each.listing.kind]
        files = tuple(path for *_, path in sheet_files(kind, _slug(each.address), "board"))
        if files and kind.lists.board in _HANGING and _has_begun(each.listing, today):
            place = f"{each.village.name}（{each.village.board}）" if each.village else office.settings.name
            found.append(Sheet(place, files))
    return tuple(found)


def _villages(kind: Kind, table: Table | None, office: Office) -> tuple[Village | None, ...]:
    column = kind.village_column
    if kind.per == "office" or column is None:
        return (None,)
    named = set(table.values(column.name)) if table else {each.name for each in office.registers.villages}
    return tuple(each for each in office.registers.villages if each.name in named)


def _has_begun(listing: Listing, today: date) -> bool:
    try:
        return load_statement(listing.statement_path).first_day <= today
    except (FileNotFoundError, BrokenStatement):
        return True  # it was approved once, and may hang


def _slug(address: str) -> str:
    return address.removeprefix("notices/").replace("/", "-")


def _write(project: Project, rows: Collection[Withdrawal]) -> None:
    lines = io.StringIO()
    writer = csv.writer(lines, lineterminator="\n")
    writer.writerow(str(field.alias) for field in Withdrawal.model_fields.values())
    writer.writerows(row.cells for row in rows)
    path = project.root / WITHDRAWALS
    beside = path.with_suffix(".new")
    # The mark tells spreadsheet software that it is UTF-8; without it a clerk saves another encoding.
    beside.write_text(lines.getvalue(), encoding="utf-8-sig")
    os.replace(beside, path)
