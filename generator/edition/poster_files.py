"""Which posters a notice has, and what their files are called."""

from generator.kinds import Kind


def poster_files(kind: Kind, slug: str, channel: str) -> list[tuple[str, str, str]]:
    """(look, size, path below the channel's folder) of each poster of a notice."""
    return [
        (poster.look, size, f"posters/{slug}-{size}.pdf")
        for poster in kind.posters
        if channel in poster.channels
        for size in poster.sizes
    ]
