"""Kinds: the strict declaration of a sort of notice, one YAML file each."""

from generator.kinds.load import load_kinds
from generator.kinds.model import STAGE_TITLES, Disclosure, Evidence, Kind, KindColumn, StageName
from generator.kinds.parts import Poster, Summary, TotalRule, View

__all__ = [
    "STAGE_TITLES",
    "Disclosure",
    "Evidence",
    "Kind",
    "KindColumn",
    "Poster",
    "StageName",
    "Summary",
    "TotalRule",
    "View",
    "load_kinds",
]
