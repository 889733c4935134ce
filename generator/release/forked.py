"""Work over the cores in copies of this process, which have everything at hand: nothing is sent to them."""

import gc
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from multiprocessing import get_context
from pathlib import Path
from typing import Any, TypeVar

_Item = TypeVar("_Item")
_Result = TypeVar("_Result")
# What the copies do. It must stand here before they are made: what renders a page could not be sent to them.
_tasks: list[tuple[Sequence[Any], Callable[[Any], Any]]] = []


def forked(
    items: Sequence[_Item], work: Callable[[_Item], _Result], jobs: int, at_a_time: int
) -> Iterator[tuple[_Item, _Result]]:
    """Each item with its result, in any order; `at_a_time` neighbours go to the same copy.

    One after the other in this process where it is not safe to copy it.
    """
    if jobs < 2 or len(items) <= at_a_time or not _can_be_copied():
        yield from ((each, work(each)) for each in items)
        return
    _tasks.append((items, work))
    try:
        with ProcessPoolExecutor(jobs, get_context("fork")) as pool:
            parts = {pool.submit(_part, start, at_a_time): start for start in range(0, len(items), at_a_time)}
            for future in finished(pool, parts):
                start = parts[future]
                yield from zip(items[start : start + at_a_time], future.result(), strict=True)
    finally:
        _tasks.pop()


def fresh(jobs: int) -> ProcessPoolExecutor:
    """Processes that begin from nothing, but look for garbage as rarely as this one."""
    return ProcessPoolExecutor(jobs, get_context("spawn"), gc.set_threshold, gc.get_threshold())


def finished(pool: ProcessPoolExecutor, futures: Iterable[Future[_Result]]) -> Iterator[Future[_Result]]:
    """The futures as they finish; after an error or an interruption nothing more is begun."""
    try:
        yield from as_completed(futures)
    except BaseException:
        pool.shutdown(cancel_futures=True)
        raise


def _part(start: int, at_a_time: int) -> list[Any]:
    items, work = _tasks[-1]
    return [work(each) for each in items[start : start + at_a_time]]


def _can_be_copied() -> bool:
    """Only a process with a single thread can: a lock that another thread holds would stay locked in the copy."""
    return sys.platform == "linux" and len(list(Path("/proc/self/task").iterdir())) == 1
