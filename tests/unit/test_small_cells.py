"""Hidden counts cannot be computed: an attacker with linear programming tries, on every table.

The attacker knows every count and total that is shown, and that a hidden count is
not zero, because zeros are shown. A hidden count is computed if its least and its
greatest possible value are the same. A second attacker also knows the rule by which
counts are hidden, and tries every table there could be.
"""

from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import linprog

from generator.gates.small_cells import hidden_cells

THRESHOLD = 3
SALT = "0" * 32


def equations(counts, hidden):
    """The published totals as equations over the hidden counts: (variables, coefficients, right-hand sides)."""
    rows, columns = len(counts), len(counts[0])
    variables = sorted(cell for cell in hidden if cell[0] < rows)
    left, right = [], []
    for column in range(columns):
        if (rows, column) in hidden:
            continue
        left.append([1.0 if cell[1] == column else 0.0 for cell in variables])
        shown = sum(counts[row][column] for row in range(rows) if (row, column) not in hidden)
        right.append(sum(row[column] for row in counts) - shown)
    return variables, left, right


def attack(variables, left, right):
    """The hidden counts that have only one possible value."""
    computed = []
    for index, cell in enumerate(variables):
        goal = np.zeros(len(variables))
        goal[index] = 1.0
        ends = []
        for sign in (1, -1):
            result = linprog(sign * goal, A_eq=left or None, b_eq=right or None, bounds=(1, None))
            assert result.status in {0, 3}, result.message  # 3: no upper end
            ends.append(sign * result.fun if result.status == 0 else np.inf)
        if ends[1] - ends[0] < 1 - 1e-6:
            computed.append(cell)
    return computed


tables = st.integers(1, 3).flatmap(
    lambda columns: st.lists(st.lists(st.integers(0, 9), min_size=columns, max_size=columns), min_size=1, max_size=7)
)


@settings(max_examples=150, deadline=None)
@given(tables)
def test_no_hidden_count_is_computed_from_one_table(counts):
    hidden = hidden_cells(counts, THRESHOLD, SALT)
    small = {(r, c) for r, row in enumerate(counts) for c, count in enumerate(row) if 0 < count < THRESHOLD}
    assert small <= hidden
    assert attack(*equations(counts, hidden)) == []


@settings(max_examples=100, deadline=None)
@given(tables, st.data())
def test_no_hidden_count_is_computed_from_two_rounds(earlier, data):
    """Both rounds lie side by side, with the published change of every total and of every count shown in both."""
    later = [[data.draw(st.sampled_from([count, max(0, count - 2), count + 3])) for count in row] for row in earlier]
    first = hidden_cells(earlier, THRESHOLD, SALT)
    cells = set(product(range(len(earlier)), range(len(earlier[0]))))
    second = hidden_cells(later, THRESHOLD, SALT, first & cells, cells - first)
    shown_later = {(r, c) for r, c in first - second if r < len(earlier) and later[r][c] > 0}
    assert not shown_later, "what was hidden is shown a round later, and tells the old count"
    assert attack(*side_by_side(equations(earlier, first), equations(later, second))) == []
    # Somebody who knows which of the counts shown before are unchanged does not find a small one.
    known = {(r, c) for r, c in second & cells - first if later[r][c] == earlier[r][c]}
    found = attack(*equations(later, second - known))
    assert [cell for cell in found if later[cell[0]][cell[1]] < THRESHOLD] == []


def side_by_side(one, two):
    """Equations over both rounds. Changes of shown figures are their differences, and add no equation of their own."""
    variables = [(1, *cell) for cell in one[0]] + [(2, *cell) for cell in two[0]]
    left = [[*row, *[0.0] * len(two[0])] for row in one[1]] + [[*[0.0] * len(one[0]), *row] for row in two[1]]
    return variables, left, [*one[2], *two[2]]


@settings(max_examples=100, deadline=None)
@given(tables)
def test_a_reader_who_knows_that_nothing_changed_learns_nothing_new(counts):
    """The same table again hides the same counts: two rounds together tell what one tells."""
    first = hidden_cells(counts, THRESHOLD, SALT)
    cells = set(product(range(len(counts)), range(len(counts[0]))))
    assert hidden_cells(counts, THRESHOLD, SALT, first & cells, cells - first) == first


@pytest.mark.parametrize("threshold", [3, 4])
@pytest.mark.parametrize("rows", [1, 2, 3, 4])
def test_who_knows_the_rule_and_tries_every_column_finds_none(rows, threshold):
    """Every column up to a total, by what is published of it: each hidden count could be another one."""
    highest = max(10, rows * (threshold - 1))
    possible: dict[tuple[object, ...], set[tuple[int, ...]]] = {}
    for column in product(range(highest + 1), repeat=rows):
        # With the total known all columns of that total are among those tried.
        for salt in map(str, range(12 if sum(column) <= highest else 0)):
            hidden = {row for row, _ in hidden_cells([[count] for count in column], threshold, salt)}
            total = "*" if rows in hidden else sum(column)
            published = tuple("*" if row in hidden else count for row, count in enumerate(column))
            possible.setdefault((published, total), set()).add(column)
    for (published, _), columns in possible.items():
        for row, count in enumerate(published):
            if count == "*" and any(column[row] < threshold for column in columns):
                assert len({column[row] for column in columns}) > 1, (published, columns)


def test_a_naive_table_is_broken_by_the_attack():
    """The attack works: with only the small count hidden it is computed from its total."""
    assert attack(*equations([[2], [5], [6]], {(0, 0)})) == [(0, 0)]


@pytest.mark.parametrize(
    ("counts", "hidden"),
    [
        # one small count: another of its column goes with it
        ([[2], [5]], {(0, 0), (1, 0)}),
        # two small counts protect each other, unless both are the least or the greatest they can be
        ([[1], [1], [10], [0]], {(0, 0), (1, 0), (2, 0)}),
        ([[2], [2], [2], [9]], {(0, 0), (1, 0), (2, 0), (3, 0)}),
        ([[2], [1], [9]], {(0, 0), (1, 0)}),
        # zeros are shown, and hide nothing: the total has to go
        ([[2], [0], [0]], {(0, 0), (3, 0)}),
        # a total below the threshold is a small count itself
        ([[1], [1]], {(0, 0), (1, 0), (2, 0)}),
        ([[4], [0], [7]], set()),
        ([[1]], {(0, 0), (1, 0)}),
        # columns do not help each other: their row totals are never published
        ([[2, 8], [6, 8]], {(0, 0), (1, 0)}),
    ],
)
def test_examples(counts, hidden):
    assert hidden_cells(counts, THRESHOLD, SALT) == hidden


def test_a_count_shown_before_protects_nothing():
    """October showed 3, 5, 9, 4: in November a reader may take the 4 for unchanged, so the total goes."""
    cells = {(row, 0) for row in range(4)}
    assert hidden_cells([[1], [5], [9], [4]], THRESHOLD, SALT, (), cells) == {(0, 0), (4, 0)}


def test_what_was_hidden_stays_hidden():
    assert hidden_cells([[5], [5], [9]], THRESHOLD, SALT, {(0, 0), (1, 0)}) == {(0, 0), (1, 0)}


def test_a_county_of_350_villages():
    counts = [[(row * 7 + column) % 13 for column in range(4)] for row in range(350)]
    hidden = hidden_cells(counts, THRESHOLD, SALT)
    assert len(hidden) >= sum(0 < count < THRESHOLD for row in counts for count in row)
