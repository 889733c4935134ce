"""What the first view of a page costs a phone: every byte that comes over the wire, compressed, with an empty cache."""

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser

from audit.browser import PHONE, running
from audit.sample import Sample
from audit.verdict import Verdict

# The office's promise for a notice page: seconds, not minutes, on a phone at the edge of the network.
LIMIT = 150_000


def verdicts(sample: Sample) -> Iterator[Verdict]:
    with TemporaryDirectory(prefix="gongshi-weight-") as folder, running(Path(folder)) as browser:
        for name, address in sample.served():
            cost, files = first_view(browser, address)
            yield Verdict("first view", name, 1, f"{cost / 1000:.0f} KB in {files} files", "≤ 150 KB", cost <= LIMIT)


def first_view(browser: Browser, address: str) -> tuple[int, int]:
    """Bytes, answers' heads included, and the number of answers."""
    sizes: list[int] = []
    with browser.new_context(viewport=PHONE) as context:
        page = context.new_page()
        session = context.new_cdp_session(page)
        session.send("Network.enable")
        session.on("Network.loadingFinished", lambda event: sizes.append(int(event["encodedDataLength"])))
        page.goto(address, wait_until="networkidle")
    return sum(sizes), len(sizes)
