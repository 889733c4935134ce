"""Runs the pipeline of a clone as GitLab's runner does: stages, rules, caches, artifacts, and the scripts as they are.

Semantics: docs.gitlab.com, "CI/CD YAML syntax reference". Only what the recipe uses.
"""

import shutil
from collections.abc import Mapping
from pathlib import Path
from string import Template
from typing import Any

import yaml

from tests.recipes.repository import Repository, Run, environment, shell

PIPELINE = ".gitlab-ci.yml"
_NO_JOBS = {"image", "stages", "workflow", "default"}


def run_pipeline(repository: Repository, folder: Path, more: Mapping[str, str], branch: str = "main") -> Run:
    """One pipeline for the newest commit of `branch`.

    Caches stay in `folder/cache`, artifacts of the last pipeline in
    `folder/artifacts/<job>`, the deployed pages in `folder/pages`.
    """
    recipe = yaml.safe_load((repository.clone(folder / "look", branch) / PIPELINE).read_text(encoding="utf-8"))
    variables = {"CI_COMMIT_BRANCH": branch, "CI_DEFAULT_BRANCH": "main", "CI_COMMIT_REF_SLUG": branch, **more}
    shutil.rmtree(folder / "artifacts", ignore_errors=True)
    log, failed = [], False
    for stage in recipe["stages"]:
        failed_before = failed
        for name, job in recipe.items():
            if name in _NO_JOBS or job["stage"] != stage:
                continue
            when = _when(job.get("rules", [{}]), variables)
            if when == "never" or (when == "on_success" and failed_before):
                continue
            done, printed = _run_job(name, recipe["default"] | job, repository, folder, variables, branch)
            log.append(f"── {name}: {'success' if done else 'failed'}\n{printed}")
            failed = failed or not done
    return Run(int(failed), "\n".join(log))


def _when(rules: list[dict[str, str]], variables: Mapping[str, str]) -> str:
    """What the first rule that holds says."""
    for rule in rules:
        sides = [Template(side.strip()).substitute(variables) for side in rule.get("if", "").split("==")]
        if len(set(sides)) == 1:
            return rule.get("when", "on_success")
    return "never"


def _run_job(
    name: str, job: dict[str, Any], repository: Repository, folder: Path, variables: Mapping[str, str], branch: str
) -> tuple[bool, str]:
    workspace = repository.clone(folder / "workspace", branch)
    if cache := job.get("cache"):
        kept = folder / "cache" / Template(cache["key"]).substitute(variables)
        _copy(cache["paths"], kept, workspace)
    for other in job.get("dependencies", []):
        _copy_all(folder / "artifacts" / other, workspace)
    script = folder / "job.sh"
    script.write_text("\n".join([*job["before_script"], *job["script"]]) + "\n", encoding="utf-8")
    done = shell(["bash", "-eo", "pipefail", str(script)], workspace, environment(folder, **variables))
    ok = done.returncode == 0
    if cache and (ok or cache.get("when") == "always"):
        shutil.rmtree(kept, ignore_errors=True)
        _copy(cache["paths"], workspace, kept)
    artifacts = job.get("artifacts", {})
    if ok or artifacts.get("when") == "always":
        _copy(artifacts.get("paths", []), workspace, folder / "artifacts" / name)
        _copy(artifacts.get("reports", {}).values(), workspace, folder / "artifacts" / name)
    if name == "pages" and ok:
        shutil.rmtree(folder / "pages", ignore_errors=True)
        shutil.copytree(workspace / "public", folder / "pages")
    return ok, done.stdout


def _copy(paths: Any, source: Path, target: Path) -> None:
    """What an archive takes of these paths: links stay links, and what is not there is left out."""
    for path in paths:
        here, there = source / path, target / path
        if here.is_dir() and not (source / path.rstrip("/")).is_symlink():
            shutil.copytree(here, there, symlinks=True)
        elif here.is_file():
            there.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(here, there)


def _copy_all(source: Path, target: Path) -> None:
    if source.is_dir():
        shutil.copytree(source, target, symlinks=True, dirs_exist_ok=True)
