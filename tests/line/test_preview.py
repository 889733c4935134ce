"""`mkdocs build` and `mkdocs serve`: a preview, marked as one, that never touches the live release."""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from contextlib import contextmanager
from pathlib import Path

from generator.cli import run

MKDOCS = str(Path(sys.executable).parent / "mkdocs")


def test_bare_mkdocs_build_writes_a_marked_preview(published):
    live = (published.root / "site").readlink(), sorted((published.root / "site").rglob("*"))
    result = subprocess.run(
        [MKDOCS, "build", "--strict"], cwd=published.root, capture_output=True, text=True, timeout=120, check=False
    )
    assert result.returncode == 0, result.stderr
    preview = published.root / ".build" / "preview"
    page = preview / "notices/old_age_allowance-2026-11-public_notice-990101100201.html"
    assert "预览，不是正式发布的内容" in page.read_text(encoding="utf-8")
    assert "预览" in (preview / "index.html").read_text(encoding="utf-8")
    assert ((published.root / "site").readlink(), sorted((published.root / "site").rglob("*"))) == live
    assert "预览，不是" not in (published.root / "site" / "index.html").read_text(encoding="utf-8")


def test_bare_mkdocs_build_with_bad_data_fails_and_says_why(office):
    (office.root / "data/rounds/2026-11/old_age_allowance.public_notice.approval.json").unlink()
    result = subprocess.run(
        [MKDOCS, "build"], cwd=office.root, capture_output=True, text=True, timeout=120, check=False
    )
    assert result.returncode != 0
    assert "没有批准书" in result.stderr


def test_a_broken_link_in_prose_stops_the_build(office, capsys):
    page = office.root / "content" / "index.md"
    text = page.read_text(encoding="utf-8")
    page.write_text(text + "\n[我的村](villages/index.html) [没有](villages/none.html)\n", encoding="utf-8")
    assert run(["build", "--project", str(office.root)]) == 1
    printed = capsys.readouterr().err
    assert "villages/none.html" in printed and "villages/index.html" not in printed


def test_serve_shows_pages_and_findings_as_a_page(office):
    with serving(office.root) as address:
        assert "公示中，可以提异议" in fetch(
            f"{address}/notices/old_age_allowance-2026-11-public_notice-990101100201.html"
        )
    (office.root / "data/rounds/2026-11/old_age_allowance.public_notice.approval.json").unlink()
    with serving(office.root) as address:
        page = fetch(f"{address}/index.html")
        assert "数据有问题，暂时不能预览" in page and "没有批准书" in page


@contextmanager
def serving(folder: Path):
    """`gongshi serve` on a free port of this machine, until the block ends."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{probe.getsockname()[1]}"
    command = [sys.executable, "-m", "generator", "serve", "--project", str(folder), "--address", address]
    process = subprocess.Popen(
        command, cwd=folder, start_new_session=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        yield f"http://{address}"
    finally:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def fetch(url: str) -> str:
    """The page, waiting up to a minute for the server to start."""
    for _ in range(120):
        try:
            with urllib.request.urlopen(url, timeout=30) as answer:
                return answer.read().decode("utf-8")
        except OSError:
            time.sleep(0.5)
    raise AssertionError("the preview did not start")
