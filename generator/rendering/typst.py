"""Posters: a look and its JSON become a PDF/A-2a + PDF/UA-1 with embedded fonts.

An unknown font family compiles with the names missing and only a warning, so
every warning of the compiler is an error here.
"""

import io
import json
from collections.abc import Mapping
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any, Literal

import pikepdf
import typst

from generator.exceptions import GongshiError
from generator.rendering.pdf import written
from generator.today import SHANGHAI

STANDARDS: tuple[Literal["a-2a"], Literal["ua-1"]] = ("a-2a", "ua-1")


def compile_poster(look: Path, fonts: tuple[Path, ...], poster: Mapping[str, Any], published: str) -> bytes:
    """The PDF. `published` (`YYYY-MM-DD HH:MM`, in China) is its only date, so that equal input gives equal bytes.

    Raises `GongshiError` with the compiler's message if anything is not as it should be.
    """
    try:
        pdf, warnings = _compiler(look, fonts).compile_with_warnings(
            format="pdf",
            sys_inputs={"poster": json.dumps(poster, ensure_ascii=False)},
            pdf_standards=list(STANDARDS),
            timestamp=datetime.strptime(published, "%Y-%m-%d %H:%M").replace(tzinfo=SHANGHAI),
        )
    except typst.TypstError as error:
        raise GongshiError(f"{look.name}: {error}") from error
    if not isinstance(pdf, bytes):
        raise GongshiError(f"{look.name}: the compiler gave no document")
    if warnings:
        raise GongshiError(f"{look.name}: {warnings[0].message}")
    return _smaller(pdf)


@cache
def _compiler(look: Path, fonts: tuple[Path, ...]) -> typst.Compiler:
    return typst.Compiler(
        str(look), root=str(look.parents[1]), font_paths=[str(folder) for folder in fonts], ignore_system_fonts=True
    )


def _smaller(pdf: bytes) -> bytes:
    with pikepdf.open(io.BytesIO(pdf)) as document:
        return written(document)
