"""In what ways people look at the site: one line for each.

A new mode of the reader tools is one more line. `pressed` are the words on the buttons that switch it on; so the
buttons are judged with what they do.
"""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True)
class Mode:
    """What a reader's device asks for, and which buttons of the reader tools were pressed."""

    name: str
    pressed: tuple[str, ...] = ()
    color_scheme: Literal["light", "dark"] = "light"
    forced_colors: Literal["active", "none"] = "none"
    contrast: Literal["more", "no-preference"] = "no-preference"


MODES = (
    Mode("light"),
    Mode("dark", color_scheme="dark"),
    Mode("forced colours", forced_colors="active"),
    Mode("more contrast", contrast="more"),
    Mode("more contrast, dark", contrast="more", color_scheme="dark"),
    Mode("large letters", pressed=("特大",)),
    Mode("elder version", pressed=("长辈版",)),
    Mode("elder version, dark", pressed=("长辈版",), color_scheme="dark"),
    Mode("elder version, large letters", pressed=("长辈版", "特大")),
    Mode("high contrast", pressed=("高对比",)),
    Mode("eye care", pressed=("护眼",)),
)
