"""The GitHub recipe, its steps run as GitHub's runner runs them."""

from pathlib import Path

import pytest

from generator.project import Project
from tests.recipes.github import evaluate, run_workflow
from tests.recipes.repository import office_repository
from tests.recipes.story import LIST, RECIPES, tell, tree, write_amount


def test_a_month(office: Project, tmp_path: Path):
    """From an empty server on."""
    repository = office_repository(office.root, tmp_path)
    recipe = RECIPES["github"](repository, tmp_path / "server")
    assert len(list(tell(recipe, repository))) == 5


def test_a_branch_is_checked_and_built_but_never_published(office: Project, tmp_path: Path):
    """The faulty cell is in the summary too; whatever a branch holds, the server is not even asked."""
    repository = office_repository(office.root, tmp_path)
    recipe = RECIPES["github"](repository, tmp_path / "server")
    line = write_amount(repository, "六十元")
    repository.push("A slip of the pen", branch="draft")
    run = recipe.run({}, branch="draft")
    assert not run.ok and (LIST, line) in recipe.faults(run)
    row = next(each for each in run.summary.splitlines() if "cell-not-an-amount" in each)
    assert row.startswith("| 错误 |") and f" C{line} " in row and "经办人" in row
    assert "Fetch" not in run.log and "Publish" not in run.log and "Take down" not in run.log
    assert not tree(recipe.site) and not tree(recipe.release)


def test_without_its_settings_nothing_is_touched(office: Project, tmp_path: Path):
    """An empty variable must not become the root of the machine."""
    repository = office_repository(office.root, tmp_path)
    run = run_workflow(repository, tmp_path / "server", {}, {}, {})
    assert not run.ok
    assert "GONGSHI_KEEP: 变量还没有设置" in run.log and "Publish" not in run.log


@pytest.mark.parametrize(
    ("expression", "value"),
    [
        ("github.ref == 'refs/heads/main'", True),
        ("github.ref == 'refs/heads/draft'", False),
        ("failure() && steps.last.outcome == 'success'", False),
        ("!cancelled() && steps.last.outcome == 'skipped'", True),
        ("vars.MISSING", False),
    ],
)
def test_the_runner_reads_conditions(expression: str, value: bool):
    context = {"github": {"ref": "refs/heads/main"}, "steps": {"last": {"outcome": "skipped"}}, "vars": {}}
    assert bool(evaluate(expression, context, {"failure()": True, "cancelled()": False})) is value


def test_the_runner_refuses_what_it_does_not_know():
    with pytest.raises(ValueError, match="contains"):
        evaluate("contains(github.ref, 'main') > 3", {"github": {}, "contains": {}}, {})
