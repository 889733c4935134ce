"""The GitLab recipe, its jobs run as GitLab's runner runs them."""

from pathlib import Path

from generator.project import Project
from tests.recipes.gitlab import run_pipeline
from tests.recipes.repository import office_repository
from tests.recipes.story import LIST, RECIPES, tell, tree, write_amount


def test_a_month(office: Project, tmp_path: Path):
    """From an empty cache on."""
    repository = office_repository(office.root, tmp_path)
    recipe = RECIPES["gitlab"](repository, tmp_path / "server")
    assert len(list(tell(recipe, repository))) == 5
    artifacts = tmp_path / "server" / "artifacts"
    assert set(tree(recipe.site)) == set(tree(artifacts / "build" / "public"))
    assert {path.split("/")[0] for path in tree(artifacts)} == {"build", "check", "pages"}


def test_a_branch_with_errors_is_not_built(office: Project, tmp_path: Path):
    repository = office_repository(office.root, tmp_path)
    line = write_amount(repository, "六十元")
    repository.push("A slip of the pen", branch="draft")
    run = run_pipeline(repository, tmp_path / "server", {}, branch="draft")
    assert not run.ok
    assert f"{LIST} C{line}" in run.log and "── build" not in run.log and "── pages" not in run.log
    assert not (tmp_path / "server" / "pages").exists()
