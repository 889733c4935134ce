"""Fixtures: every poster of the sample, read once, and everything it must agree with."""

from pathlib import Path

import pytest
import yaml

from generator.kinds import Kind, load_kinds
from generator.office.fonts import font_folders
from generator.project import Project
from tests.conftest import REPOSITORY
from tests.posters.reading import Poster, read_poster
from tests.posters.sources import Notice, current_notices


@pytest.fixture(scope="session")
def kinds() -> dict[str, Kind]:
    found, findings = load_kinds(Project(REPOSITORY))
    assert not findings
    return found


@pytest.fixture(scope="session")
def sizes() -> dict[str, dict]:
    """`data/sizes.yaml` as it is written."""
    return yaml.safe_load((REPOSITORY / "data" / "sizes.yaml").read_text(encoding="utf-8"))


@pytest.fixture(scope="session")
def notices(built: Path, kinds: dict[str, Kind]) -> dict[str, Notice]:
    """Every current notice whose posters show its list or its duties, by the name its posters bear."""
    found = current_notices(REPOSITORY / "data", built / "site", kinds)
    return {notice.slug: notice for notice in found}


@pytest.fixture(scope="session")
def every_poster(built: Path, sizes: dict[str, dict]) -> list[Poster]:
    """Every poster of the build on paper and boards, in both channels; what is folded or cut is in `test_own_sizes`."""
    found = [read_poster(path, sizes) for path in sorted(built.glob("*/posters/*.pdf"))]
    return [each for each in found if "looks" not in sizes[each.size]]


@pytest.fixture(scope="session")
def posters(every_poster: list[Poster], notices: dict[str, Notice]) -> list[Poster]:
    """Those that show the list of a notice, or its duties. What boards say is tested in `test_boards`."""
    return [each for each in every_poster if each.slug in notices]


@pytest.fixture(scope="session")
def lists(posters: list[Poster], notices: dict[str, Notice]) -> list[tuple[Poster, Notice]]:
    """Every poster that shows a list, with its notice."""
    return [(each, notices[each.slug]) for each in posters if notices[each.slug].look == "notice_list"]


@pytest.fixture(scope="session")
def boards(posters: list[Poster], notices: dict[str, Notice]) -> list[tuple[Poster, Notice]]:
    """Every poster that shows duties, with its notice."""
    return [(each, notices[each.slug]) for each in posters if notices[each.slug].look == "duty_board"]


@pytest.fixture(scope="session")
def fonts() -> tuple[Path, ...]:
    return font_folders(Project(REPOSITORY))
