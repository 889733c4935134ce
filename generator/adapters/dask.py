"""Dask runs units of work on other machines: the only import of `distributed`, which is optional.

A unit that is lost with its worker is run again by the scheduler, on another.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TypeVar

from generator.exceptions import SetupError

SCHEME = "dask://"
# Seconds to reach the scheduler.
_PATIENCE = 15
_Result = TypeVar("_Result")


@contextmanager
def dask_executor(
    address: str,
) -> Iterator[Callable[[Callable[..., _Result], Sequence[tuple[object, ...]]], Iterator[tuple[int, _Result]]]]:
    """An executor on the scheduler at `address` (`dask://HOST:PORT`).

    Raises `SetupError` if `distributed` is not installed or the scheduler does not answer.
    """
    try:
        from distributed import Client, as_completed  # noqa: PLC0415 (optional)
    except ImportError as error:
        raise SetupError("要用别的机器，先安装 gongshi[dask]") from error
    try:
        client = Client(address.replace(SCHEME, "tcp://"), timeout=_PATIENCE)  # type: ignore[no-untyped-call]
    except (OSError, ValueError) as error:
        raise SetupError(f"连不上 {address}") from error

    def run(work: Callable[..., _Result], arguments: Sequence[tuple[object, ...]]) -> Iterator[tuple[int, _Result]]:
        # Not by their content: a unit that failed once must not be taken for done.
        futures = {client.submit(work, *each, pure=False): number for number, each in enumerate(arguments)}
        for future in as_completed(futures):  # type: ignore[no-untyped-call]
            yield futures[future], future.result()

    with client:
        yield run
