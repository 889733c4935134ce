"""Who is named in the lists of an office."""

from collections.abc import Mapping
from pathlib import Path

from generator.kinds import Kind
from tests.posters.sources import read_rows


def named(path: Path, kinds: Mapping[str, Kind]) -> set[str]:
    """The persons named in a list of a round."""
    kind = kinds[path.name.split(".")[0]]
    titles = [column.title for column in kind.columns if column.type == "person_name"]
    return {row[title] for row in read_rows(path) for title in titles} - {""}


def everybody(data: Path, kinds: Mapping[str, Kind]) -> set[str]:
    """The persons named in any list of any round."""
    lists = (each for each in sorted((data / "rounds").rglob("*.*.*")) if each.suffix in (".csv", ".xlsx"))
    return {name for path in lists for name in named(path, kinds)}
