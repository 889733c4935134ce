"""How many people and rooms there are, and how many the rule packs ask for. Used by checks and by the staffing page."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from generator.office.load import Office
from generator.office.requirements import Requirement

_OFFICE = "镇民政办"
_HOLDS_POSTS = {"分管领导", _OFFICE}
# The rule, and the types of staff it counts. A commissioner is a member of the committee.
_OF_A_VILLAGE = {
    "staff.commissioners": ("村民政委员",),
    "staff.assistants": ("村级协理员",),
    "staff.committee": ("村民政委员", "村委会委员"),
}


@dataclass(frozen=True)
class Staffing:
    """One number beside what is asked; `place` is a village or, empty, the township, of `population` residents."""

    rule: str
    place: str
    population: int
    found: int
    asked: Requirement

    @property
    def enough(self) -> bool:
        return self.asked.admits(self.found)


def township_staff(office: Office, day: date) -> Staffing | None:
    """The township office's staff; `None` if no rule pack asks for any."""
    population = sum(village.population for village in office.registers.villages)
    found = sum(member.type == _OFFICE for member in office.registers.staff)
    asked = office.requirement("staff.township", day, population)
    return Staffing("staff.township", "", population, found, asked) if asked else None


def village_staff(office: Office, day: date) -> Iterator[Staffing]:
    """Each village's commissioner, assistants and committee; nothing where the register keeps no village staff."""
    staff: Counter[tuple[str | None, str]] = Counter((member.village, member.type) for member in office.registers.staff)
    if not any(village for village, _ in staff):
        return
    for village in office.registers.villages:
        for rule, types in _OF_A_VILLAGE.items():
            asked = office.requirement(rule, day, village.population)
            if asked:
                found = sum(staff[village.name, each] for each in types)
                yield Staffing(rule, village.name, village.population, found, asked)


def posts_held(office: Office, day: date) -> tuple[Requirement | None, tuple[str, ...]]:
    """The posts that the rule packs ask for, and those of them that nobody holds."""
    asked = office.requirement("posts", day)
    held = {member.post for member in office.registers.staff if member.type in _HOLDS_POSTS}
    return asked, tuple(post for post in asked.values if post not in held) if asked else ()
