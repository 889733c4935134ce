"""Which files of a project are lists: `rounds/` and `standing/`, by their names."""

from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

from generator.project import Project

STATEMENT_SUFFIX = ".approval.json"
SIGNATURE_SUFFIX = ".sig"
STANDING = "standing"


@dataclass(frozen=True)
class Listing:
    """One approved list or record: its file, and what its name says about it.

    `round` is empty for standing lists, `id` for lists of a round.
    """

    path: Path
    file: str
    kind: str
    stage: str
    round: str = ""
    id: str = ""

    @property
    def reference(self) -> str:
        """The name statements use: `2026-10/subsistence_allowance.announcement` or `standing/duty_list/village`."""
        if self.round:
            return f"{self.round}/{self.kind}.{self.stage}"
        return f"{STANDING}/{self.kind}/{self.id}"

    @property
    def slug(self) -> str:
        """The part of a notice's address that names the list."""
        if self.round:
            return f"{self.kind}-{self.round}-{self.stage}"
        return f"{self.kind}-{self.id}"

    @property
    def statement_path(self) -> Path:
        name = f"{self.kind}.{self.stage}" if self.round else self.id
        return self.path.with_name(name + STATEMENT_SUFFIX)

    def signature_path(self, role: str) -> Path:
        """Where the signature of a role stands: beside the statement."""
        return self.statement_path.with_suffix(f".{role}{SIGNATURE_SUFFIX}")

    def signature_paths(self) -> tuple[Path, ...]:
        """Every signature beside the statement, of whatever role."""
        start = self.statement_path.stem + "."
        beside = self.path.parent.glob(f"*{SIGNATURE_SUFFIX}")
        return tuple(sorted(path for path in beside if path.name.startswith(start)))

    def stage_before(self, stage: str) -> Path:
        """The statement of the same kind and round in an earlier stage."""
        return self.path.with_name(f"{self.kind}.{stage}{STATEMENT_SUFFIX}")


def base_address(reference: str) -> str:
    """Where the notices of a list stand: the address of its only notice, or what those of the villages begin with."""
    folder, _, name = reference.partition("/")
    if folder == STANDING:
        return name
    kind, _, stage = name.partition(".")
    return f"notices/{kind}-{folder}-{stage}"


def notice_address(reference: str, village_code: str) -> str:
    """Where the notice stands for ever, without its ending; `village_code` is empty for a list of the whole office."""
    base = base_address(reference)
    return f"{base}-{village_code}" if village_code else base


def subject_of(text: str) -> str:
    """The notice or list that is meant by its address, its page anywhere on the web, or the list's reference."""
    parts = unquote(urlsplit(text.strip()).path).removesuffix(".html").strip("/").split("/")
    return "/".join(parts[-3:] if STANDING in parts[-3:-2] else parts[-2:])


def listing_of(project: Project, path: Path) -> Listing | None:
    """What the file at `path` is, or `None` if its name is not a list's."""
    file = project.relative(path)
    parts = file.split("/")
    if len(parts) != 4 or parts[0] != "data":
        return None
    if parts[1] == "rounds":
        name = parts[3].split(".")
        return Listing(path, file, name[0], name[1], round=parts[2]) if len(name) == 3 else None
    if parts[1] == STANDING and path.suffix:
        return Listing(path, file, parts[2], STANDING, id=path.stem)
    return None


def candidates(project: Project) -> tuple[Path, ...]:
    """Every file that ought to be a list, in the order of names."""
    data = project.root / "data"
    found = [*(data / "rounds").glob("*/*"), *(data / STANDING).glob("*/*")]
    return tuple(sorted(path for path in found if path.is_file() and _is_list(path)))


def statements(project: Project) -> tuple[Path, ...]:
    """Every approval statement of the project."""
    return tuple(sorted((project.root / "data").glob(f"*/*/*{STATEMENT_SUFFIX}")))


def _is_list(path: Path) -> bool:
    hidden = path.name.startswith((".", "~$"))
    signature = path.suffix == SIGNATURE_SUFFIX
    return not (hidden or signature or path.name == "round.yaml" or path.name.endswith(STATEMENT_SUFFIX))
