"""Free text of the office itself: a task, a summary, a place."""

from generator.columns import Options, Raw, Rejected, as_is, text_of

ALIGN = "left"
DISCLOSURES = ("never", "full")


def parse(raw: Raw, options: Options) -> str:
    """One line of text without control characters."""
    text = text_of(raw)
    if any(ord(character) < 32 or 0x7F <= ord(character) < 0xA0 for character in text):
        raise Rejected("cell-control-character")
    return text


canonical = as_is
show = as_is
