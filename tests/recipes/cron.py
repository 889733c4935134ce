"""Runs the cron script on a clone, with the strictest of the usual shells."""

import sys
from collections.abc import Mapping
from pathlib import Path

from tests.recipes.repository import RECIPES, Repository, Run, environment, shell

SCRIPT = RECIPES / "cron" / "gongshi-cron.sh"


def settle(repository: Repository, folder: Path) -> Path:
    """A clone with its environment, and the settings beside it; returns the settings."""
    project = repository.clone(folder / "project")
    (project / ".venv").symlink_to(sys.prefix)
    settings = folder / "gongshi.conf"
    settings.write_text(f"GONGSHI_PROJECT={project}\nGONGSHI_OUT={folder / 'out'}\n", encoding="utf-8")
    return settings


def run_script(settings: Path, more: Mapping[str, str] | None = None, log: Path | None = None) -> Run:
    """One run; `log` is what cron would send as a letter, `summary` what this run wrote into the log."""
    log = log or settings.parent / "out" / "gongshi.log"
    before = log.read_text(encoding="utf-8") if log.exists() else ""
    variables = environment(settings.parent, **(more or {}))
    done = shell(["dash", str(SCRIPT), str(settings)], settings.parent, variables)
    return Run(done.returncode, done.stdout, log.read_text(encoding="utf-8").removeprefix(before))
