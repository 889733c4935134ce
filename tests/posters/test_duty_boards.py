"""Duty boards: every task of the web page in its order, under its matter and category, with its facts."""

import pytest

from tests.posters.duties import told
from tests.posters.reading import Poster
from tests.posters.sources import Notice

pytestmark = pytest.mark.xdist_group("posters")
FACTS = ("lead_units", "supporting_units", "post", "person")
Boards = list[tuple[Poster, Notice]]


def test_every_task_stands_in_its_place(boards: Boards):
    for poster, notice in boards:
        assert len(told(poster, notice)) == notice.statement["rows"], poster.path.name


def test_every_task_has_its_units_and_persons(boards: Boards):
    """Said with the task, or once for its matter, its category or the whole board; never twice."""
    for poster, notice in boards:
        titles = {column.name: column.title for column in notice.kind.columns}
        for task, text in told(poster, notice):
            for name in FACTS:
                times = 1 if task[name] else 0
                assert text.count(titles[name]) == times, (poster.path.name, task, name)
                assert titles[name] + task[name] in text or not task[name], (poster.path.name, task, name)


def test_numbers_add_up_to_the_statement(boards: Boards):
    for poster, notice in boards:
        tasks = [task for task, _ in told(poster, notice)]
        for name, approved in notice.statement["sums"].items():
            assert sum(int(task[name]) for task in tasks) == int(approved["figures"]), poster.path.name
