"""Intake: an office's raw file → one clean list with only the kind's columns.

The raw file holds what must never be published. So it is read once, on the
clerk's own machine; private columns are dropped before anything is written, and
nothing that leaves this package (lists, reports, findings) can hold their values.
"""

from generator.intake.blank_list import blank_list
from generator.intake.outcome import Outcome
from generator.intake.report import json_content, text_lines
from generator.intake.take_in import Request, take_in

__all__ = ["Outcome", "Request", "blank_list", "json_content", "take_in", "text_lines"]
