"""PDF/A-2a and PDF/UA-1 are claimed in the XMP. Tiles carry neither: they are for the printer next door."""

from collections.abc import Iterator

from audit.guarantees.known import Known
from audit.guarantees.printed import Printed
from tests.posters.documents import CLAIMED, claims

TITLE = "PDF/A-2a and PDF/UA-1 declared"


def concerns(printed: Printed, known: Known) -> bool:
    return not printed.tiled


def objections(printed: Printed, known: Known) -> Iterator[str]:
    found = claims(printed.document)
    yield from (f"{name} is {found[name]}, not {value}" for name, value in CLAIMED.items() if found[name] != value)
