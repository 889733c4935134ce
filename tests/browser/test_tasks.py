"""What a newcomer comes for is found on a phone within three clicks from home, by the words on the links."""

import pytest

from audit.tasks import LIMIT, TASKS, LostWay, Task, perform


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
@pytest.mark.parametrize("task", TASKS, ids=[task.question for task in TASKS])
def test_the_answer_is_found(open_page, portal, task, scripts):
    assert perform(open_page(portal, java_script_enabled=scripts), task) <= LIMIT


def test_a_lost_newcomer_is_noticed(open_page, portal):
    """Where no link says the words, and where the answer does not stand."""
    page = open_page(portal)
    with pytest.raises(LostWay, match="no link says 没有的话"):
        perform(page, Task("?", ("没有的话",), ""))
    with pytest.raises(LostWay, match="the answer is not on"):
        perform(page, Task("?", ("首页",), "没有的话"))
