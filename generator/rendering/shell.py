"""The page shell: the site theme rendered once per folder depth, split where a data page goes in.

Page text is inserted after the split, so that data cannot forge a slot.
"""

from dataclasses import dataclass
from functools import cached_property

from generator.artifacts import Page, digest
from generator.exceptions import GongshiError

HEAD_SLOT = "<!--gongshi-slot-head-->"
BODY_SLOT = "<!--gongshi-slot-body-->"


@dataclass(frozen=True)
class Shell:
    """What stands before the head slot, between the slots, and after the body slot."""

    before: str
    between: str
    after: str

    @cached_property
    def digest(self) -> str:
        """Of the whole shell: each page of a site has it in its key."""
        return digest(self.before, self.between, self.after)

    def fill(self, page: Page) -> bytes:
        """The whole page, in UTF-8."""
        return "".join((self.before, page.head, self.between, page.body, self.after)).encode("utf-8")


def split_shell(markup: str) -> Shell:
    """Raises `GongshiError` if a slot is missing or doubled: a theme update is to be loud."""
    if markup.count(HEAD_SLOT) != 1 or markup.count(BODY_SLOT) != 1:
        raise GongshiError("the theme's page has not exactly one head slot and one body slot")
    before, rest = markup.split(HEAD_SLOT)
    between, after = rest.split(BODY_SLOT)
    return Shell(before, between, after)
