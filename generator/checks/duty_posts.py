"""Whoever answers for a task holds, by the staff register, the post that the task is given to.

Why: a duty list is a promise of who answers. When somebody moves to another
post, list and register must move together, or people call the wrong room.
"""

from collections.abc import Iterator

from generator.checks import Scope
from generator.findings import Finding, finding
from generator.tables import Table

ALWAYS = False


def check(table: Table, scope: Scope) -> Iterator[Finding]:
    held: dict[str, list[str]] = {}
    for member in scope.office.registers.staff:
        held.setdefault(member.name, []).append(member.post)
    for row, (post, person) in enumerate(zip(table.values("post"), table.values("person"), strict=True)):
        if post and person in held and post not in held[person]:
            yield finding("duty-post-differs", table.place(row, "post"), held=tuple(held[person]))
