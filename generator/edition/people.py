"""Who answers for what, and when and where to find that person: the staff register with hours beside each phone.

Only phones that stand among the contacts are meant to be public, as the output scan knows:
of everybody else the office's own phone is told.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.office import Contact, Office, Staff, Village

LEADING_GROUP = "民政工作领导小组"
_TOWNSHIP = {"分管领导", "镇民政办"}


@dataclass(frozen=True)
class Person:
    """`phone` and `hours` are a public contact's; `own` tells whether it rings at that person's desk.

    `type` is that of the staff register; `filing` the number under which a village appointment was filed.
    """

    name: str
    post: str
    unit: str
    phone: str
    room: str
    hours: str
    own: bool
    village: str
    township: bool
    type: str
    filing: str


@dataclass(frozen=True)
class Responsible:
    """Whom a village can turn to: the township's officer for it, and those who serve in it."""

    village: Village
    officer: Person | None
    local: tuple[Person, ...]


def people(office: Office, main: Contact) -> tuple[Person, ...]:
    """Everybody on the staff register; `main` is the contact for whose phone is not public."""
    public = {contact.phone: contact for contact in office.registers.contacts}
    return tuple(_person(member, public.get(member.phone), main) for member in office.registers.staff)


def responsible(office: Office, main: Contact) -> Iterator[Responsible]:
    """One for each village, in the order of the register."""
    everybody = people(office, main)
    for village in office.registers.villages:
        yield Responsible(
            village=village,
            officer=next((each for each in everybody if each.name == village.officer), None),
            local=tuple(each for each in everybody if each.village == village.name),
        )


def _person(member: Staff, own: Contact | None, main: Contact) -> Person:
    contact = own or main
    return Person(
        name=member.name,
        post=member.post,
        unit=member.unit,
        phone=contact.phone,
        room=member.room,
        hours=contact.hours,
        own=own is not None,
        village=member.village or "",
        township=member.type in _TOWNSHIP,
        type=member.type,
        filing=member.filing or "",
    )
