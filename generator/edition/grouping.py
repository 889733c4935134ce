"""A list grouped by one column under another, or by the units that its columns name."""

from collections.abc import Iterator

from generator.columns.units import SEPARATOR
from generator.kinds import View
from generator.notices import Column, Entry

Groups = dict[str, dict[str, list[Entry]]]


def grouped(columns: tuple[Column, ...], entries: tuple[Entry, ...], view: View) -> tuple[list[Column], Groups]:
    """Entries by `under`, then by `group` (or by unit, then by role) in the order of the list; and the columns left."""
    names = [column.name for column in columns]
    used = {names.index(name) for name in view.columns}
    kept = [index for index in range(len(names)) if index not in used or view.roles]
    groups: Groups = {}
    for entry in entries:
        left = Entry(tuple(entry.shown[i] for i in kept), tuple(entry.plain[i] for i in kept))
        for outer, inner in _headings(entry, names, view):
            groups.setdefault(outer, {}).setdefault(inner, []).append(left)
    order = list(view.roles.values())
    if order:
        groups = {unit: {role: roles[role] for role in order if role in roles} for unit, roles in groups.items()}
    return [columns[index] for index in kept], groups


def _headings(entry: Entry, names: list[str], view: View) -> Iterator[tuple[str, str]]:
    """The headings under which an entry stands: one, or each unit it names with its role."""
    if not view.roles:
        yield str(entry.shown[names.index(view.under)]), str(entry.shown[names.index(view.group)])
    for column, role in view.roles.items():
        for unit in filter(None, entry.plain[names.index(column)].split(SEPARATOR)):
            yield unit, role
