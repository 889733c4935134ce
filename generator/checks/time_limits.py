"""A guide states the statutory and the committed time limit, and keeps its promise within the law.

Why: 《优化营商环境条例》第三十五条 and the catalogue of 民办函〔2019〕52号 want limits
that people can hold an office to; a promise longer than the law is no promise.
Compared are working days, where both texts state them plainly.
"""

import re
from collections.abc import Iterator

from generator.checks import Scope
from generator.findings import Finding, finding
from generator.tables import Table

ALWAYS = True
_STATUTORY, _COMMITTED = "statutory_time_limit", "committed_time_limit"
_WORKING_DAYS = re.compile(r"([0-9]+)\s*个?工作日")
_STATED = re.compile(
    r"[0-9一二三四五六七八九十两半]+\s*个?(?:工作日|日|天|小时|分钟|月|年)|当场|即时|即办|立即|当天|当日|及时"
)
# Where the law sets no number, the guide says so in words.
_NO_LIMIT = re.compile(r"没有|未作|无统一|不作|当月|起计发")
_AT_MOST = re.compile(r"最长|特殊|延长|疑难|复杂")


def check(table: Table, scope: Scope) -> Iterator[Finding]:
    if not {_STATUTORY, _COMMITTED} <= set(table.positions):
        return
    for row, (statutory, committed) in enumerate(zip(table.values(_STATUTORY), table.values(_COMMITTED), strict=True)):
        if statutory is not None and not (_STATED.search(statutory) or _NO_LIMIT.search(statutory)):
            yield finding("guide-time-limit", table.place(row, _STATUTORY))
        if committed is not None and not _STATED.search(committed):
            yield finding("guide-time-limit", table.place(row, _COMMITTED))
        if statutory is None or committed is None:
            continue
        promised, allowed = promised_days(committed), statutory_days(statutory)
        if promised is not None and allowed is not None and promised > allowed:
            yield finding("guide-time-limit-exceeded", table.place(row, _COMMITTED), promised=promised, allowed=allowed)


def promised_days(text: str) -> int | None:
    """The working days a commitment names first: those behind it are parts of them."""
    days = _WORKING_DAYS.search(text)
    return int(days[1]) if days else None


def statutory_days(text: str) -> int | None:
    """The most working days the law allows, as far as the text says so in working days.

    Several numbers are steps one after another, unless one is an extension of the other.
    """
    days = [int(number) for number in _WORKING_DAYS.findall(text)]
    if not days:
        return None
    return max(days) if _AT_MOST.search(text) else sum(days)
