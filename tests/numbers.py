"""ID, card and phone numbers made up at run time. None of them is anybody's on purpose."""

from random import Random

from stdnum import luhn
from stdnum.cn import ric


def id_number(random: Random) -> str:
    """An 18-character ID with a valid date and check character."""
    region = random.choice(("110101", "310104", "510322", "640104"))
    day = f"{random.randint(1930, 2015)}{random.randint(1, 12):02d}{random.randint(1, 28):02d}"
    body = f"{region}{day}{random.randint(0, 999):03d}"
    return body + ric.calc_check_digit(body)


def card_number(random: Random) -> str:
    """A 19-digit bank card with a valid Luhn digit."""
    body = "6217" + "".join(random.choices("0123456789", k=14))
    return body + luhn.calc_check_digit(body)


def mobile_number(random: Random) -> str:
    return f"1{random.choice('3456789')}{random.randint(0, 999_999_999):09d}"


_RANDOM = Random(7)
_ID = id_number(_RANDOM)
NUMBERS = {
    "ID": _ID,
    "SPACED_ID": " ".join((_ID[:6], _ID[6:14], _ID[14:])),
    "CARD": card_number(_RANDOM),
    "PHONE": mobile_number(_RANDOM),
}


def filled(content: bytes) -> bytes:
    """The content with every `{NAME}` replaced by its number."""
    for name, number in NUMBERS.items():
        content = content.replace(f"{{{name}}}".encode(), number.encode())
    return content
