"""No property and no XMP of any PDF names somebody on a list, or holds an ID, card or phone number.

Stricter than the output scan: a name of two characters counts inside a longer run of characters, too.
"""

from collections.abc import Iterator

from audit.guarantees.known import Known
from audit.guarantees.printed import Printed
from generator.detection import private_numbers
from generator.detection.names import count_names
from generator.detection.normalise import normalise
from generator.findings import spoken
from tests.posters.documents import metadata_text

TITLE = "metadata without personal data"


def concerns(printed: Printed, known: Known) -> bool:
    return True


def objections(printed: Printed, known: Known) -> Iterator[str]:
    text = metadata_text(printed.document)
    # What is found is not repeated: the report may be public.
    if known.names and (named := sum(count_names(normalise(text).splitlines(), known.names))):
        yield f"{named} names of people on lists"
    yield from (f"a private number: {spoken(each, 'en')}" for each in private_numbers(text))
