"""A duty list has as many matters and tasks as the catalogue asks for.

Why: a list with fewer leaves work to nobody; one with more has split or invented
some. Source of the numbers: the rule pack (蚌山发〔2017〕7号: township 32 matters and
74 tasks, village 28 and 56). A list of which no pack says anything, such as the
assistants', is exempt.
"""

from collections.abc import Iterator

from generator.checks import Scope
from generator.findings import Finding, finding
from generator.office.rule_names import is_known, title_of
from generator.tables import Table

ALWAYS = False


def check(table: Table, scope: Scope) -> Iterator[Finding]:
    found = {
        "matters": len(set(table.values("matter_number")) - {None}),
        "tasks": len(set(table.values("task_number")) - {None}),
    }
    for counted, number in found.items():
        name = f"duties.{table.listing.id}.{counted}"
        asked = scope.office.requirement(name, scope.today) if is_known(name) else None
        if asked and not asked.admits(number):
            yield finding(
                "duty-list-size",
                table.place(),
                subject=title_of(name),
                found=number,
                limits=asked.limits(),
                source=asked.source,
            )
