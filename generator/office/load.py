"""Everything about the office, loaded once."""

from dataclasses import dataclass
from datetime import date

from generator.findings import Finding, Place, finding
from generator.office.catalogue import Catalogue, load_catalogue
from generator.office.eligibility import Eligibility, load_eligibility
from generator.office.objections import Objection, load_objections
from generator.office.phones import is_office_number
from generator.office.printing import Printing, load_printing
from generator.office.registers import Registers, load_registers
from generator.office.requirements import Requirement, requirement
from generator.office.rounds import Round, load_rounds
from generator.office.rules import PeriodRules, RulePack, load_rules, periods
from generator.office.search_words import SearchWord, load_search_words
from generator.office.settings import Settings
from generator.office.sizes import Size, load_sizes
from generator.office.strict import load_model
from generator.office.wall_sets import WallSet, load_wall_sets
from generator.office.withdrawals import Withdrawal, load_withdrawals
from generator.project import Project


@dataclass(frozen=True)
class Office:
    """Settings, registers, rule packs, rounds, sizes, the disclosure catalogue, and the office's optional files.

    `eligibility` is the questionnaire for who asks what to apply for, where the office has one.
    """

    settings: Settings
    registers: Registers
    packs: tuple[RulePack, ...]
    rounds: dict[str, Round]
    sizes: dict[str, Size]
    catalogue: Catalogue
    wall_sets: dict[str, WallSet]
    objections: tuple[Objection, ...] = ()
    withdrawals: tuple[Withdrawal, ...] = ()
    eligibility: Eligibility | None = None
    search_words: tuple[SearchWord, ...] = ()
    printing: Printing = Printing()

    def periods(self, day: date) -> PeriodRules:
        """The period rules in force on `day`, the strictest of all places."""
        return periods(self.packs, day)

    def requirement(self, name: str, day: date, size: int | None = None) -> Requirement | None:
        """What the rule packs ask under `name` on `day`, at a size in persons or households where it depends on one."""
        return requirement(self.packs, name, day, size)

    def public_values(self) -> frozenset[str]:
        """Phones that are meant to be called, by exact value: registered ones, and office lines of the staff."""
        registered = (contact.phone for contact in self.registers.contacts)
        of_staff = (member.phone for member in self.registers.staff if is_office_number(member.phone))
        return frozenset((*registered, *of_staff))


def load_office(project: Project) -> tuple[Office | None, tuple[Finding, ...]]:
    """The office, or the findings that say why it cannot be loaded."""
    settings, setting_findings = load_settings(project)
    registers, register_findings = load_registers(project)
    packs, pack_findings = load_rules(project)
    rounds, round_findings = load_rounds(project)
    sizes, size_findings = load_sizes(project)
    catalogue, catalogue_findings = load_catalogue(project)
    wall_sets, wall_findings = load_wall_sets(project)
    objections, objection_findings = load_objections(project)
    withdrawals, withdrawal_findings = load_withdrawals(project)
    eligibility, eligibility_findings = load_eligibility(project)
    search_words, word_findings = load_search_words(project)
    printing, printing_findings = load_printing(project)
    if not pack_findings and not any(pack.periods for pack in packs):
        pack_findings = (finding("file-missing", Place("data/rules")),)
    findings = (
        *setting_findings,
        *register_findings,
        *pack_findings,
        *round_findings,
        *size_findings,
        *catalogue_findings,
        *wall_findings,
        *objection_findings,
        *withdrawal_findings,
        *eligibility_findings,
        *word_findings,
        *printing_findings,
    )
    if not settings or not registers or not catalogue or findings:
        return None, findings
    office = Office(
        settings=settings,
        registers=registers,
        packs=packs,
        rounds=rounds,
        sizes=sizes,
        catalogue=catalogue,
        wall_sets=wall_sets,
        objections=objections,
        withdrawals=withdrawals,
        eligibility=eligibility,
        search_words=search_words,
        printing=printing,
    )
    return office, ()


def demonstration_day(project: Project) -> date | None:
    """The day on which a sample office stands still; known from the settings alone, before anything else is read."""
    settings, _ = load_settings(project)
    return settings.demonstration.today if settings and settings.demonstration else None


def load_settings(project: Project) -> tuple[Settings | None, tuple[Finding, ...]]:
    """What the office says of itself, without anything else of its folder."""
    return load_model(project, project.root / "data" / "office.yaml", Settings)
