"""Several things of named parts: procedure steps, required documents. Only in record files."""

import json

from generator.columns import Options, Raw, Rejected, text_of

ALIGN = "left"
DISCLOSURES = ("never", "full")


def parse(raw: Raw, options: Options) -> tuple[tuple[str, ...], ...]:
    """One tuple per thing, its parts in the kind's order; every part must be there."""
    if not isinstance(raw, (list, tuple)):
        raise Rejected("cell-not-parts", parts=options.parts)
    things = []
    for thing in raw:
        if not isinstance(thing, dict) or set(thing) != set(options.parts):
            raise Rejected("cell-not-parts", parts=options.parts)
        things.append(tuple(text_of(thing[part]) for part in options.parts))
    return tuple(things)


def canonical(value: tuple[tuple[str, ...], ...]) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def show(value: tuple[tuple[str, ...], ...]) -> tuple[tuple[str, ...], ...]:
    return value
