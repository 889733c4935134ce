"""Several short texts: conditions, synonyms, keywords. A YAML list, or a cell joined by ；."""

import json

from generator.columns import Options, Raw, Rejected, text_of

ALIGN = "left"
DISCLOSURES = ("never", "full")
SEPARATOR = "；"


def parse(raw: Raw, options: Options) -> tuple[str, ...]:
    if isinstance(raw, str):
        return tuple(part.strip() for part in raw.split(SEPARATOR) if part.strip())
    if not isinstance(raw, (list, tuple)):
        raise Rejected("cell-not-a-list")
    return tuple(text_of(part) for part in raw)


def canonical(value: tuple[str, ...]) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def show(value: tuple[str, ...]) -> tuple[str, ...]:
    return value
