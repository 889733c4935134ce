"""A member of the office's staff, named in an official duty; the register decides who is."""

from generator.columns import as_is, one_line

ALIGN = "left"
DISCLOSURES = ("never", "full")
REGISTER = "staff"

parse = one_line
canonical = as_is
show = as_is
