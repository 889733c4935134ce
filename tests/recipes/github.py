"""Runs the workflow of a clone as GitHub's runner does: each step's own script, in order, under its own conditions.

Of the expression language only what the recipe uses; anything else raises, so
that the recipe cannot outgrow this silently. Semantics: docs.github.com,
"Workflow syntax" and "Evaluate expressions in workflows and actions".
"""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

from tests.recipes.repository import Repository, Run, environment, shell

WORKFLOW = ".github/workflows/gongshi.yml"
_TOKEN = re.compile(r"\s*(?:('[^']*')|(&&|\|\||==|!(?!=)|[()])|([a-zA-Z_][\w.]*))")
_OPERATORS = {"&&": " and ", "||": " or ", "!": " not "}


def run_workflow(
    repository: Repository,
    folder: Path,
    variables: Mapping[str, str],
    secrets: Mapping[str, str],
    more: Mapping[str, str],
    branch: str = "main",
) -> Run:
    """One run for the newest commit of `branch`; `more` is set in the runner's environment."""
    workspace = repository.clone(folder / "workspace", branch)
    workflow = yaml.safe_load((workspace / WORKFLOW).read_text(encoding="utf-8"))
    (job,) = workflow["jobs"].values()
    files = {name: folder / name.lower() for name in ("GITHUB_ENV", "GITHUB_PATH", "GITHUB_STEP_SUMMARY")}
    for path in files.values():
        path.write_text("", encoding="utf-8")
    context: dict[str, Any] = {
        "github": {"ref": f"refs/heads/{branch}"},
        "vars": variables,
        "secrets": secrets,
        "steps": {},
    }
    base = environment(folder, RUNNER_TEMP=str(folder), **more, **{name: str(path) for name, path in files.items()})
    base |= _filled(job.get("env", {}), context)
    log, failed = [], False
    for step in job["steps"]:
        functions = {"failure()": failed, "cancelled()": False, "success()": not failed}
        if not evaluate(_bare(step.get("if", "success()")), context, functions):
            outcome = "skipped"
        else:
            script = step.get("run", "")  # a `uses` is the clone above
            outcome, printed = _run_step(script, workspace, folder, base, files, _filled(step.get("env", {}), context))
            log.append(f"── {step['name']}: {outcome}\n{printed}")
            failed = failed or outcome == "failure"
        context["steps"][step.get("id", step["name"])] = {"outcome": outcome}
    return Run(int(failed), "\n".join(log), files["GITHUB_STEP_SUMMARY"].read_text(encoding="utf-8"))


def evaluate(expression: str, context: Mapping[str, Any], functions: Mapping[str, bool]) -> Any:
    """The value of an expression; raises `ValueError` for forms that the recipe does not use."""
    python, place, values = "", 0, []
    for name, value in functions.items():
        expression = expression.replace(name, "'yes'" if value else "''")
    while place < len(expression.rstrip()):
        match = _TOKEN.match(expression, place)
        if not match:
            raise ValueError(expression)
        text, operator, name = match.groups()
        if operator:
            python += _OPERATORS.get(operator, operator)
        else:
            values.append(text[1:-1] if text else _look_up(name, context))
            python += f"values[{len(values) - 1}]"
        place = match.end()
    return eval(python, {"values": values})


def _look_up(name: str, context: Mapping[str, Any]) -> Any:
    """`steps.last.outcome` and the like; what is not there is empty."""
    found: Any = context[name.split(".")[0]]
    for part in name.split(".")[1:]:
        found = found.get(part, "") if isinstance(found, Mapping) else ""
    return found


def _filled(values: Mapping[str, str], context: Mapping[str, Any]) -> dict[str, str]:
    """`env:` with its `${{ … }}` filled in."""
    fill = re.compile(r"\$\{\{(.*?)\}\}")
    return {name: fill.sub(lambda found: str(evaluate(found[1], context, {})), text) for name, text in values.items()}


def _bare(condition: str) -> str:
    """A condition without `${{ }}`; without a function of status it also means `success()`."""
    bare = condition.removeprefix("${{").removesuffix("}}").strip()
    return bare if re.search(r"(failure|cancelled|success)\(\)", bare) else f"success() && ({bare})"


def _run_step(
    script: str, workspace: Path, folder: Path, base: Mapping[str, str], files: Mapping[str, Path], own: dict[str, str]
) -> tuple[str, str]:
    """Outcome and output of a step, after what earlier steps left for it in the runner's files."""
    left = dict(line.split("=", 1) for line in files["GITHUB_ENV"].read_text(encoding="utf-8").splitlines())
    path = [*reversed(files["GITHUB_PATH"].read_text(encoding="utf-8").splitlines()), base["PATH"]]
    (folder / "step.sh").write_text(script, encoding="utf-8")
    # What GitHub runs where no shell is named.
    done = shell(["bash", "-e", str(folder / "step.sh")], workspace, {**base, **left, "PATH": ":".join(path), **own})
    return ("failure" if done.returncode else "success"), done.stdout
