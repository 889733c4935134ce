"""How people write numbers, days and cells. Read only where nothing has to be guessed."""

from generator.writing.cells import Cell, plain
from generator.writing.days import Day, day_of, month_of
from generator.writing.numerals import capital, capital_yuan, spell, whole_number, yuan

__all__ = ["Cell", "Day", "capital", "capital_yuan", "day_of", "month_of", "plain", "spell", "whole_number", "yuan"]
