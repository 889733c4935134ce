"""What a newcomer comes for, on a phone: clicks from home to the answer, with scripts and without."""

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser

from audit.browser import PHONE, running
from audit.sample import Sample
from audit.tasks import LIMIT, TASKS, LostWay, Task, perform
from audit.verdict import Verdict


def verdicts(sample: Sample) -> Iterator[Verdict]:
    with TemporaryDirectory(prefix="gongshi-tasks-") as folder, running(Path(folder)) as browser:
        for task in TASKS:
            try:
                clicks = [_clicks(browser, sample.address, task, scripts) for scripts in (True, False)]
            except LostWay as lost:
                yield Verdict("newcomer", task.question, 1, "lost", f"≤ {LIMIT} clicks", False, (str(lost),))
            else:
                result = f"{clicks[0]} clicks, {clicks[1]} without script"
                yield Verdict("newcomer", task.question, 1, result, f"≤ {LIMIT} clicks", max(clicks) <= LIMIT)


def _clicks(browser: Browser, address: str, task: Task, scripts: bool) -> int:
    with browser.new_context(viewport=PHONE, java_script_enabled=scripts) as context:
        page = context.new_page()
        page.goto(address)
        return perform(page, task)
