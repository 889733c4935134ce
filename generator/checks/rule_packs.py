"""Rule packs agree, or it is said which of their limits applies; and each of their rules is one that is read.

Why: numbers of the law differ by place and year; of two that disagree the
stricter applies, and an office must know that it is held to it. A misspelt
name would be a rule that nobody keeps.
"""

from collections.abc import Iterator

from generator.checks import Scope
from generator.findings import Finding, Phrase, Place, finding, phrase
from generator.office.requirements import disagreements, requirement
from generator.office.rule_names import is_known, near, title_of, unstated
from generator.office.rules import Rule, RulePack, in_force

_FOLDER = Place("data/rules")


def check_office(scope: Scope) -> Iterator[Finding]:
    packs = scope.office.packs
    for pack in packs:
        for name in pack.rules:
            if not is_known(name):
                hint = phrase("did-you-mean", name=near(name)) if near(name) else ""
                yield finding("rule-unknown", _FOLDER, pack=pack.place, name=name, hint=hint)
    for name, said in disagreements(packs, scope.today).items():
        # A narrower band of amounts is a finer net for typing errors, not a conflict.
        if is_known(name) and not name.startswith("amount."):
            yield finding(
                "rule-packs-disagree",
                _FOLDER,
                subject=title_of(name),
                said=tuple(_said(pack, name, rule) for pack, rule in said),
                applies=_applies(scope, name, said),
            )


def not_checked(scope: Scope) -> Iterator[Phrase]:
    kinds = {
        table.kind.id
        for table in scope.tables
        if table.kind.section == "relief" and table.kind.entry_unit in {"户", "人"} and table.first("money")
    }
    for title in unstated(scope.office.packs, scope.today, kinds):
        yield phrase("unchecked-no-rule", subject=title)
    for pack in in_force(scope.office.packs, scope.today):
        for question in pack.to_confirm:
            yield phrase("to-confirm", place=pack.place, question=question)


def _said(pack: RulePack, name: str, rule: Rule) -> Phrase:
    return phrase("pack-says", place=pack.place, source=rule.source, limits=_limits(pack, name, rule))


def _limits(pack: RulePack, name: str, rule: Rule) -> str | Phrase:
    """What one pack asks; for a rule by size only that it depends on one."""
    if rule.depends_on_size:
        return phrase("by-size")
    alone = requirement([pack], name, pack.effective)
    assert alone is not None
    return f"{alone.limits() or '、'.join(alone.values)}{rule.unit}"


def _applies(scope: Scope, name: str, said: tuple[tuple[RulePack, Rule], ...]) -> str | Phrase:
    if any(rule.depends_on_size for _, rule in said):
        return phrase("stricter-by-size")
    asked = scope.office.requirement(name, scope.today)
    assert asked is not None
    return f"{asked.limits() or '、'.join(asked.values)}{asked.unit}"
