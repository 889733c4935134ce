"""A phone number people are meant to call: an exact value of the contacts register."""

from generator.columns import as_is, one_line

ALIGN = "left"
DISCLOSURES = ("never", "full")
REGISTER = "contacts"

parse = one_line
canonical = as_is
show = as_is
