"""QR codes say the address that is printed beside them, and that page is in the built site.

Sheets that print no address have no code; where a whole PDF prints none, every sheet is searched all the same.
Official documents have only the address in print: the standard (GB/T 9704-2012) knows no codes.
"""

from collections.abc import Iterator

from audit.guarantees.known import Known
from audit.guarantees.printed import Printed
from tests.posters import codes

TITLE = "QR codes lead to pages of the site"
_WITHOUT_CODE = "GBT9704"


def concerns(printed: Printed, known: Known) -> bool:
    return not printed.tiled


def objections(printed: Printed, known: Known) -> Iterator[str]:
    shown = {at: set(codes.printed(sheet, known.site_url)) for at, sheet in enumerate(printed.sheets)}
    addressed = {at: addresses for at, addresses in shown.items() if addresses}
    yield from _missing(printed, known, set().union(*addressed.values()))
    without = printed.path.stem.endswith(f"-{_WITHOUT_CODE}")
    for at, addresses in (addressed or shown).items():
        found = set(codes.decoded(printed.path, [at]))
        for each in sorted(found | addresses):
            if not codes.page_of(each, known.site_url, known.built / "site").is_file():
                yield f"page {at + 1}: {each} is not in the site"
        if found != addresses and not (without and not found):
            yield f"page {at + 1}: the code says {_listed(found)}, in print stands {_listed(addresses)}"


def _missing(printed: Printed, known: Known, addresses: set[str]) -> Iterator[str]:
    """The address that the sheet is about, if it is not printed."""
    sheet = known.planned.get(printed.name)
    if sheet and sheet.content["url"] and sheet.content["url"] not in addresses:
        yield f"{sheet.content['url']} is not printed"


def _listed(addresses: set[str]) -> str:
    return "、".join(sorted(addresses)) or "nothing"
