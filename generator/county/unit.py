"""The unit of work: the release of one township. It runs here, in another process, or on another machine."""

import io
import shutil
import tarfile
import tempfile
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from generator.adapters.mkdocs import build_prose
from generator.exceptions import SetupError
from generator.making import make_release
from generator.project import Project
from generator.release import layout
from generator.rendering.press import code_digest
from generator.reports import make_report, render

# What of a township's folder its release is made from.
_READ = ("data", "content", "site_templates", "fonts", "mkdocs.yml")


@dataclass(frozen=True)
class Told:
    """Whether it was published, and its findings as text, empty if there are none."""

    published: bool
    text: str


@dataclass(frozen=True)
class Packed:
    """The same of a release made elsewhere; `release` is its folder as a tar file."""

    told: Told
    release: bytes


def make_here(root: Path, out: Path, day: date, clean: bool) -> Told:
    """Makes a township's release in its own store, with one process."""
    made = make_release(
        Project(root), out, day, build_prose, jobs=1, clean=clean, key=None, progress=lambda stage, done, total: None
    )
    text = render("text", make_report(made.findings, ()), "zh") if made.findings else ""
    return Told(made.published, text)


def packed(project: Project) -> bytes:
    """What a township's release is made from, as a tar file."""
    return _tar([(project.root / name, name) for name in _READ])


def packed_release(store: Path) -> bytes:
    """The live release of a township's store as a tar file, empty if there is none."""
    live = layout.current_release(store)
    return _tar([(live, live.name)]) if live else b""


def make_elsewhere(office: bytes, last: bytes, day: date, code: str) -> Packed:
    """Makes a township's release from nothing but bytes, and gives it back as bytes.

    What is unchanged in its `last` release, which may be empty, is not made again.
    Raises `SetupError` if this is another version of the program than `code` says:
    the releases of a county are made by one.
    """
    if code != code_digest():
        raise SetupError("远处机器上的程序版本和本机不一样，请装成同一版再生成")
    with tempfile.TemporaryDirectory(prefix="gongshi-") as name:
        root, out = Path(name) / "office", Path(name) / "out"
        _untar(office, root)
        if last:
            keep(last, out)
        told = make_here(root, out, day, clean=False)
        return Packed(told, packed_release(out) if told.published else b"")


def keep(release: bytes, store: Path) -> None:
    """Makes a release that came as bytes the only one of a township's store."""
    shutil.rmtree(store, ignore_errors=True)
    _untar(release, layout.releases(store))
    layout.switch(store, layout.all_releases(store)[0])


def _tar(parts: list[tuple[Path, str]]) -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w", format=tarfile.PAX_FORMAT) as archive:
        for path, name in parts:
            if path.exists():
                archive.add(path, name)
    return out.getvalue()


def _untar(content: bytes, folder: Path) -> None:
    folder.mkdir(parents=True)
    with tarfile.open(fileobj=io.BytesIO(content)) as archive:
        archive.extractall(folder, filter="data")
