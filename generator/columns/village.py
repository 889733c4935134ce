"""A village or community by its registered name; the register decides whether it exists."""

from generator.columns import as_is, one_line

ALIGN = "left"
DISCLOSURES = ("never", "full")
REGISTER = "villages"

parse = one_line
canonical = as_is
show = as_is
