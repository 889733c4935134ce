"""Runs one process and measures it, its children included."""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from resource import struct_rusage

REPOSITORY = Path(__file__).parents[1]


@dataclass(frozen=True)
class Measured:
    """One process: seconds on the clock and of processor, peak memory in MB, files there afterwards and their bytes."""

    name: str
    seconds: float
    processor: float
    megabytes: float
    files: int
    size: int


@dataclass(frozen=True)
class Program:
    """A command that is no module of Python, and the folder that it runs in."""

    arguments: tuple[str, ...]
    folder: Path


def timed(name: str, command: Sequence[str] | Program, folder: Path, ending: str = ".html") -> Measured:
    """One run of `command`; what it makes are the files in `folder` with that ending."""
    start = time.perf_counter()
    usage = run(command)
    seconds = time.perf_counter() - start
    sizes = [path.stat().st_size for path in folder.rglob(f"*{ending}")]
    return Measured(name, seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, len(sizes), sum(sizes))


def run(command: Sequence[str] | Program) -> struct_rusage:
    """Runs `python -m COMMAND ...`, or a program; exits with its output if it fails.

    Processor time is that of the process and all its children, memory that of
    the largest among them. It is at least what this process has itself, as the
    system counts the moment of starting: so this process imports little.
    """
    return _finished(command)[0]


def answer(command: Sequence[str] | Program) -> tuple[struct_rusage, str]:
    """As `run`, with the last line that it printed."""
    usage, output = _finished(command)
    return usage, output.splitlines()[-1]


def _finished(command: Sequence[str] | Program) -> tuple[struct_rusage, str]:
    if not isinstance(command, Program):
        command = Program((sys.executable, "-m", *command), REPOSITORY)
    # Whoever builds often has the byte code of last time, whatever this environment says.
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    with tempfile.TemporaryFile() as file:
        process = subprocess.Popen(
            command.arguments, cwd=command.folder, env=environment, stdout=file, stderr=subprocess.STDOUT
        )
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        file.seek(0)
        output = file.read().decode(errors="replace")
    if process.returncode:
        sys.exit(f"{' '.join(command.arguments)} failed:\n{output}")
    return usage, output
