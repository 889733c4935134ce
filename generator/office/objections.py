"""Objections: a register without personal data, `data/objections.csv`. Who objected, and to whom, stands on paper.

《最低生活保障审核确认办法》: whoever objects within the period causes a new inquiry, and the approval waits for it.
"""

from typing import Literal

from pydantic import Field

from generator.findings import Finding, Place
from generator.office.registers import Entry, load_entries
from generator.project import Project
from generator.today import Day

OBJECTIONS = "data/objections.csv"


class Objection(Entry):
    """One objection to a list: when and how it came, what the inquiry found, and when it was closed.

    Every column takes a number, a day, a choice or a name that the office knows already: no room for a person.
    """

    id: str = Field(alias="编号", pattern=r"^[0-9]{4}-[0-9]{1,4}$")
    list: str = Field(alias="名单", min_length=3)
    village: str | None = Field(None, alias="村（社区）")
    received: Day = Field(alias="收到日期")
    way: Literal["来访", "电话", "信函", "网络", "其他"] = Field(alias="方式")
    outcome: Literal["核查中", "成立", "不成立", "撤回"] = Field(alias="处理")
    closed: Day | None = Field(None, alias="办结日期")

    def place(self, column: str = "") -> Place:
        """Where it stands; `column` is a heading."""
        return Place(OBJECTIONS, line=self.row, column=column)


def load_objections(project: Project) -> tuple[tuple[Objection, ...], tuple[Finding, ...]]:
    """Every objection in its order; an office without one has no such file."""
    return load_entries(project, OBJECTIONS, Objection, required=False)
