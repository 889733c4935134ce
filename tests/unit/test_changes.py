"""Two lists compared: who joined, changed and left, counted and added up, and never named."""

import io
from collections import Counter
from dataclasses import replace
from decimal import Decimal

import pytest
import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.changes import compare
from generator.comparisons import Change, Comparison
from generator.kinds import Kind
from generator.sources.readers.xlsx import parse as parse_xlsx
from generator.tables import Table, read_table
from tests.checks.sample_scope import sample, table

HEADING = "村（社区）,户主姓名,保障人口,月保障金额"
BEFORE = ("望山村,甄有田,2,620.00", "望山村,甄有禾,1,310.10", "街心社区,甄有米,3,900.00")
SUPPORT = "村（社区）,姓名,供养方式,月供养金额"


def roll(*rows: str, month: str = "2026-10", kind: str = "subsistence_allowance", **listing: str) -> Table:
    """A list of a round, from the lines below its heading."""
    heading = {"subsistence_allowance": HEADING, "extreme_poverty_support": SUPPORT}[kind]
    content = "\n".join([heading, *rows]) + "\n"
    return table(kind, content, suffix="csv", round=month, **{"stage": "public_notice", "id": "", **listing})


def moves(change: Change) -> tuple[int, int, int]:
    """How many joined, left and changed."""
    assert change.movement is not None
    return change.movement.joined.entries, change.movement.left.entries, change.movement.changed.entries


def village(comparison: Comparison, name: str) -> Change:
    return next(each for each in comparison.villages if each.village == name)


def reasons(each: tuple) -> dict[str, int]:
    return {reason.title: reason.entries for reason in each}


def test_the_same_list_again():
    comparison = compare(roll(*BEFORE), roll(*reversed(BEFORE), month="2026-11"))
    assert moves(comparison.total) == (0, 0, 0)
    assert comparison.total.before == comparison.total.after
    assert (comparison.before, comparison.after) == ("2026-10", "2026-11")
    assert comparison.reference == "2026-11/subsistence_allowance.public_notice"


def test_one_joins_one_leaves_and_one_gets_another_amount():
    after = roll("望山村,甄有田,2,640.30", "望山村,甄有粟,4,1200.00", "街心社区,甄有米,3,900.00")
    comparison = compare(roll(*BEFORE), after)
    assert moves(comparison.total) == moves(village(comparison, "望山村")) == (1, 1, 1)
    assert moves(village(comparison, "街心社区")) == (0, 0, 0)
    assert [(each.name, each.title, each.unit) for each in comparison.added] == [
        ("persons_covered", "保障人口", "人"),
        ("monthly_amount", "月保障金额合计", "元"),
    ]
    total = comparison.total
    assert total.before.sums == (6, Decimal("1830.10")) and total.after.sums == (9, Decimal("2740.30"))
    assert total.movement.joined.sums == (4, Decimal("1200.00"))
    assert total.movement.left.sums == (1, Decimal("310.10"))
    assert total.movement.changed.sums == (0, Decimal("20.30"))
    assert all(isinstance(value, Decimal) for value in total.after.sums)
    assert reasons(total.movement.what_changed) == {"月保障金额变化": 1}


def test_what_changed_is_told_by_the_titles_of_the_columns():
    after = roll("望山村,甄有田,3,930.00", "望山村,甄有禾,1,320.00", BEFORE[2])
    moved = compare(roll(*BEFORE), after).total.movement
    assert moved.changed.entries == 2
    assert reasons(moved.what_changed) == {"月保障金额变化": 2, "保障人口变化": 1}


def test_two_of_a_village_may_share_a_name():
    both = ("望山村,甄有田,2,620.00", "望山村,甄有田,1,310.00")
    one_left = compare(roll(*both), roll(both[1], month="2026-11"))
    assert moves(one_left.total) == (0, 1, 0)
    assert one_left.total.movement.left.sums == (2, Decimal("620.00"))
    changed = compare(roll(*both), roll("望山村,甄有田,1,330.00", both[0], month="2026-11"))
    assert moves(changed.total) == (0, 0, 1)
    assert changed.total.movement.changed.sums == (0, Decimal("20.00"))
    twice_the_same = compare(roll(both[0], both[0]), roll(both[0]))
    assert moves(twice_the_same.total) == (0, 1, 0)


def test_a_household_that_moved_left_one_village_and_joined_another():
    comparison = compare(roll(*BEFORE), roll(BEFORE[0], "街心社区,甄有禾,1,310.10", BEFORE[2]))
    assert moves(comparison.total) == (1, 1, 0)
    assert moves(village(comparison, "望山村")) == (0, 1, 0)
    assert moves(village(comparison, "街心社区")) == (1, 0, 0)


def test_an_empty_round():
    begun, ended = compare(roll(), roll(*BEFORE)), compare(roll(*BEFORE), roll())
    assert moves(begun.total) == (3, 0, 0) and moves(ended.total) == (0, 3, 0)
    assert begun.total.after == ended.total.before
    nothing = compare(roll(), roll())
    assert nothing.villages == () and moves(nothing.total) == (0, 0, 0)


def test_a_workbook_compares_with_a_csv():
    """2 and 620 of a spreadsheet are the same as 2 and 620.00 of a text file."""
    content = io.BytesIO()
    with xlsxwriter.Workbook(content) as workbook:
        sheet = workbook.add_worksheet()
        sheet.write_row(0, 0, HEADING.split(","))
        for number, row in enumerate(BEFORE, 1):
            name, head, persons, amount = row.split(",")
            sheet.write_row(number, 0, [name, head, float(persons), float(amount)])
    csv = roll(*BEFORE)
    workbook, findings = read_table(csv.listing, csv.kind, parse_xlsx(content.getvalue(), "example.xlsx"))
    assert findings == ()
    assert moves(compare(csv, workbook).total) == moves(compare(workbook, csv).total) == (0, 0, 0)


def support(*rows: str, **more: str) -> Table:
    return roll(*rows, kind="extreme_poverty_support", **more)


PEOPLE = ("望山村,甄有田,分散供养,926.00", "望山村,甄有禾,集中供养,1406.00", "街心社区,甄有米,分散供养,926.00")


def test_who_left_was_on_the_notice_of_ending_or_nobody_says_why():
    ending = support(PEOPLE[0], stage="notice_of_ending")
    moved = compare(support(*PEOPLE), support(PEOPLE[2]), ending).total.movement
    assert reasons(moved.why_left) == {"终止公示": 1, "未说明": 1}
    assert reasons(compare(support(*PEOPLE), support(PEOPLE[2])).total.movement.why_left) == {"未说明": 2}


def test_of_two_namesakes_who_left_one_notice_tells_of_one():
    twins = ("望山村,甄有田,分散供养,926.00", "望山村,甄有田,集中供养,1406.00")
    moved = compare(support(*twins), support(), support(twins[0], stage="notice_of_ending")).total.movement
    assert reasons(moved.why_left) == {"终止公示": 1, "未说明": 1}


@pytest.mark.parametrize(
    ("web", "expected"),
    [("full", {"死亡": 1, "不再符合条件": 1, "终止公示": 1}), ("never", {"终止公示": 3})],
)
def test_the_reason_column_of_the_notice_gives_the_class_if_the_web_may_say_it(web, expected):
    kind = sample().kinds["extreme_poverty_support"]
    column = kind.columns[2].model_copy(
        update={
            "name": "why",
            "title": "终止原因",
            "choices": ("死亡", "不再符合条件"),
            "required": False,
            "web": web,
        }
    )
    kind = kind.model_copy(update={"columns": (*kind.columns, column), "ending_reason": "why"})
    rows = [f"{row},{why}" for row, why in zip(PEOPLE, ("死亡", "不再符合条件", ""), strict=True)]
    ending = of_kind(kind, f"{SUPPORT},终止原因", *rows)
    before, after = of_kind(kind, SUPPORT, *PEOPLE), of_kind(kind, SUPPORT)
    assert reasons(compare(before, after, ending).total.movement.why_left) == expected


def of_kind(kind: Kind, heading: str, *rows: str) -> Table:
    """A list of a kind that is not among the sample's."""
    changed = replace(sample(), kinds={**sample().kinds, kind.id: kind})
    return table(kind.id, "\n".join([heading, *rows]) + "\n", suffix="csv", scope=changed, round="2026-10", id="")


def test_what_the_web_never_shows_is_no_change():
    kind = sample().kinds["extreme_poverty_support"]
    columns = tuple(each.model_copy(update={"web": "never"} if each.type == "choice" else {}) for each in kind.columns)
    hidden = kind.model_copy(update={"columns": columns})
    rows = PEOPLE[0], PEOPLE[0].replace("分散", "集中")
    for each, expected in ((kind, (0, 0, 1)), (hidden, (0, 0, 0))):
        before, after = (of_kind(each, SUPPORT, row) for row in rows)
        assert moves(compare(before, after).total) == expected


def test_what_is_granted_once_is_compared_in_number_and_sums_only():
    heading = "村（社区）,申请人姓名,救助类型,救助金额\n"
    before, after = (
        table("temporary_assistance", heading + row, suffix="csv", round="2026-10", id="")
        for row in ("望山村,甄有田,火灾,1000.00\n", "望山村,甄有禾,火灾,500.50\n街心社区,甄有米,火灾,10.00\n")
    )
    comparison = compare(before, after)
    assert comparison.total.movement is None
    assert (comparison.total.before.entries, comparison.total.after.entries) == (1, 2)
    assert comparison.total.after.sums == (Decimal("510.50"),)


def test_tables_of_counts_and_lists_of_two_kinds_are_not_compared():
    counts = next(each for each in sample().tables if each.kind.id == "children_in_difficulty")
    with pytest.raises(ValueError):
        compare(counts, counts)
    with pytest.raises(ValueError):
        compare(roll(*BEFORE), support(*PEOPLE))


ROWS = st.lists(
    st.tuples(
        st.sampled_from(("望山村", "街心社区")),
        st.sampled_from(("甄有田", "甄有禾", "甄有米", "欧阳有粟")),
        st.integers(1, 3).map(str),
        st.integers(0, 300).map(lambda fen: f"{fen // 100}.{fen % 100:02d}"),
    ).map(",".join),
    max_size=8,
)


@settings(max_examples=150, deadline=None)
@given(ROWS, ROWS, st.randoms())
def test_the_account_closes_and_the_way_back_is_its_mirror(before, after, random):
    forth, back = compare(roll(*before), roll(*after)), compare(roll(*after), roll(*before))
    for change in (forth.total, *forth.villages):
        moved = change.movement
        assert change.before.entries + moved.joined.entries - moved.left.entries == change.after.entries
        sums = zip(change.before.sums, moved.joined.sums, moved.left.sums, moved.changed.sums, strict=True)
        assert tuple(was + came - went + became for was, came, went, became in sums) == change.after.sums
        assert sum(each.entries for each in moved.why_left) == moved.left.entries
        assert all(each.entries <= moved.changed.entries for each in moved.what_changed)
        opposite = village(back, change.village) if change.village else back.total
        assert (opposite.before, opposite.after) == (change.after, change.before)
        assert (opposite.movement.joined, opposite.movement.left) == (moved.left, moved.joined)
        assert opposite.movement.changed.entries == moved.changed.entries
        assert opposite.movement.changed.sums == tuple(-each for each in moved.changed.sums)
        assert opposite.movement.what_changed == moved.what_changed
    assert moves(forth.total) == counted(before, after)
    shuffled = random.sample(after, len(after))
    assert compare(roll(*before), roll(*shuffled)).total == forth.total
    assert not [name for name in ("甄", "欧阳") if name in repr(forth)]


def counted(before: list[str], after: list[str]) -> tuple[int, int, int]:
    """The same by plain counting: names that only one list has, and rows that neither left nor stayed the same."""
    one, other = (Counter(row.rsplit(",", 2)[0] for row in rows) for rows in (before, after))
    joined, left = (other - one).total(), (one - other).total()
    same = (Counter(before) & Counter(after)).total()
    return joined, left, len(before) - same - left
