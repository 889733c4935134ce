"""One of the words a kind lists."""

from generator.columns import LooseOptions, Options, Raw, Rejected, Tidied, as_is, text_of, written
from generator.writing import Cell, plain

ALIGN = "left"
DISCLOSURES = ("never", "full")


def parse(raw: Raw, options: Options) -> str:
    text = text_of(raw)
    if text not in options.choices:
        raise Rejected("cell-not-a-choice", choices=options.choices)
    return text


canonical = as_is
show = as_is


def tidy(cell: Cell, options: LooseOptions) -> Tidied:
    """The listed word that is the same but for white space and width."""
    text = written(cell)
    if text in options.choices:
        return Tidied(text)
    bare, changes = plain(text)
    same = [choice for choice in options.choices if plain(choice)[0] == bare]
    if len(same) != 1:
        raise Rejected("cell-not-a-choice", choices=options.choices)
    return Tidied(same[0], changes or ("spaces",))
