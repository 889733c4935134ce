"""What a newcomer comes for, and the way from home by the words on the links.

A step is what the newcomer looks for on a link, in the order of liking where several words may be found.
"""

import re
from dataclasses import dataclass

from playwright.sync_api import Locator, Page

# More clicks than this and people give up and ask the neighbour.
LIMIT = 3


class LostWay(AssertionError):
    """No visible link says what the newcomer looks for, or the answer is not there."""


@dataclass(frozen=True)
class Task:
    """`answer` is what must then be read in the main part of the page, as a pattern."""

    question: str
    steps: tuple[str, ...]
    answer: str


TASKS = (
    Task(
        "我们村在公示什么，到哪天为止", ("望山村", "最低生活保障公示|最低生活保障"), r"可以提异议[\s\S]*2026年11月10日"
    ),
    Task("觉得名单不对，打哪个电话", ("提异议",), r"0690-5550\d{3}"),
    Task("遇到急难，能不能申请临时救助", ("办事指南", "临时救助"), r"受理条件"),
    Task(
        "10月临时救助花了多少钱",
        ("民政资金专户台账|资金", "2026年10月（|2026年10月"),
        r"临时救助[\s\S]{0,200}?[0-9,]+\.[0-9]{2}",
    ),
)


def perform(page: Page, task: Task) -> int:
    """Goes the way of a task from the page that is open; the number of clicks. Raises `LostWay`."""
    for step in task.steps:
        _link(page, step).click()
        page.wait_for_load_state()
    if not re.search(task.answer, page.locator("main").inner_text()):
        raise LostWay(f"{task.question}: the answer is not on {page.url}")
    return len(task.steps)


def _link(page: Page, step: str) -> Locator:
    """The first visible link that says the words."""
    for words in step.split("|"):
        for link in page.get_by_role("link").filter(has_text=words).all():
            if link.is_visible():
                return link
    raise LostWay(f"no link says {step} on {page.url}")
