"""A village or community by its registered name; the register decides whether it exists."""

from generator.columns import Options, Raw, text_of

ALIGN = "left"
DISCLOSURES = ("never", "full")
REGISTER = "villages"


def parse(raw: Raw, options: Options) -> str:
    """The name as written; `checks/registered` compares it with the register."""
    return text_of(raw)


def canonical(value: str) -> str:
    return value


def show(value: str) -> str:
    return value
