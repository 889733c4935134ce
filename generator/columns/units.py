"""Units of government, joined by 、 in one cell; each by its registered official name."""

from generator.columns import Options, Raw, text_of

ALIGN = "left"
DISCLOSURES = ("never", "full")
REGISTER = "units"
SEPARATOR = "、"


def parse(raw: Raw, options: Options) -> tuple[str, ...]:
    """The names in their order."""
    return tuple(part.strip() for part in text_of(raw).split(SEPARATOR) if part.strip())


def canonical(value: tuple[str, ...]) -> str:
    return SEPARATOR.join(value)


def show(value: tuple[str, ...]) -> str:
    return SEPARATOR.join(value)
