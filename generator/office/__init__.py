"""The office: settings, registers, rule packs, calendar, rounds."""

from generator.office.load import Office, load_office
from generator.office.registers import Contact, LegalBasis, Registers, Staff, Unit, Village
from generator.office.requirements import Requirement
from generator.office.rounds import Round, RoundStage
from generator.office.rules import RulePack
from generator.office.settings import Settings
from generator.office.sizes import Size

__all__ = [
    "Contact",
    "LegalBasis",
    "Office",
    "Registers",
    "Requirement",
    "Round",
    "RoundStage",
    "RulePack",
    "Settings",
    "Size",
    "Staff",
    "Unit",
    "Village",
    "load_office",
]
