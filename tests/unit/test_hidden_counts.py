"""Tables of counts that follow each other: what one has really hidden, the next one knows."""

from datetime import date, timedelta
from types import SimpleNamespace

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.gates.aggregate import hidden_counts
from generator.gates.small_cells import hidden_cells

COLUMNS = (SimpleNamespace(name="village", type="village"), SimpleNamespace(name="children", type="count"))
VILLAGES = ["望山村", "街心社区", "柳湾村", "石桥村", "竹园村"]


def table(first_day, counts, kind="children_in_difficulty", salt="0" * 32):
    """An approved table of one column of counts, a row per village."""
    values = {"village": VILLAGES[: len(counts)], "children": counts}
    return SimpleNamespace(
        table=SimpleNamespace(
            kind=SimpleNamespace(id=kind, aggregate=True, small_cells=3, columns=COLUMNS),
            listing=SimpleNamespace(reference=f"{first_day}/{kind}.announcement"),
            values=values.__getitem__,
        ),
        statement=SimpleNamespace(first_day=first_day, salt=salt),
    )


def hidden(*tables):
    """The hidden rows of each table."""
    by_reference = hidden_counts(tables)
    return [{row for row, _ in by_reference[each.table.listing.reference]} for each in tables]


def months(*counts, every=31):
    return [table(date(2026, 1, 1) + timedelta(days=every * number), each) for number, each in enumerate(counts)]


def test_a_complement_that_the_second_table_needed_is_still_hidden_in_the_third():
    """By itself the second table hides other cells than it did after the first: the third must know the latter."""
    first, second, third = hidden(*months([1, 9, 8, 7], [6, 9, 8, 1], [6, 9, 8, 7]))
    assert 0 in first and 3 in second
    assert third == second >= first


def test_the_second_table_is_not_taken_for_one_without_a_past():
    """The third table must not show what only the second one's past made it hide."""
    tables = months([1, 9, 8, 7], [6, 9, 8, 1], [6, 9, 8, 7])
    alone = {row for row, _ in hidden_cells([[each] for each in (6, 9, 8, 1)], 3, "0" * 32)}
    assert hidden(*tables)[1] != alone


def test_after_more_than_a_year_the_past_is_forgotten():
    assert hidden(*months([1, 9, 8], [6, 9, 8], every=367))[1] == set()


def test_tables_of_another_kind_do_not_count():
    day = date(2026, 1, 1)
    other = table(day + timedelta(days=31), [6, 9, 8], kind="disability_subsidies")
    assert hidden(table(day, [1, 9, 8]), other)[1] == set()


def test_the_order_in_which_tables_are_read_is_of_no_account():
    tables = months([1, 9, 8, 7], [6, 9, 8, 1], [6, 9, 8, 7])
    assert hidden_counts(tables) == hidden_counts(reversed(tables))


@settings(max_examples=200, deadline=None)
@given(
    st.integers(2, 5).flatmap(
        lambda rows: st.lists(st.lists(st.integers(0, 9), min_size=rows, max_size=rows), max_size=5)
    )
)
def test_what_was_hidden_once_is_never_shown_within_the_year(counts):
    kept = set()
    for rows, hidden_now in zip(counts, hidden(*months(*counts)), strict=True):
        small = {row for row, count in enumerate(rows) if 0 < count < 3}
        assert small | {row for row in kept if rows[row] > 0} <= hidden_now
        kept |= hidden_now - {None}
