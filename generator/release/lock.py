"""One build publishes at a time. The kernel lets go of the lock when the process ends, however it ends."""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from generator.exceptions import ReleaseError


@contextmanager
def publishing(out: Path) -> Iterator[None]:
    """Raises `ReleaseError` at once if another build holds the lock."""
    folder = out / ".build"
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "lock").open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise ReleaseError("另一次生成正在进行，请等它结束后再试") from error
        yield
