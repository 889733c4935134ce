"""Phones meant to be public are office lines, and the office's settings name contacts that exist.

Why: whatever stands in the contacts register may be shown on every page and
poster, so a private mobile put there by mistake is published without any other
check (《社会救助法》第十一条). A number that cannot be dialled helps nobody. Those of
the staff are shown, too: they must be office lines, or be registered as public.
"""

from collections.abc import Iterator

from generator.checks import Scope
from generator.findings import Finding, Place, finding
from generator.office import Office
from generator.office.phones import is_mobile, is_office_number
from generator.office.registers import register_place

_SETTINGS = ("contact_office", "contact_oversight", "contact_county", "contact_hotline")


def check_office(scope: Scope) -> Iterator[Finding]:
    contacts = scope.office.registers.contacts
    for contact in contacts:
        place = register_place("contacts", contact, "号码")
        if is_mobile(contact.phone):
            yield finding("contact-mobile", place)
        elif not is_office_number(contact.phone):
            yield finding("contact-number", place)
    public = {contact.phone for contact in contacts}
    for member in scope.office.registers.staff:
        if member.phone and member.phone not in public and not is_office_number(member.phone):
            yield finding("staff-phone", register_place("staff", member, "办公电话"))
    for key, wanted in unknown_contacts(scope.office).items():
        yield finding("contact-unknown", Place("data/office.yaml"), key=key, id=wanted)


def unknown_contacts(office: Office) -> dict[str, str]:
    """Keys of the settings that name a contact which the register does not hold, with its id."""
    known = {contact.id for contact in office.registers.contacts}
    wanted = {key: getattr(office.settings, key) for key in _SETTINGS}
    return {key: id for key, id in wanted.items() if id not in known}
