"""Text in a drawing, which does not break by itself."""

import unicodedata

_MOST_LINES = 2


def width(text: str) -> float:
    """About how wide, in Chinese characters, rather too much than too little."""
    return sum(1.0 if unicodedata.east_asian_width(each) in "WFA" else 0.3 if each in ",." else 0.6 for each in text)


def broken(text: str, most: float) -> tuple[str, ...]:
    """`text` in at most two lines of `most` Chinese characters; what does not fit ends in an ellipsis."""
    lines: list[str] = []
    rest = text
    while rest and len(lines) < _MOST_LINES:
        lines.append(_fitting(rest, most))
        rest = rest[len(lines[-1]) :]
    if rest:
        lines[-1] = _fitting(lines[-1], most - width("…")) + "…"
    return tuple(lines)


def _fitting(text: str, most: float) -> str:
    """As much of the beginning as fits, one character at the least."""
    end = len(text)
    while end > 1 and width(text[:end]) > most:
        end -= 1
    return text[:end]
