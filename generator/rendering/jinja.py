"""The Jinja environment: autoescaped pages, plain wording, no undefined names."""

import re
from functools import lru_cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape
from markupsafe import Markup, escape

from generator.columns.date import show, weekday
from generator.rendering.flow import draw_flow
from generator.rendering.months import draw_months
from generator.rendering.rows import table_rows

_BEFORE_NUMBER = re.compile(r"(?<=[一-鿿])(?<![年月第])(?=[0-9])")


# The townships of a county have their templates in common: each is compiled once.
@lru_cache(maxsize=4)
def environment(folders: tuple[Path, ...], version: str = "") -> Environment:
    """Templates from `folders`, the first that has a name wins. `.txt` is wording and not escaped.

    `version` digests what is in them, where one process builds more than once: a template
    that was remembered must not stand for one that has been put before it.
    """
    made = Environment(
        loader=FileSystemLoader([str(folder) for folder in folders]),
        undefined=StrictUndefined,
        autoescape=select_autoescape(enabled_extensions=("html", "xml", "svg"), default=False),
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=False,
    )
    # As text, not as escapes: the output scan must see what stands in a page.
    made.policies["json.dumps_kwargs"] = {"ensure_ascii": False, "sort_keys": True}
    made.filters["day"] = show
    made.filters["weekday"] = weekday
    made.filters["percent"] = percent
    made.filters["whole_numbers"] = whole_numbers
    # A function, not an include: what it returns is plain text and is escaped where a page shows it.
    made.globals["wording"] = lambda name, **values: made.get_template(f"wording/{name}.txt").render(**values)
    made.globals["table_rows"] = table_rows
    made.globals["draw_flow"] = draw_flow
    made.globals["draw_months"] = draw_months
    return made


def percent(share: float, full: float = 100) -> str:
    """A share of 0 to 1 as a length of at most `full`, for drawing."""
    return f"{share * full:.2f}".rstrip("0").rstrip(".")


def whole_numbers(title: str) -> Markup:
    """A title that may part before a number: where words are kept whole, a long one would part inside it."""
    return Markup("<wbr>").join(escape(part) for part in _BEFORE_NUMBER.split(title))
