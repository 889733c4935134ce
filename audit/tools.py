"""Programs that are run: Java, Node, and those that PyPI brings."""

import json
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from audit.verdict import ToolFailed

FOLDER = Path(__file__).parent
MODULES = FOLDER / "node_modules"
# Beside the interpreter: what a virtual environment installs.
_BIN = Path(sys.executable).parent


def program(name: str) -> str:
    """The path of a program. Raises `ToolFailed` where there is none."""
    found = shutil.which(name, path=str(_BIN)) or shutil.which(name)
    if found is None:
        raise ToolFailed(f"{name} is not installed; `make audit` installs it")
    return found


def run(
    *command: str, content: str = "", codes: tuple[int, ...] = (0,), environment: Mapping[str, str] | None = None
) -> str:
    """What a program prints. Raises `ToolFailed` unless it ends with one of `codes`."""
    ended = subprocess.run(
        command, input=content, capture_output=True, text=True, check=False, cwd=FOLDER.parent, env=environment
    )
    if ended.returncode not in codes:
        last = (ended.stderr or ended.stdout).strip()[-400:]
        raise ToolFailed(f"{Path(command[0]).name} ended with {ended.returncode}: {last}")
    return ended.stdout


def node(script: str, asked: object, environment: Mapping[str, str] | None = None) -> Any:
    """What a script of this folder answers: JSON in, JSON out."""
    if not MODULES.is_dir():
        raise ToolFailed("the packages of audit/package.json are not installed; `make audit` installs them")
    return json.loads(run(program("node"), str(FOLDER / script), content=json.dumps(asked), environment=environment))
