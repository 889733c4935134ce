"""What the rule packs in force ask together: of two that disagree, the stricter."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from generator.office.rules import Rule, RulePack, Tier, in_force


@dataclass(frozen=True)
class Requirement:
    """What a check applies: limits in `unit`, words, and the sources they come from."""

    name: str
    title: str
    unit: str
    at_least: Decimal | None
    at_most: Decimal | None
    values: tuple[str, ...]
    sources: tuple[str, ...]

    @property
    def source(self) -> str:
        return "；".join(self.sources)

    def admits(self, number: Decimal | int) -> bool:
        """Whether a number keeps within the limits."""
        return (self.at_least is None or number >= self.at_least) and (self.at_most is None or number <= self.at_most)

    def limits(self) -> str:
        """The limits as people write them: `3`, `3—5`, `≥ 3`, `≤ 5`."""
        low, high = self.at_least, self.at_most
        if low is not None and high is not None:
            return f"{low:f}" if low == high else f"{low:f}—{high:f}"
        return f"≥ {low:f}" if low is not None else f"≤ {high:f}" if high is not None else ""

    def in_words(self) -> str:
        """The limits as residents read them, with the unit: 不少于3人, 正好1人; 不作要求 of a minimum of nothing."""
        low, high = self.at_least or None, self.at_most
        if low is not None and low == high:
            return f"正好{low:f}{self.unit}"
        said = [f"不少于{low:f}{self.unit}"] if low is not None else []
        said += [f"不多于{high:f}{self.unit}"] if high is not None else []
        return "，".join(said) or "不作要求"


def requirement(packs: Sequence[RulePack], name: str, day: date, size: int | None = None) -> Requirement | None:
    """What is asked under `name` on `day`; `None` if no pack in force says anything.

    `size` (persons, households) chooses the tier; raises `ValueError` if a rule
    depends on it and it is not given.
    """
    rules = [pack.rules[name] for pack in in_force(packs, day) if name in pack.rules]
    if not rules:
        return None
    limits = [_limits(rule, size) for rule in rules]
    lows = [limit.at_least for limit in limits if limit.at_least is not None]
    highs = [limit.at_most for limit in limits if limit.at_most is not None]
    return Requirement(
        name=name,
        title=rules[0].title,
        unit=rules[0].unit,
        at_least=max(lows, default=None),
        at_most=min(highs, default=None),
        values=tuple(dict.fromkeys(value for rule in rules for value in rule.values)),
        sources=tuple(dict.fromkeys(rule.source for rule in rules)),
    )


def disagreements(packs: Sequence[RulePack], day: date) -> dict[str, tuple[tuple[RulePack, Rule], ...]]:
    """The rules of which two packs in force say different things, with who says what."""
    said: dict[str, list[tuple[RulePack, Rule]]] = {}
    for pack in in_force(packs, day):
        for name, rule in pack.rules.items():
            said.setdefault(name, []).append((pack, rule))
    return {name: tuple(each) for name, each in sorted(said.items()) if len({_content(rule) for _, rule in each}) > 1}


def _content(rule: Rule) -> str:
    return rule.model_dump_json(exclude={"title", "source"})


def _limits(rule: Rule, size: int | None) -> Tier:
    """The limits of one rule at a size."""
    if not rule.depends_on_size:
        return Tier(at_least=rule.at_least, at_most=rule.at_most)
    if size is None:
        raise ValueError(f"{rule.title} depends on a size")
    if rule.tiers:
        return next(tier for tier in rule.tiers if tier.below is None or size < tier.below)
    assert rule.per is not None
    begun = math.ceil(size / rule.per)
    return Tier(at_least=begun * (rule.at_least or Decimal(1)), at_most=rule.at_most)
