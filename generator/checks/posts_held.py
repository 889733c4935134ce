"""Every post that the rule packs ask for is held by somebody of the township's office.

Why: residents look for the person behind a post; a post without one is a matter
that nobody does. Source of the posts: the rule pack (five or four, by place).
"""

from collections.abc import Iterator

from generator.checks import Scope
from generator.findings import Finding, Place, finding
from generator.office.staffing import posts_held


def check_office(scope: Scope) -> Iterator[Finding]:
    asked, missing = posts_held(scope.office, scope.today)
    if asked and missing:
        yield finding("post-vacant", Place("data/registers/staff.csv"), posts=missing, source=asked.source)
