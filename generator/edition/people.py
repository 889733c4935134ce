"""Who answers for what, and when and where to find that person: the staff register with hours beside each phone."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.office import Contact, Office, Staff, Village

_TOWNSHIP = {"分管领导", "镇民政办"}


@dataclass(frozen=True)
class Person:
    """`hours` are those of the phone, empty where nobody has stated any."""

    name: str
    post: str
    unit: str
    phone: str
    room: str
    hours: str
    village: str
    township: bool


@dataclass(frozen=True)
class Responsible:
    """Whom a village can turn to: the township's officer for it, and those who serve in it."""

    village: Village
    officer: Person | None
    local: tuple[Person, ...]


def people(office: Office, main: Contact) -> tuple[Person, ...]:
    """Everybody on the staff register. In the township's rooms the hours of `main` hold unless others are stated."""
    hours = {contact.phone: contact.hours for contact in office.registers.contacts}
    return tuple(_person(member, hours, main) for member in office.registers.staff)


def responsible(office: Office, main: Contact) -> Iterator[Responsible]:
    """One for each village, in the order of the register."""
    everybody = people(office, main)
    for village in office.registers.villages:
        yield Responsible(
            village=village,
            officer=next((each for each in everybody if each.name == village.officer), None),
            local=tuple(each for each in everybody if each.village == village.name),
        )


def _person(member: Staff, hours: dict[str, str], main: Contact) -> Person:
    township = member.type in _TOWNSHIP
    return Person(
        name=member.name,
        post=member.post,
        unit=member.unit,
        phone=member.phone,
        room=member.room,
        hours=hours.get(member.phone, main.hours if township else ""),
        village=member.village or "",
        township=township,
    )
