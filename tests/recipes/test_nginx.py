"""The recipe's nginx configuration, in a real nginx."""

import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.request import Request

import pytest

from generator.cli import run as gongshi
from generator.project import Project
from tests.recipes.repository import RECIPES, fetch
from tests.recipes.story import PAGE, POSTER


@pytest.fixture
def nginx(server: Path, tmp_path: Path) -> Iterator[str]:
    """The address of a real nginx with the recipe's own configuration: only the port and the folder are others."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    text = (RECIPES / "cron" / "nginx.conf").read_text(encoding="utf-8")
    for old, new in (("listen 80;", f"listen 127.0.0.1:{port};"), ("/srv/gongshi/", f"{server / 'out'}/")):
        assert text.count(old) == 1
        text = text.replace(old, new)
    (tmp_path / "gongshi.conf").write_text(text, encoding="utf-8")
    frame = f"""
        {"user root;" if os.geteuid() == 0 else ""} daemon off; worker_processes 1;
        pid {tmp_path}/nginx.pid; error_log stderr; events {{}}
        http {{
            access_log off; client_body_temp_path {tmp_path}/body; proxy_temp_path {tmp_path}/proxy;
            fastcgi_temp_path {tmp_path}/fastcgi; uwsgi_temp_path {tmp_path}/uwsgi; scgi_temp_path {tmp_path}/scgi;
            include {tmp_path}/gongshi.conf;
        }}"""
    (tmp_path / "nginx.conf").write_text(frame, encoding="utf-8")
    path = os.pathsep.join((os.environ["PATH"], "/usr/sbin"))
    program = shutil.which("nginx", path=path)
    assert program, "nginx is one of the system packages of the tests"
    process = subprocess.Popen([program, "-p", str(tmp_path), "-c", str(tmp_path / "nginx.conf")])
    _wait_for(port)
    yield f"http://127.0.0.1:{port}"
    process.terminate()
    process.wait(timeout=20)


def _wait_for(port: int) -> None:
    for _ in range(100):
        with socket.socket() as attempt:
            if attempt.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise TimeoutError(f"nothing listens on {port}")


def test_nginx_serves_the_site_under_its_path_with_its_headers(nginx: str, server: Path):
    code, headers, content = fetch(f"{nginx}/minzheng/")
    assert code == 200 and content == (server / "out" / "site" / "index.html").read_bytes()
    assert headers["Content-Type"] == "text/html; charset=utf-8"
    assert "frame-ancestors 'self'" in headers["Content-Security-Policy"]
    assert headers["X-Content-Type-Options"] == "nosniff" and headers["Cache-Control"] == "no-cache"
    assert headers["X-Robots-Tag"] is None
    table = next((server / "out" / "site" / "downloads").glob("*.csv")).name
    for path, kind in ((f"downloads/{table}", "text/csv; charset=utf-8"), (POSTER, "application/pdf")):
        code, headers, _ = fetch(f"{nginx}/minzheng/{path}")
        assert (code, headers["Content-Type"], headers["X-Robots-Tag"]) == (200, kind, "noindex")


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/print/index.html",
        "/site/index.html",
        "/gongshi.log",
        "/.build/current/print/index.html",
        "/minzheng/print/index.html",
        "/minzheng/../print/index.html",
        "/minzheng/%2e%2e/print/index.html",
        "/minzheng../print/index.html",
        "/minzheng/.build/current/print/index.html",
        "/minzheng/notices/",
        "/minzheng/nothing.html",
    ],
)
def test_nginx_serves_nothing_else(nginx: str, path: str):
    code, headers, _ = fetch(nginx + path)
    assert code == 404 and "Content-Security-Policy" in headers


def test_nginx_says_in_the_offices_words_that_a_page_is_gone(nginx: str, server: Path):
    code, _, content = fetch(f"{nginx}/minzheng/nothing.html")
    assert code == 404 and content == (server / "out" / "site" / "404.html").read_bytes()


def test_nginx_takes_no_other_method(nginx: str):
    assert fetch(Request(f"{nginx}/minzheng/index.html", data=b"", method="POST"))[0] == 404


def test_nginx_follows_the_switch_at_once(nginx: str, server: Path, office: Project):
    assert b"<table" in fetch(f"{nginx}/minzheng/{PAGE}")[2]
    assert gongshi(["purge", "--project", str(office.root), "--out", str(server / "out"), "--today", "2026-11-11"]) == 0
    assert "名单撤下" in fetch(f"{nginx}/minzheng/{PAGE}")[2].decode("utf-8")
