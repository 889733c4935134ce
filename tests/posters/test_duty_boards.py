"""Duty boards: every task of the web page in its order, under its matter and category, with its facts."""

from collections import Counter
from collections.abc import Iterator

import pytest

from tests.posters.reading import Poster, compact
from tests.posters.sources import Notice

pytestmark = pytest.mark.xdist_group("posters")
FACTS = ("lead_units", "supporting_units", "post", "person")
Task = dict[str, str]
Boards = list[tuple[Poster, Notice]]


def test_every_task_stands_in_its_place(boards: Boards):
    for poster, notice in boards:
        assert len(_said(poster, notice)) == notice.statement["rows"], poster.path.name


def test_every_task_has_its_units_and_persons(boards: Boards):
    """Said with the task, or once for its matter, its category or the whole board; never twice."""
    for poster, notice in boards:
        titles = {column.name: column.title for column in notice.kind.columns}
        for task, text in _said(poster, notice):
            for name in FACTS:
                times = 1 if task[name] else 0
                assert text.count(titles[name]) == times, (poster.path.name, task, name)
                assert titles[name] + task[name] in text or not task[name], (poster.path.name, task, name)


def test_numbers_add_up_to_the_statement(boards: Boards):
    for poster, notice in boards:
        tasks = [task for task, _ in _said(poster, notice)]
        for name, approved in notice.statement["sums"].items():
            assert sum(int(task[name]) for task in tasks) == int(approved["figures"]), poster.path.name


def _said(poster: Poster, notice: Notice) -> list[tuple[Task, str]]:
    """Each task of the web page with what the poster says about it: its own text and the headings above it."""
    places, end = [], 0
    for level, printed, task in _headings(notice):
        start = poster.text.find(printed, end)
        assert start >= 0, f"{poster.path.name}: {printed} is lost or out of order"
        end = start + len(printed)
        places.append((start, end, level, task))
    starts = [start for start, *_ in places]
    said = [poster.text[: starts[0]], "", "", ""]
    found = []
    for (_, end, level, task), following in zip(places, [*starts[1:], None], strict=True):
        said[level:] = [poster.text[end:following]] + [""] * (3 - level)
        if level == 3:
            found.append((task, "".join(said)))
    return found


def _headings(notice: Notice) -> Iterator[tuple[int, str, Task]]:
    """What must be printed in this order: categories (1), matters with their number (2), tasks with theirs (3)."""
    tasks = _tasks(notice)
    sizes = Counter(task["matter_number"] for task in tasks)
    category, matter = notice.kind.list_titles[notice.statement["list"].rpartition("/")[2]], ""
    for task in tasks:
        if task["category"] != category:
            category = task["category"]
            yield 1, category, task
        if task["matter_number"] != matter:
            matter = task["matter_number"]
            yield 2, matter + task["matter"], task
        alone = sizes[matter] == 1 and matter == task["task_number"]
        yield 3, task["task"] if alone else task["task_number"] + task["task"], task


def _tasks(notice: Notice) -> list[Task]:
    """Rows of the web table by the name of their column; the page may number them too."""
    names = [column.name for column in notice.kind.columns]
    return [dict(zip(names, map(compact, row[-len(names) :]), strict=True)) for row in notice.page.rows]
