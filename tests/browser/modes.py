"""Every way of reading a page: what the device asks for, and what a reader chooses in the masthead."""

from typing import Any, NamedTuple

from playwright.sync_api import Page


class Mode(NamedTuple):
    """The device's settings (as of `Page.emulate_media`) and the reader's choices (as the script remembers them)."""

    device: dict[str, Any] = {}
    chosen: dict[str, str] = {}


MODES = {
    "light": Mode(),
    "dark": Mode({"color_scheme": "dark"}),
    "more contrast": Mode({"contrast": "more"}),
    "more contrast, dark": Mode({"contrast": "more", "color_scheme": "dark"}),
    "forced colours": Mode({"forced_colors": "active"}),
    "高对比": Mode(chosen={"colours": "contrast"}),
    "护眼": Mode({"color_scheme": "dark"}, {"colours": "eye"}),
    "大": Mode(chosen={"size": "large"}),
    "特大": Mode(chosen={"size": "huge"}),
    "长辈版": Mode(chosen={"version": "elder"}),
    "长辈版, 特大": Mode(chosen={"version": "elder", "size": "huge"}),
}


def enter(page: Page, name: str) -> None:
    """Shows the page in that mode and no other."""
    mode = MODES[name]
    page.emulate_media(**{"color_scheme": "light", "contrast": "no-preference", "forced_colors": "none", **mode.device})
    page.evaluate(
        """chosen => ["size", "version", "colours"].forEach(mode =>
          chosen[mode] ? document.documentElement.setAttribute("data-" + mode, chosen[mode])
                       : document.documentElement.removeAttribute("data-" + mode))""",
        mode.chosen,
    )


def unfold(page: Page) -> None:
    """Opens what is behind a button of the masthead."""
    page.evaluate("document.querySelectorAll('.masthead [aria-expanded=false]').forEach(each => each.click())")
