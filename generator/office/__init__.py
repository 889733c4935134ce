"""The office: settings, registers, rule packs, calendar, rounds."""

from generator.office.catalogue import Catalogue, CatalogueRow, Yearly
from generator.office.eligibility import Eligibility
from generator.office.load import Office, demonstration_day, load_office, load_settings
from generator.office.objections import Objection
from generator.office.registers import Contact, Death, LegalBasis, Premises, Registers, Staff, Unit, Village
from generator.office.requirements import Requirement
from generator.office.rounds import Ballot, Round, RoundStage
from generator.office.rules import RulePack
from generator.office.settings import Settings
from generator.office.sizes import Size
from generator.office.wall_sets import WallSet
from generator.office.withdrawals import Withdrawal

__all__ = [
    "Ballot",
    "Catalogue",
    "CatalogueRow",
    "Contact",
    "Death",
    "Eligibility",
    "LegalBasis",
    "Objection",
    "Office",
    "Premises",
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
    "WallSet",
    "Withdrawal",
    "Yearly",
    "demonstration_day",
    "load_office",
    "load_settings",
]
