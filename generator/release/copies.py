"""Copies of a release that can be verified: a folder, or a served site. Nothing a copy says is trusted here."""

import os
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from http.client import HTTPException
from pathlib import Path
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.parse import quote, urljoin, urlsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener

from generator.release import layout
from generator.release.manifest import NAME, PUBLIC_NAME, SITE

# The most that a manifest or a ledger may have, in bytes.
MOST = 1 << 28
# Seconds without an answer, and seconds for one file.
_PATIENCE = 20
_LONGEST = 120
_CHUNK = 1 << 16


class Missing(Exception):
    """There is no such file."""


class Unreadable(Exception):
    """The file cannot be read, or is larger than it may be; the text says why, for people."""


@dataclass(frozen=True)
class Copy:
    """`manifest` is the name of what lists the files; `site` leads from there to `site/`.

    `read(path, most)` gives at most `most` bytes and raises `Missing` or
    `Unreadable`; `paths` are the files there are, `None` where nobody can list
    them; `at_once` is how many may be read at the same time.
    """

    manifest: str
    site: str
    read: Callable[[str, int], bytes]
    paths: frozenset[str] | None
    at_once: int = 1


def folder_copy(folder: Path) -> Copy:
    """A release, an output folder (its live release), or a bare copy of `site/`."""
    root = layout.current_release(folder) or folder
    whole = (root / NAME).is_file() or not (root / PUBLIC_NAME).is_file()
    paths = frozenset(
        (Path(place) / name).relative_to(root).as_posix() for place, _, names in os.walk(root) for name in names
    )
    return Copy(NAME if whole else PUBLIC_NAME, SITE if whole else "", partial(_from_folder, root), paths)


def _from_folder(root: Path, path: str, most: int) -> bytes:
    try:
        with (root / path).open("rb") as file:
            content = file.read(most + 1)
    except (FileNotFoundError, NotADirectoryError) as error:
        raise Missing from error
    except OSError as error:
        raise Unreadable(error.strerror or type(error).__name__) from error
    return _bounded(content, most)


def web_copy(url: str) -> Copy:
    """The site served at `url` (http or https). Nothing is read from any other host."""
    base = urljoin(url if url.endswith((".html", "/")) else f"{url}/", ".")
    return Copy(PUBLIC_NAME, "", partial(_from_web, base), None, at_once=4)


class _SameHost(HTTPRedirectHandler):
    """Follows a redirection only where it stays with the host; https never becomes http."""

    def redirect_request(self, req: Request, fp: Any, code: int, msg: str, headers: Any, newurl: str) -> Request | None:
        old, new = urlsplit(req.full_url), urlsplit(newurl)
        if new.hostname != old.hostname or (new.scheme != old.scheme and new.scheme != "https"):
            raise Unreadable("转到了别的网站")
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def _from_web(base: str, path: str, most: int) -> bytes:
    end = time.monotonic() + _LONGEST
    content = b""
    try:
        with build_opener(_SameHost).open(urljoin(base, quote(path)), timeout=_PATIENCE) as answer:
            while len(content) <= most and (chunk := answer.read(min(_CHUNK, most + 1 - len(content)))):
                content += chunk
                if time.monotonic() > end:
                    raise Unreadable("太慢，等不到")
    except HTTPError as error:
        if error.code in {404, 410}:
            raise Missing from error
        raise Unreadable(f"网站答复 {error.code}") from error
    except (URLError, HTTPException, OSError, UnicodeError) as error:
        raise Unreadable("连不上") from error
    return _bounded(content, most)


def _bounded(content: bytes, most: int) -> bytes:
    if len(content) > most:
        raise Unreadable(f"比应有的 {most} 字节大")
    return content
