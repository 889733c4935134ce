"""axe-core (from PyPI with axe-playwright-python): one page of each template, in every mode, on a phone and a desk.

The first mode judges whole pages. In the others long lists are cut: all their rows are made by one line of a template.
"""

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from audit.browser import DESKTOP, PHONE, running
from audit.modes import MODES, Mode
from audit.sample import Sample
from audit.verdict import Verdict, counted
from tests.browser.places import OUTSIDE

# Everything axe-core knows, with the size of touch targets (WCAG 2.2, 2.5.8), which it leaves out by itself.
_RULES = {"rules": {"target-size": {"enabled": True}}}
_AXE = "rules => axe.run(document, rules).then(results => results.violations)"
# Pressed as the script hears it, wherever the buttons are folded away on a phone.
_PRESS = """label => {
  const button = [...document.querySelectorAll('button')].find(each => each.textContent.trim() === label);
  if (button) button.click();
  return Boolean(button);
}"""
_CUT = """document.querySelectorAll('tbody, main ul, main ol').forEach(
  each => [...each.children].slice(5).forEach(child => child.remove()))"""
_SCREENS = {"phone": PHONE, "desk": DESKTOP}
_FORGET = "try { localStorage.clear() } catch (error) {}"


def verdicts(sample: Sample) -> Iterator[Verdict]:
    found: dict[tuple[str, str], list[str]] = {(mode.name, screen): [] for mode in MODES for screen in _SCREENS}
    with TemporaryDirectory(prefix="gongshi-axe-") as folder, running(Path(folder)) as browser:
        for name, path in sample.templates:
            for mode in MODES:
                page = browser.new_page()
                page.goto(path.as_uri())
                missing = enter(page, mode)
                if name in OUTSIDE:  # in a frame of its own, without buttons
                    missing = []
                if mode is not MODES[0]:
                    page.evaluate(_CUT)
                page.evaluate(Axe().axe_script)
                for screen, viewport in _SCREENS.items():
                    page.set_viewport_size(viewport)
                    found[mode.name, screen] += [f"{name}: {each}" for each in missing or violations(page)]
                page.evaluate(_FORGET)
                page.close()
    for (mode_name, screen), complaints in found.items():
        yield counted("axe-core", f"{mode_name}, {screen}", len(sample.templates), complaints, "violations")


def enter(page: Page, mode: Mode) -> list[str]:
    """Puts a page into a mode; returns what stands in the way: the buttons that are missing."""
    page.emulate_media(color_scheme=mode.color_scheme, forced_colors=mode.forced_colors, contrast=mode.contrast)
    return [f"no button {each}" for each in mode.pressed if not page.evaluate(_PRESS, each)]


def violations(page: Page) -> list[str]:
    """What axe-core objects to: rule and element."""
    found = page.evaluate(_AXE, _RULES)
    return [f"{each['id']}: {node['target']} {node['html'][:100]}" for each in found for node in each["nodes"][:3]]
