"""Who may sign: `data/signers/allowed_signers` and `data/signers/revoked_keys`, in OpenSSH's formats.

Of the first only what an office needs: one signer `role/person` a line, without
patterns and certificates, always bound to the namespace of approvals.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TypeVar

from generator.approvals.sshsig import parse_key
from generator.findings import Finding, Place, finding, phrase
from generator.office.settings import ROLE
from generator.project import Project

NAMESPACE = "gongshi-approval@v1"
ALLOWED = "data/signers/allowed_signers"
REVOKED = "data/signers/revoked_keys"
_KEY = r"(?P<algorithm>(?:sk-)?(?:ssh|ecdsa)-[a-z0-9@.-]+)\s+(?P<key>[A-Za-z0-9+/=]+)(?:\s.*)?"
_LINE = re.compile(rf"(?P<principal>\S+)\s+(?:(?P<options>[a-z-]+=\S+)\s+)?{_KEY}")
_PRINCIPAL = re.compile(rf"{ROLE}/[a-z0-9][a-z0-9._-]*")
_OPTION = re.compile(r'(namespaces|valid-after|valid-before)="([A-Za-z0-9@.-]*)"')
# Without the Z of universal time: the same days everywhere, and OpenSSH before 9.1 does not know it.
_TIMES = {8: "%Y%m%d", 12: "%Y%m%d%H%M", 14: "%Y%m%d%H%M%S"}
T = TypeVar("T")


@dataclass(frozen=True)
class Signer:
    """A key (its wire format), and who may use it in which role: `principal` is `role/person`."""

    principal: str
    key: bytes

    @property
    def role(self) -> str:
        return self.principal.split("/")[0]

    @property
    def person(self) -> str:
        return self.principal.split("/")[1]


@dataclass(frozen=True)
class Signers:
    """Everybody who may sign, the keys that no longer count, and the files that say so."""

    allowed: tuple[Signer, ...]
    revoked: frozenset[bytes]
    allowed_path: Path
    revoked_path: Path

    def of_key(self, key: bytes) -> tuple[Signer, ...]:
        """The signers that use a key."""
        return tuple(each for each in self.allowed if each.key == key)


def load_signers(project: Project) -> tuple[Signers | None, tuple[Finding, ...]]:
    """Those allowed to sign, or the lines that cannot be read. A file that is not there names nobody."""
    allowed, findings = _read(project, ALLOWED, _signer)
    revoked, more = _read(project, REVOKED, lambda text: _key(re.fullmatch(_KEY, text)))
    if findings or more:
        return None, (*findings, *more)
    return Signers(tuple(allowed), frozenset(revoked), project.root / ALLOWED, project.root / REVOKED), ()


class _BadLine(Exception):
    """`reason` is a phrase of the catalogue."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def _read(project: Project, file: str, parse: Callable[[str], T]) -> tuple[list[T], list[Finding]]:
    try:
        content = (project.root / file).read_bytes()
    except FileNotFoundError:
        return [], []
    except OSError:
        return [], [finding("file-unreadable", Place(file))]
    parsed: list[T] = []
    findings: list[Finding] = []
    for number, text in _lines(content):
        try:
            parsed.append(parse(text))
        except _BadLine as bad:
            findings.append(finding("signers-line", Place(file, line=number), reason=phrase(bad.reason)))
    return parsed, findings


def _lines(content: bytes) -> Iterator[tuple[int, str]]:
    # A comment after the key may be in any encoding; everything that counts is ASCII.
    lines = content.decode("utf-8", errors="replace").split("\n")
    stripped = ((number, line.strip()) for number, line in enumerate(lines, start=1))
    return ((number, line) for number, line in stripped if line and not line.startswith("#"))


def _signer(text: str) -> Signer:
    found = _LINE.fullmatch(text)
    key = _key(found)
    assert found is not None
    if not _PRINCIPAL.fullmatch(found["principal"]):
        raise _BadLine("signers-principal")
    options = _options(found["options"])
    if options.pop("namespaces", "") != NAMESPACE:
        raise _BadLine("signers-namespace")
    if not all(map(_is_time, options.values())):
        raise _BadLine("signers-time")
    return Signer(found["principal"], key)


def _key(found: re.Match[str] | None) -> bytes:
    if found is None:
        raise _BadLine("signers-form")
    try:
        return parse_key(found["algorithm"], found["key"])
    except ValueError as error:
        raise _BadLine("signers-key") from error


def _options(text: str | None) -> dict[str, str]:
    options: dict[str, str] = {}
    for each in text.split(",") if text else ():
        found = _OPTION.fullmatch(each)
        if found is None or found[1] in options:
            raise _BadLine("signers-option")
        options[found[1]] = found[2]
    return options


def _is_time(text: str) -> bool:
    try:
        datetime.strptime(text, _TIMES[len(text)])
    except (KeyError, ValueError):
        return False
    return True
