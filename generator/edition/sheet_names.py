"""What the files of a notice's sheets are called; known without making any."""

from generator.kinds import Kind
from generator.kinds.parts import Channel


def sheet_sizes(kind: Kind, look: str, channel: Channel) -> tuple[str, ...]:
    """All sizes in which a kind wants a look for a channel."""
    wanted = (poster.sizes for poster in kind.posters if poster.look == look and channel in poster.channels)
    return tuple(dict.fromkeys(size for sizes in wanted for size in sizes))


def sheet_name(kind: Kind, look: str, slug: str) -> str:
    """The first look of a kind bears the name of its notice, the others name themselves besides."""
    return slug if look == kind.posters[0].look else f"{slug}-{look}"


def sheet_files(kind: Kind, slug: str, channel: Channel) -> list[tuple[str, str, str]]:
    """(what its look is called, size, path below the channel's folder) of each sheet of a notice."""
    titles = {poster.look: poster.title for poster in reversed(kind.posters)}
    return [
        (title, size, f"posters/{sheet_name(kind, look, slug)}-{size}.pdf")
        for look, title in reversed(titles.items())
        for size in sheet_sizes(kind, look, channel)
    ]
