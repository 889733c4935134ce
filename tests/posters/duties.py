"""The tasks of a duty board, as the web page has them, and what the board says of each."""

from collections import Counter
from collections.abc import Iterator

from tests.posters.reading import Poster, compact
from tests.posters.sources import Notice

Task = dict[str, str]


def told(poster: Poster, notice: Notice) -> list[tuple[Task, str]]:
    """Each task of the web page with what the poster says about it: its own text and the headings above it.

    Raises `LookupError` if one is lost or out of order.
    """
    places, end = [], 0
    for level, printed, task in _headings(notice):
        start = poster.text.find(printed, end)
        if start < 0:
            raise LookupError(f"{poster.path.name}: {printed} is lost or out of order")
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
