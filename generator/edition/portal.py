"""What a portal that takes our pages must know: where the fragments are."""

SCOPE = "gongshi"
_FOLDER = "fragments"
CSS = f"{_FOLDER}/{SCOPE}.css"


def fragment_of(path: str) -> str:
    """The fragment of the page at `path`, both from the site's root."""
    return f"{_FOLDER}/{path}"
