"""What independent readers object to in a PDF: qpdf (syntax), pdfua and outloud (PDF/UA-1, fonts, reading order)."""

from collections.abc import Callable
from pathlib import Path

import outloud
import pdfua
import pikepdf


def complaints(path: Path) -> list[str]:
    """Those of all readers; each begins with who says so."""
    return [f"{name}: {each}" for name, reader in READERS.items() for each in reader(path)]


def _qpdf(path: Path) -> list[str]:
    with pikepdf.open(path) as document:
        return [str(each) for each in document.check_pdf_syntax()]


def _pdfua(path: Path) -> list[str]:
    found = pdfua.validate(str(path)).findings
    return [f"{each.rule_id} {each.message}" for each in found if each.severity is pdfua.Severity.ERROR]


def _outloud(path: Path) -> list[str]:
    """Its errors, and what kept it from looking."""
    result = outloud.check(str(path))
    broken = [result.error] if result.error else []
    crashed = [f"{each.rule} {each.reason}" for each in result.runs if each.status == "crashed"]
    return [*broken, *crashed, *(f"{each.rule} {each.message}" for each in result.findings if each.severity == "error")]


READERS: dict[str, Callable[[Path], list[str]]] = {"qpdf": _qpdf, "pdfua": _pdfua, "outloud": _outloud}
