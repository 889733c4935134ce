"""Kinds: the strict declaration of a sort of notice, one YAML file each."""

from generator.kinds.load import load_kinds
from generator.kinds.model import STAGE_TITLES, Kind
from generator.kinds.parts import Disclosure, KindColumn, Poster, StageName, Summary, TotalRule, View
from generator.kinds.told import Account, Progress

__all__ = [
    "STAGE_TITLES",
    "Account",
    "Disclosure",
    "Kind",
    "KindColumn",
    "Poster",
    "Progress",
    "StageName",
    "Summary",
    "TotalRule",
    "View",
    "load_kinds",
]
