"""Every post that the rule packs ask for is held by somebody of the township's office.

Why: residents look for the person behind a post; a post without one is a matter
that nobody does. Source of the posts: the rule pack (five or four, by place).
"""

from collections.abc import Iterator

from generator.checks import Scope
from generator.findings import Finding, Place, finding


def check_office(scope: Scope) -> Iterator[Finding]:
    asked = scope.office.requirement("posts", scope.today)
    held = {member.post for member in scope.office.registers.staff if member.type in {"分管领导", "镇民政办"}}
    missing = tuple(post for post in asked.values if post not in held) if asked else ()
    if asked and missing:
        yield finding("post-vacant", Place("data/registers/staff.csv"), posts=missing, source=asked.source)
