"""The register of legal bases as texts cite it: by title, with or without its decoration, and by number."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from generator.office.registers import LegalBasis

_CITED = re.compile(r"《([^《》]{2,60})》(?:[（(]([^（）()]{2,30})[）)])?")
_YEAR_AND_NUMBER = re.compile(r"[〔\[［【(（]\s*((?:19|20)[0-9]{2})\s*[〕\]］】)）]\s*第?0*([0-9]{1,5})\s*号")
_ISSUER = re.compile(r"[\u4e00-\u9fff]{1,12}$")
_LONGEST = 12
_DECORATION = re.compile(r"[《》\s]|^中华人民共和国")
_PARENTHESIS = re.compile(r"[（(][^（）()]*[）)]$")


@dataclass(frozen=True)
class Citation:
    """What a text cites: a title, a document number, or both together."""

    title: str = ""
    number: str = ""


def citations(text: str) -> Iterator[Citation]:
    """Everything cited: titles in 《》 with the number behind them, and numbers that stand alone."""
    spans = []
    for found in _CITED.finditer(text) if "《" in text else ():
        number = next((number for _, number in _numbers(found[2])), "") if found[2] else ""
        spans.append(found.span())
        yield Citation(found[1], number)
    for start, number in _numbers(text):
        if not any(first <= start < last for first, last in spans):
            yield Citation(number=number)


def find_basis(bases: tuple[LegalBasis, ...], citation: Citation) -> LegalBasis | None:
    """The registered basis that is meant. A number decides before a title; of two titles alike, the one in force."""
    if citation.number:
        # The number may come with words before it (依据民发〔2012〕220号), so ends are compared.
        found = [basis for basis in bases if is_same_number(citation.number, basis.document_number)]
        if found:
            return found[0]
    wanted = _plain(citation.title)
    if not wanted:
        return None
    exact = [basis for basis in bases if _plain(basis.title) == wanted]
    loose = [basis for basis in bases if _PARENTHESIS.sub("", _plain(basis.title)) == _PARENTHESIS.sub("", wanted)]
    return min(exact or loose, key=lambda basis: basis.repealed is not None, default=None)


def successor_in_force(bases: tuple[LegalBasis, ...], basis: LegalBasis, day: date) -> str:
    """The title that takes the place of a repealed basis: the first in the line of successors not repealed itself."""
    seen: set[str] = set()
    while basis.successor and basis.title not in seen:
        seen.add(basis.title)
        following = find_basis(bases, Citation(basis.successor))
        if following is None or not following.repealed or following.repealed > day:
            return basis.successor
        basis = following
    return basis.successor


def is_same_number(cited: str, registered: str) -> bool:
    """Whether two document numbers are one, whatever brackets they are written with."""
    one, other = _canonical(cited), _canonical(registered)
    return bool(one and other) and one.endswith(other)


def _numbers(text: str) -> Iterator[tuple[int, str]]:
    """Document numbers in their right form, whatever brackets they are written with, and where their year begins.

    The words before the brackets may hold more than the issuer (依据民发).
    """
    for found in _YEAR_AND_NUMBER.finditer(text):
        issuer = _ISSUER.search(text, max(0, found.start() - _LONGEST), found.start())
        if issuer:
            yield found.start(), f"{issuer[0]}〔{found[1]}〕{found[2]}号"


def _canonical(number: str) -> str:
    return next((each for _, each in _numbers(number)), "")


def _plain(title: str) -> str:
    return _DECORATION.sub("", title)
