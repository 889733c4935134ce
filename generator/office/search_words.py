"""`data/search_words.csv`: in what words people ask for a page, as heard at the window and on the phone.

They are shown nowhere: the search finds the page by them. Not every office keeps the file.
"""

from pydantic import Field

from generator.findings import Finding
from generator.office.registers import Entry, load_entries
from generator.project import Project

SEARCH_WORDS = "data/search_words.csv"


class SearchWord(Entry):
    """One way of asking, and the address of the page that answers, from the site's root and without its ending."""

    words: str = Field(alias="说法", min_length=2)
    page: str = Field(alias="页面", pattern=r"^[a-z0-9_-]+(/[0-9A-Za-z_.-]+)?$")


def load_search_words(project: Project) -> tuple[tuple[SearchWord, ...], tuple[Finding, ...]]:
    """Every way of asking that the office has written down."""
    return load_entries(project, SEARCH_WORDS, SearchWord, required=False)
