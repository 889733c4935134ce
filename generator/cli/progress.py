"""The progress bar of the commands that take long."""

import time
from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeElapsedColumn
from rich.progress import Progress as Bar

from generator.artifacts import Progress

# Seconds between two drawings.
_EVERY = 0.1


@contextmanager
def progress() -> Iterator[Progress]:
    """A progress bar on a terminal, nothing otherwise."""
    console = Console(stderr=True)
    if not console.is_terminal:
        yield lambda task, done, total: None
        return
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    # Drawn by hand: a thread that draws would keep this process from being copied (see `release.make`).
    with Bar(*columns, console=console, transient=True, auto_refresh=False) as bar:
        tasks: dict[str, object] = {}
        drawn = 0.0

        def advance(task: str, done: int, total: int) -> None:
            nonlocal drawn
            if task not in tasks:
                tasks[task] = bar.add_task(task, total=total)
            bar.update(tasks[task], completed=done)  # type: ignore[arg-type]
            if (now := time.monotonic()) > drawn + _EVERY or done == total:
                bar.refresh()
                drawn = now

        yield advance
