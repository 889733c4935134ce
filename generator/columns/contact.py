"""A phone number people are meant to call: an exact value of the contacts register."""

from generator.columns import Options, Raw, text_of

ALIGN = "left"
DISCLOSURES = ("never", "full")
REGISTER = "contacts"


def parse(raw: Raw, options: Options) -> str:
    """The number as written; `checks/registered` compares it with the register."""
    return text_of(raw)


def canonical(value: str) -> str:
    return value


def show(value: str) -> str:
    return value
