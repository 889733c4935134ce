"""A list grouped by one column under another."""

from generator.kinds import View
from generator.notices import Column, Entry

Groups = dict[str, dict[str, list[Entry]]]


def grouped(columns: tuple[Column, ...], entries: tuple[Entry, ...], view: View) -> tuple[list[Column], Groups]:
    """Entries by `under`, then by `group`, in the order of the list, and the columns that remain."""
    names = [column.name for column in columns]
    outer, inner = names.index(view.under), names.index(view.group)
    kept = [index for index in range(len(names)) if index not in {outer, inner}]
    groups: Groups = {}
    for entry in entries:
        inside = groups.setdefault(str(entry.shown[outer]), {}).setdefault(str(entry.shown[inner]), [])
        inside.append(Entry(tuple(entry.shown[i] for i in kept), tuple(entry.plain[i] for i in kept)))
    return [columns[index] for index in kept], groups
