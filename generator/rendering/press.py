"""The press: templates, wording, fonts, and the digest of everything that shapes the output."""

import hashlib
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from pathlib import Path

from generator.office.fonts import font_folders
from generator.project import Project
from generator.rendering.jinja import environment

_ENGINES = ("jinja2", "typst", "pikepdf", "pypdfium2", "pillow", "segno", "manimgx-fonts-cjk", "pylopdf-fonts-zh-cn")
_CODE = Path(__file__).parents[1]


@dataclass(frozen=True)
class Press:
    """What publications render with.

    The digests change when anything does that can shape a page or a poster:
    templates, wording, our own code, fonts and engines. `look_digest` is that of
    a poster without our own code.
    """

    template_folders: tuple[Path, ...]
    font_folders: tuple[Path, ...]
    page_digest: str
    poster_digest: str
    look_digest: str

    def render(self, template: str, **values: object) -> str:
        """A template of `site_templates/`. Undefined names are errors."""
        return environment(self.template_folders, self.page_digest).get_template(template).render(**values)

    def wording(self, name: str, **values: object) -> str:
        """A text of `site_templates/wording/`, the same for page and poster."""
        return self.render(f"wording/{name}.txt", **values)

    def source(self, name: str) -> Path | None:
        """A file of `site_templates/`, the office's own first."""
        return next((each / name for each in self.template_folders if (each / name).is_file()), None)


def make_press(project: Project) -> Press:
    """The press of an office."""
    folders = project.folders("site_templates")
    fonts = font_folders(project)
    engines = [version(name) for name in _ENGINES]
    shared = [*engines, code_digest(), *_digests(folders, "wording")]
    faces = [f"{path.name}:{path.stat().st_size}" for folder in fonts for path in sorted(folder.glob("*.[ot]t[fc]"))]
    look = [*_digests(folders, "posters"), *faces]
    return Press(
        template_folders=folders,
        font_folders=fonts,
        page_digest=_digest([*shared, *_digests(folders, "pages")]),
        poster_digest=_digest([*shared, *look, *_digests(folders, "documents")]),
        look_digest=_digest([*engines, *_digests(folders, "wording"), *look]),
    )


@cache
def code_digest() -> str:
    """Of this program's own code."""
    return _folder_digest(_CODE)


def _digests(folders: tuple[Path, ...], name: str) -> list[str]:
    return [_folder_digest(folder / name) for folder in folders]


def _digest(parts: list[str]) -> str:
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


def _folder_digest(folder: Path) -> str:
    digest = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        if path.is_file() and path.suffix != ".pyc":
            digest.update(path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()
