"""A county: an office whose folder `townships/` holds more offices, each an ordinary folder that builds by itself."""

from generator.county.townships import Township, townships, withdrawn_of

__all__ = ["Township", "townships", "withdrawn_of"]
