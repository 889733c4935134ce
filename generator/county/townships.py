"""The townships of a county: `townships/<id>/`, each the folder of an office."""

import re
from dataclasses import dataclass
from pathlib import Path

from generator.exceptions import SetupError
from generator.findings import Finding
from generator.project import Project
from generator.release.withdrawn import withdrawn_in

FOLDER = "townships"
_ID = re.compile(r"[a-z0-9][a-z0-9-]{0,30}")


@dataclass(frozen=True)
class Township:
    """`id` is the name of its folder, and stands in every address below it."""

    id: str
    project: Project

    @property
    def prefix(self) -> str:
        """What goes before its addresses and paths in the county's."""
        return f"{FOLDER}/{self.id}/"

    def store(self, out: Path) -> Path:
        """Where its own releases lie, from which the county's are put together."""
        return out / ".build" / FOLDER / self.id


def townships(county: Project) -> tuple[Township, ...]:
    """In the order of their folders; none if the office is no county. Raises `SetupError` for a folder's bad name."""
    folders = sorted(path.parents[1] for path in (county.root / FOLDER).glob("*/data/office.yaml"))
    for folder in folders:
        if not _ID.fullmatch(folder.name):
            raise SetupError(f"{FOLDER}/{folder.name}：乡镇文件夹的名字要用小写字母、数字和短横线，它会写进网址")
    return tuple(Township(folder.name, Project(folder)) for folder in folders)


def withdrawn_of(county: Project) -> tuple[dict[str, int], tuple[Finding, ...]]:
    """What was withdrawn in the office and in all its townships, named as in the release, and what cannot be read."""
    withdrawn, findings = withdrawn_in(county)
    for township in townships(county):
        own, problems = withdrawn_in(township.project)
        withdrawn |= {f"{township.prefix}{subject}": line for subject, line in own.items()}
        findings += problems
    return withdrawn, findings
