"""Numbers and names of lists: poster, web page, list file and approval statement say the same."""

import json
from collections import defaultdict
from datetime import date
from decimal import Decimal

import pytest

from tests.conftest import REPOSITORY
from tests.posters.contents import LONGEST, RARE
from tests.posters.entries import differing_figures, number, stated
from tests.posters.reading import Poster, compact
from tests.posters.sources import Notice, day

pytestmark = pytest.mark.xdist_group("posters")
Lists = list[tuple[Poster, Notice]]


def test_rows_equal_the_web_page_and_boards_carry_the_names_of_the_list(lists: Lists):
    for poster, notice in lists:
        assert poster.rows(notice.page.titles) == stated(notice, poster.channel), poster.path.name


def test_web_posters_carry_masked_names_only(lists: Lists):
    for poster, notice in lists:
        if poster.channel == "site":
            shown = [row[notice.name_title] for row in notice.table_of(poster.rows(notice.page.titles))]
            for masked, name in zip(shown, notice.names, strict=True):
                kept = len(masked.rstrip("某·").replace("某", ""))
                assert kept in (1, 2) and masked[:kept] == name[:kept], poster.path.name
                assert set(masked[kept:]) <= {"某", "·"} and len(masked) == len(name), poster.path.name
                assert name not in poster.text, poster.path.name


def test_numbers_equal_the_list_file(notices: dict[str, Notice]):
    for notice in notices.values():
        if notice.look == "notice_list":
            assert differing_figures(notice) == [], notice.address


def test_totals_are_the_sums_of_the_rows(lists: Lists):
    for poster, notice in lists:
        rows = notice.table_of(poster.rows(notice.page.titles))
        sums: list[Decimal | dict[str, Decimal]] = [number(str(len(rows)))]
        for total in notice.kind.totals:
            column = notice.kind.column(total.column)
            if column.type == "quantity":
                sums.append(_by_unit([row[column.title] for row in rows]))
            else:
                sums.append(sum((number(row[f"{column.title}（{column.unit}）"]) for row in rows), start=Decimal()))
        printed = [
            _by_unit(text.split("、")) if text[-1].isalpha() else number(text) for _, text, _ in notice.page.totals
        ]
        assert sums == printed, poster.path.name
        strip = "".join("".join(total) for total in notice.page.totals)
        assert compact(strip) in poster.text, poster.path.name


def test_villages_together_are_what_was_approved(lists: Lists):
    """For each list, channel and size: its rows and its sums are those of the statement."""
    parts: dict[tuple[str, str, str], list[tuple[Poster, Notice]]] = defaultdict(list)
    for poster, notice in lists:
        parts[notice.statement["list"], poster.channel, poster.size].append((poster, notice))
    for key, found in parts.items():
        statement, kind = found[0][1].statement, found[0][1].kind
        rows = [row for poster, notice in found for row in notice.table_of(poster.rows(notice.page.titles))]
        assert len(rows) == statement["rows"], key
        assert bool(statement["sums"]) == any(column.type in ("money", "count") for column in kind.columns)
        for name, approved in statement["sums"].items():
            column = kind.column(name)
            assert sum(number(row[f"{column.title}（{column.unit}）"]) for row in rows) == Decimal(
                approved["figures"]
            ), key


def test_the_period_is_the_approved_one(lists: Lists):
    for poster, notice in lists:
        first, last = notice.statement["first_day"], notice.statement["last_day"]
        days = (date.fromisoformat(last) - date.fromisoformat(first)).days + 1
        label = "公布期" if notice.statement["stage"] == "announcement" else "公示期"
        assert f"{label}{day(first)}至{day(last)}共{days}天" in poster.text, poster.path.name
        assert day(first) in notice.page.text and day(last) in notice.page.text, notice.address


def test_the_approval_is_printed(posters: list[Poster], notices: dict[str, Notice]):
    ledger = (REPOSITORY / "data/ledger.jsonl").read_text(encoding="utf-8").splitlines()
    recorded = {line["sha256"]: line["number"] for line in map(json.loads, ledger)}
    for poster in posters:
        statement = notices[poster.slug].statement
        digest = notices[poster.slug].digest
        printed = (
            f"审定单位{statement['decided_by']}审定日期{day(statement['decided_on'])}"
            f"文号{statement['document_number']}会议记录{statement['minutes']}核对码{digest[:16]}台账第{recorded[digest]}号"
        )
        assert compact(printed) in poster.text, poster.path.name


def test_rare_characters_and_long_names_are_among_the_names(lists: Lists):
    """The tests above compare every name; the sample must hold the hard ones for that to mean much."""
    printed = {name for poster, notice in lists if poster.channel == "print" for name in notice.names}
    assert set(RARE) <= set("".join(printed))
    assert LONGEST in printed


def _by_unit(quantities: list[str]) -> dict[str, Decimal]:
    """2袋, 3床 and 1袋 are 3 bags and 3 beds."""
    sums: dict[str, Decimal] = defaultdict(Decimal)
    for each in quantities:
        unit = each.lstrip("0123456789.,")
        sums[unit] += number(each.removesuffix(unit))
    return dict(sums)
