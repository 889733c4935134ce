"""A style sheet made to live in somebody else's page: it touches nothing outside one class, and lets nothing in.

Every selector begins with the class, with the weight of two identifiers, so
that the other page's rules do not win; first of all, everything inside is set
back to what the browser does by itself. Lengths in `rem` become lengths of our
own, because the other page may have set its letter size. Dark colours, print
and the site's reader tools are left out: the other page decides about these.
"""

from collections.abc import Iterable, Iterator
from typing import Any

import tinycss2

_REM_PX = 18
# Heavier than any two identifiers of the other page; it names an element that is not there.
_WEIGHT = ":not(#g_):not(#g_)"
# What these say is for our own box; what `html` says of letter size is for the other page's.
_BOX = {":root", "body"}
_ROOTS = {*_BOX, "html"}
# Of a drawing only what cannot be part of it: its width, height and colours are style, too.
_AROUND = (
    "background",
    "border",
    "box-shadow",
    "filter",
    "float",
    "margin",
    "opacity",
    "outline",
    "padding",
    "position",
)
_CONDITIONAL = {"media", "supports", "container"}
_LEFT_OUT = ("prefers-color-scheme", "print", "prefers-contrast", "forced-colors")


def scoped(css: str, scope: str) -> str:
    """`css` for elements inside `.{scope}` alone. Raises `ValueError` for what cannot be parsed."""
    rules = tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True)
    light = f".{scope}{_WEIGHT} {{ color-scheme: light; }}\n"
    return _reset(scope) + "\n".join(_rules(rules, scope)) + f"\n{light}"


def _reset(scope: str) -> str:
    own = f".{scope}{_WEIGHT}"
    around = " ".join(f"{name}: revert;" for name in _AROUND)
    inside = f"{own} :where(:not(svg):not(svg *))"
    return (
        f"{own} {{ all: initial; display: block; font-size: var(--gongshi-rem, {_REM_PX}px); }}\n"
        f"{inside}, {inside}::before, {inside}::after {{ all: revert; }}\n"
        f"{own} :where(svg, svg *) {{ {around} }}\n"
    )


def _rules(rules: Iterable[Any], scope: str) -> Iterator[str]:
    for rule in rules:
        if rule.type == "error":
            raise ValueError(f"line {rule.source_line}: {rule.message}")
        if rule.type == "qualified-rule":
            selectors = [made for each in _split(rule.prelude) if (made := _selector(each, scope))]
            if selectors:
                yield f"{', '.join(selectors)} {{{_lengths(rule.content, variable=True)}}}"
        elif rule.type == "at-rule" and rule.lower_at_keyword in _CONDITIONAL:
            condition = _lengths(rule.prelude, variable=False)
            inner = tinycss2.parse_rule_list(rule.content, skip_comments=True, skip_whitespace=True)
            kept = list(_rules(inner, scope))
            if kept and not any(each in condition for each in _LEFT_OUT):
                yield f"@{rule.lower_at_keyword}{condition}{{\n" + "\n".join(kept) + "\n}"
        elif rule.type == "at-rule" and rule.lower_at_keyword == "font-face":
            yield rule.serialize()


def _split(prelude: Iterable[Any]) -> Iterator[list[Any]]:
    """The selectors of a rule; a comma inside brackets separates none."""
    selector: list[Any] = []
    for token in prelude:
        if token.type == "literal" and token.value == ",":
            yield selector
            selector = []
        else:
            selector.append(token)
    yield selector


def _selector(tokens: list[Any], scope: str) -> str:
    """The selector inside the scope; empty for one that asks something of the other page's root."""
    text = tinycss2.serialize(tokens).strip()
    first = text.split()[0] if text else ""
    if text in _BOX:
        return f".{scope}{_WEIGHT}"
    if any(first.startswith(f"{root}{mark}") for root in _ROOTS for mark in "[.:#") or first in _ROOTS:
        return ""
    return f".{scope}{_WEIGHT} {text}"


def _lengths(tokens: Iterable[Any], variable: bool) -> str:
    """The tokens as text, `rem` replaced: by a variable of our own, or by pixels in a condition."""
    return "".join(_length(token, variable) for token in tokens)


def _length(token: Any, variable: bool) -> str:
    if token.type == "dimension" and token.lower_unit == "rem":
        if variable:
            return f"calc({token.representation} * var(--gongshi-rem, {_REM_PX}px))"
        return f"{token.value * _REM_PX:g}px"
    if token.type == "function":
        return f"{token.name}({_lengths(token.arguments, variable)})"
    if token.type == "() block":
        return f"({_lengths(token.content, variable)})"
    return str(token.serialize())
