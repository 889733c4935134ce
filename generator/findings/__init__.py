"""Findings: what is wrong with an office's files, said in the office's words.

Bad input is a value, never an exception: everything is collected, then the run
fails once. A finding never shows a private value, because CI logs are public.
Rules and words stand in `catalogue/`, in Chinese and English.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from generator import strict_yaml
from generator.findings.catalogue import LANGUAGES, Language, Phrase, Rule, Severity, Word, phrase, rules, spoken
from generator.findings.place import Place

__all__ = [
    "LANGUAGES",
    "SHOWN_PER_RULE",
    "Finding",
    "Language",
    "Phrase",
    "Place",
    "Rule",
    "Severity",
    "Word",
    "broken_yaml",
    "finding",
    "first_of_each_rule",
    "has_errors",
    "in_order",
    "phrase",
    "rules",
    "spoken",
]

SHOWN_PER_RULE = 20


@dataclass(frozen=True)
class Finding:
    """One thing wrong: which rule, where, and the words that fill the rule's message and remedy."""

    rule: str
    place: Place
    words: tuple[tuple[str, Word], ...] = ()

    @property
    def severity(self) -> Severity:
        return rules()[self.rule].severity

    def actor(self, language: Language = "zh") -> str:
        """Who must act."""
        return spoken(Phrase(f"actor-{rules()[self.rule].actor}"), language)

    def message(self, language: Language = "zh") -> str:
        """What is wrong."""
        return self._fill(rules()[self.rule].message[language], language)

    def remedy(self, language: Language = "zh") -> str:
        """What to do about it."""
        return self._fill(rules()[self.rule].remedy[language], language)

    def _fill(self, pattern: str, language: Language) -> str:
        return pattern.format(**{name: spoken(word, language) for name, word in self.words})


def finding(rule: str, place: Place, /, **words: Word) -> Finding:
    """A finding of the catalogue; `words` fill the braces of its message and remedy.

    A word may be a `phrase` of the catalogue or a tuple of words; both are said
    in the language of the report. Raises `KeyError` for an unknown rule or a
    missing word: both are our bugs.
    """
    _require_words(rule, frozenset(words))
    return Finding(rule, place, tuple(sorted(words.items())))


@cache
def _require_words(rule: str, names: frozenset[str]) -> None:
    """Raises `KeyError` unless the rule is there and every brace of it has a word. Once for each call in the code."""
    for text in (rules()[rule].message, rules()[rule].remedy):
        for language in LANGUAGES:
            text[language].format(**dict.fromkeys(names, ""))


def broken_yaml(file: str, error: strict_yaml.YamlError) -> Finding:
    """The finding for a file that strict YAML refuses."""
    return finding("yaml-broken", Place(file, line=error.line), reason=phrase(error.reason, **error.words))


def first_of_each_rule(findings: Iterable[Finding]) -> tuple[tuple[Finding, ...], Counter[str]]:
    """The first `SHOWN_PER_RULE` findings of each rule, and how many more a rule has: nobody reads 6,000."""
    seen: Counter[str] = Counter()
    shown = []
    for each in findings:
        seen[each.rule] += 1
        if seen[each.rule] <= SHOWN_PER_RULE:
            shown.append(each)
    return tuple(shown), Counter(
        {rule: count - SHOWN_PER_RULE for rule, count in seen.items() if count > SHOWN_PER_RULE}
    )


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Errors first, then by rule and place; each finding once."""
    return tuple(sorted(set(findings), key=_order))


def _order(found: Finding) -> tuple[str | int, ...]:
    # Plain values: comparing 200,000 places as objects takes several times as long.
    place = found.place
    return (found.severity, found.rule, place.file, place.sheet, place.line, place.cell, place.column, found.message())


def has_errors(findings: Iterable[Finding]) -> bool:
    """Whether anything forbids publishing."""
    return any(each.severity == "error" for each in findings)
