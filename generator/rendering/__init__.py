"""Rendering: Jinja for pages and wording, Typst for posters. The only import of the PDF engine."""

from generator.rendering.press import Press, make_press

__all__ = ["Press", "make_press"]
