"""Which posters a notice has, and what their files are called."""

from generator.kinds import Kind
from generator.project import PACKAGED

# What the looks share.
_LIBRARY = "lib"


def looks() -> tuple[str, ...]:
    """The looks we carry. An office may replace one with a file of its own; a new one would have no content."""
    folder = PACKAGED / "site_templates" / "posters"
    return tuple(sorted(path.stem for path in folder.glob("*.typ") if path.stem != _LIBRARY))


def poster_files(kind: Kind, slug: str, channel: str) -> list[tuple[str, str, str]]:
    """(look, size, path below the channel's folder) of each poster of a notice."""
    return [
        (poster.look, size, f"posters/{slug}-{size}.pdf")
        for poster in kind.posters
        if channel in poster.channels
        for size in poster.sizes
    ]
