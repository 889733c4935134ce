"""Where things are: an office's folder first, then what the package carries."""

from dataclasses import dataclass
from pathlib import Path

_CARRIED = Path(__file__).parent / "_packaged"
# An editable install has no `_packaged`: the repository itself is the package's data.
PACKAGED = _CARRIED if _CARRIED.is_dir() else Path(__file__).parents[1]


@dataclass(frozen=True)
class Project:
    """The root of an office's folder."""

    root: Path

    def relative(self, path: Path) -> str:
        """`path` as findings name it: from the project's root, with forward slashes."""
        return path.relative_to(self.root).as_posix() if path.is_relative_to(self.root) else path.name

    def folders(self, name: str) -> tuple[Path, ...]:
        """The existing folders called `name`, the office's own first."""
        candidates = dict.fromkeys((self.root / name, PACKAGED / name))
        return tuple(folder for folder in candidates if folder.is_dir())

    def find(self, name: str) -> Path | None:
        """The file `name`, the office's own before the packaged one."""
        candidates = (self.root / name, PACKAGED / name)
        return next((path for path in candidates if path.is_file()), None)

    def files(self, folder: str, pattern: str, carried: str = "") -> dict[str, Path]:
        """File by stem in `folder`; an office's file replaces the packaged one of the same name.

        Of the packaged files only those that match `carried` count, if it is
        given: what is local to the sample office must not become everybody's default.
        """
        found: dict[str, Path] = {}
        for place in reversed(self.folders(folder)):
            own = place == self.root / folder
            found |= {path.stem: path for path in sorted(place.glob(pattern if own else carried or pattern))}
        return dict(sorted(found.items()))
