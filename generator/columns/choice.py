"""One of the words a kind lists."""

from generator.columns import Options, Raw, Rejected, as_is, text_of

ALIGN = "left"
DISCLOSURES = ("never", "full")


def parse(raw: Raw, options: Options) -> str:
    text = text_of(raw)
    if text not in options.choices:
        raise Rejected("cell-not-a-choice", choices=options.choices)
    return text


canonical = as_is
show = as_is
