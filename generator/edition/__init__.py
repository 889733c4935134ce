"""An edition, everything one channel may show today, and what all publications share."""

from generator.edition.edition import Edition, Site

__all__ = ["Edition", "Site"]
