"""Phones meant to be public are office lines, and the office's settings name contacts that exist.

Why: whatever stands in the contacts register may be shown on every page and
poster, so a private mobile put there by mistake is published without any other
check (《社会救助法》第十一条). A number that cannot be dialled helps nobody.
"""

import re
from collections.abc import Iterator

from generator.checks import Scope
from generator.findings import Finding, Place, finding
from generator.office import Office
from generator.office.registers import register_place

_LANDLINE = re.compile(r"0[1-9][0-9]{1,2}-?[2-9][0-9]{6,7}(?:-[0-9]{1,6})?")
_MOBILE = re.compile(r"1[3-9][0-9]{9}")
# 12345, 12349, 110, 95588, 10086, 400-…: hotlines, by the numbering plan of 信息产业部令第28号.
_SERVICE = re.compile(r"1[12][0-9]|1[0-2][0-9]{3}|9[56][0-9]{3,4}|[48]00-?[0-9]{3}-?[0-9]{4}|[48]00-?[0-9]{7}")
_SETTINGS = ("contact_office", "contact_oversight", "contact_county", "contact_hotline")


def check_office(scope: Scope) -> Iterator[Finding]:
    contacts = scope.office.registers.contacts
    for contact in contacts:
        place = register_place("contacts", contact, "号码")
        if _MOBILE.fullmatch(contact.phone):
            yield finding("contact-mobile", place)
        elif not is_office_number(contact.phone):
            yield finding("contact-number", place)
    for key, wanted in unknown_contacts(scope.office).items():
        yield finding("contact-unknown", Place("data/office.yaml"), key=key, id=wanted)


def unknown_contacts(office: Office) -> dict[str, str]:
    """Keys of the settings that name a contact which the register does not hold, with its id."""
    known = {contact.id for contact in office.registers.contacts}
    wanted = {key: getattr(office.settings, key) for key in _SETTINGS}
    return {key: id for key, id in wanted.items() if id not in known}


def is_office_number(phone: str) -> bool:
    """Whether a number can be an office's: a landline with its area code, or a hotline."""
    subscriber = phone.rpartition("-")[2]
    return bool(_SERVICE.fullmatch(phone) or (_LANDLINE.fullmatch(phone) and len(set(subscriber)) > 1))
