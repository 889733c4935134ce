"""`make ci`: every recipe, through an office's month, on the whole sample office."""

import shutil
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.conftest import REPOSITORY
from tests.recipes.repository import office_repository
from tests.recipes.story import RECIPES, tell


def main() -> None:
    """Prints each step when it has been proved; ends at the first that fails."""
    with TemporaryDirectory(prefix="gongshi-ci-") as folder:
        released = Path(folder) / "released"
        for name, make in RECIPES.items():
            place = Path(folder) / name
            repository = office_repository(REPOSITORY, place)
            recipe = make(repository, place / "server")
            if released.exists():  # only the first begins from nothing: all posters take minutes
                shutil.copytree(released, recipe.release, symlinks=True)
            begun = time.perf_counter()
            for step in tell(recipe, repository):
                print(f"{name}：{step}（{time.perf_counter() - begun:.0f} 秒）", flush=True)
                if not released.exists():
                    shutil.copytree(recipe.release, released, symlinks=True)
                begun = time.perf_counter()
    print(f"{len(RECIPES)} 份配方都走通了")


if __name__ == "__main__":
    main()
