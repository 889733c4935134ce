"""The recipes as text: what the linters of their servers say, and that they ask for no more than they need."""

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.recipes.repository import RECIPES

BIN = Path(sys.executable).parent
GITHUB, GITLAB, CRON = (
    RECIPES / "github/gongshi.yml",
    RECIPES / "gitlab/.gitlab-ci.yml",
    RECIPES / "cron/gongshi-cron.sh",
)
LINTERS = {
    "actionlint": ("actionlint", GITHUB),  # with shellcheck for the steps
    "zizmor": ("zizmor", "--offline", "--no-progress", GITHUB),
    "github schema": ("check-jsonschema", "--builtin-schema", "vendor.github-workflows", GITHUB),
    "gitlab schema": ("check-jsonschema", "--builtin-schema", "vendor.gitlab-ci", GITLAB),
    "shellcheck": ("shellcheck", CRON),
    "dash": ("dash", "-n", CRON),
}
# A slip that each of them must find, so that none passes because it looked at nothing.
SLIPS = {
    "actionlint": ("failure() &&", "failed() &&"),
    "zizmor": ("@fbc6f3992d24b796d5a048ff273f7fcc4a7b6c09", "@v5"),
    "github schema": ("timeout-minutes: 30", "timeout-minutes: thirty"),
    "gitlab schema": ("access: developer", "access: friends"),
    "shellcheck": ('"$words" 2>&1', "$words 2>&1"),
    "dash": ("\nfi\n", "\n"),
}


def lint(*command: object) -> subprocess.CompletedProcess[str]:
    path = os.pathsep.join((str(BIN), "/usr/bin", "/bin"))
    words = [str(word) for word in command]
    return subprocess.run(
        [str(BIN / words[0]) if (BIN / words[0]).exists() else words[0], *words[1:]],
        env={"PATH": path, "HOME": "/nonexistent"},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


@pytest.mark.parametrize("name", LINTERS)
def test_the_linters_have_nothing_to_say(name: str):
    result = lint(*LINTERS[name])
    assert result.returncode == 0, result.stdout + result.stderr


@pytest.mark.parametrize("name", LINTERS)
def test_the_linters_see_a_slip(name: str, tmp_path: Path):
    *command, recipe = LINTERS[name]
    text = Path(recipe).read_text(encoding="utf-8")
    old, new = SLIPS[name]
    assert old in text
    broken = tmp_path / Path(recipe).name
    broken.write_text(text.replace(old, new, 1), encoding="utf-8")
    assert lint(*command, broken).returncode != 0


def github() -> dict[str, Any]:
    return yaml.safe_load(GITHUB.read_text(encoding="utf-8"))


def test_the_only_action_is_checkout_pinned_to_a_commit_with_its_version():
    used = re.findall(r"uses: (.*)", GITHUB.read_text(encoding="utf-8"))
    assert used and all(re.fullmatch(r"actions/checkout@[0-9a-f]{40} # v\d+\.\d+\.\d+", each) for each in used)


def test_the_token_may_only_read():
    workflow = github()
    assert workflow["permissions"] == {"contents": "read"}
    assert not any("permissions" in job for job in workflow["jobs"].values())


def test_every_job_ends_and_publications_do_not_overlap():
    workflow = github()
    assert all(job["timeout-minutes"] <= 60 for job in workflow["jobs"].values())
    assert workflow["concurrency"] == {"group": "gongshi-${{ github.ref }}", "cancel-in-progress": False}


def test_the_key_is_given_to_one_step_of_the_default_branch():
    (job,) = github()["jobs"].values()
    holders = [step for step in job["steps"] if "secrets." in str(step)]
    assert [step["if"] for step in holders] == ["github.ref == 'refs/heads/main'"]
    assert "secrets." not in str(job["env"])


def test_no_expression_stands_in_a_script():
    """What is filled into a script is run by the shell; in `env` it is only a value."""
    (job,) = github()["jobs"].values()
    assert not [step["name"] for step in job["steps"] if "${{" in step.get("run", "")]


def test_the_daily_run_is_five_past_midnight_in_shanghai():
    (entry,) = github()[True]["schedule"]  # YAML 1.1 reads `on` as true
    minute, hour, *days = entry["cron"].split()
    assert (int(minute), (int(hour) + 8) % 24, days) == (5, 0, ["*", "*", "*"])


def test_gitlab_keeps_the_posters_for_members_and_for_a_week_and_deploys_only_the_site():
    pipeline = yaml.safe_load(GITLAB.read_text(encoding="utf-8"))
    with_posters = {
        name for name, job in pipeline.items() if "print/" in str(job.get("artifacts") if isinstance(job, dict) else "")
    }
    assert with_posters == {"build"}
    assert pipeline["build"]["artifacts"]["access"] == "developer"
    assert pipeline["build"]["artifacts"]["expire_in"] == "1 week"
    assert pipeline["pages"]["artifacts"]["paths"] == ["public/"]


def test_all_recipes_call_the_same_commands():
    called = {
        path.name: set(re.findall(r'gongshi"? (check|build|purge)', path.read_text(encoding="utf-8")))
        for path in (GITHUB, GITLAB, CRON)
    }
    assert set(map(frozenset, called.values())) == {frozenset({"check", "build", "purge"})}


def test_every_setting_is_explained_in_both_languages():
    recipes = "\n".join(path.read_text(encoding="utf-8") for path in (GITHUB, GITLAB, CRON))
    settings = set(re.findall(r"GONGSHI_[A-Z_]+", recipes))
    assert len(settings) == 7
    for name in ("README.md", "README.zh-CN.md"):
        assert settings <= set(re.findall(r"GONGSHI_[A-Z_]+", (RECIPES / name).read_text(encoding="utf-8")))
