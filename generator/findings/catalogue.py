"""The catalogue: every rule and phrase, read once from `catalogue/*.yaml`, one file per area.

`about` is the rule's heading in the manual: why it exists and by what authority.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal, Union, cast, get_args

from generator import strict_yaml

Severity = Literal["error", "warning"]
Language = Literal["zh", "en"]
LANGUAGES: tuple[Language, ...] = get_args(Language)
Text = Mapping[Language, str]
_FOLDER = Path(__file__).parent / "catalogue"
_PHRASES = "phrases"
_AND = {"zh": "、", "en": ", "}


@dataclass(frozen=True)
class Phrase:
    """Words of the catalogue that stand inside a message."""

    key: str
    words: tuple[tuple[str, "Word"], ...] = ()


Word = Union[str, int, Phrase, tuple["Word", ...]]


@dataclass(frozen=True)
class Rule:
    """One entry: how bad it is, who must act, and the words. `area` is the name of its file."""

    id: str
    area: str
    severity: Severity
    actor: str
    message: Text
    remedy: Text
    about: Text


def phrase(key: str, /, **words: "Word") -> Phrase:
    """The phrase `key` of the catalogue; raises `KeyError` if it is not there or a word is missing."""
    made = Phrase(key, tuple(sorted(words.items())))
    for language in LANGUAGES:
        spoken(made, language)
    return made


def spoken(word: Word, language: Language) -> str:
    """A word as people read it."""
    if isinstance(word, Phrase):
        return phrases()[word.key][language].format(**{name: spoken(each, language) for name, each in word.words})
    if isinstance(word, tuple):
        return _AND[language].join(spoken(each, language) for each in word)
    return str(word)


@cache
def rules() -> dict[str, Rule]:
    """Every rule by id."""
    return {
        name: Rule(id=name, area=path.stem, **cast(Any, entry))
        for path in sorted(_FOLDER.glob("*.yaml"))
        if path.stem != _PHRASES
        for name, entry in strict_yaml.load(path).content.items()
    }


@cache
def phrases() -> dict[str, Text]:
    """Every phrase by key."""
    return cast(dict[str, Text], strict_yaml.load(_FOLDER / f"{_PHRASES}.yaml").content)
