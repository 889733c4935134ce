"""An office with two signers. Keys are made when a test runs, outside the office's folder; none is ever committed."""

import subprocess
from datetime import date
from hashlib import sha256
from pathlib import Path

from generator.approvals import append, load_ledger
from generator.approvals.signers import ALLOWED, NAMESPACE, REVOKED
from generator.cli import run
from generator.project import Project
from generator.sources.listings import STATEMENT_SUFFIX, candidates
from tests.offices import rewrite

PEOPLE = {"handling": "handling/zhang", "approving": "approving/li"}
DAY = date(2026, 11, 5)


def signers(office: Project) -> dict[str, Path]:
    """Asks for two signatures, makes a key for each role, registers both; returns the key files by role."""
    rewrite(office.root / "data/office.yaml", "needed: 0", "needed: 2")
    keys = {role: make_key(office, role) for role in PEOPLE}
    for role, principal in PEOPLE.items():
        allow(office, principal, keys[role])
    return keys


def sign_all(office: Project) -> dict[str, Path]:
    """`signers`, and every list signed by both on the day of the demonstration."""
    keys = signers(office)
    for role, key in keys.items():
        assert sign(office, candidates(office), role, key) == 0
    return keys


def make_key(office: Project, name: str) -> Path:
    """A new ed25519 key; its public half stands beside it, ending in `.pub`."""
    key = office.root.parent / "keys" / name
    key.parent.mkdir(exist_ok=True)
    _ssh_keygen("-t", "ed25519", "-N", "", "-C", "", "-f", str(key))
    return key


def allow(office: Project, principal: str, key: Path, first: str = "20260101", last: str = "20270101") -> None:
    """One more line of `allowed_signers`; valid from the first day until the day before the last."""
    options = f'namespaces="{NAMESPACE}",valid-after="{first}",valid-before="{last}"'
    _add(office, ALLOWED, f"{principal} {options} {public(key)}")


def disallow(office: Project) -> None:
    """Empties `allowed_signers`."""
    (office.root / ALLOWED).unlink()


def revoke(office: Project, key: Path) -> None:
    """One more line of `revoked_keys`."""
    _add(office, REVOKED, public(key))


def sign(office: Project, lists: tuple[Path, ...], role: str, key: Path, today: date = DAY) -> int:
    """`gongshi sign`; returns its exit code."""
    options = ["--role", role, "--key", key, "--today", today, "--project", office.root]
    return run(["sign", *map(str, lists), *map(str, options)])


def forge(office: Project, path: Path, role: str, key: Path, *, namespace: str = NAMESPACE, day: date = DAY) -> None:
    """A signature made and recorded past `gongshi sign`, by somebody who may write every file of the office."""
    statement = path.with_suffix(STATEMENT_SUFFIX)
    made = _ssh_keygen("-Y", "sign", "-n", namespace, "-f", str(key), content=statement.read_bytes())
    record(office, path, role, made, day)


def record(office: Project, path: Path, role: str, signature: bytes, day: date = DAY) -> None:
    """Puts a signature beside a list and a line for it into the ledger."""
    path.with_suffix(f".approval.{role}.sig").write_bytes(signature)
    subject = f"{path.parent.name}/{path.stem}"
    append(office, load_ledger(office)[0], day, "sign", subject, sha256(signature).hexdigest(), PEOPLE[role])


def public(key: Path) -> str:
    """The public half of a key."""
    return key.with_suffix(".pub").read_text(encoding="ascii").strip()


def _add(office: Project, file: str, line: str) -> None:
    path = office.root / file
    path.parent.mkdir(exist_ok=True)
    with path.open("a", encoding="utf-8") as opened:
        opened.write(line + "\n")


def _ssh_keygen(*arguments: str, content: bytes = b"") -> bytes:
    command = ["ssh-keygen", "-q", *arguments]
    return subprocess.run(command, input=content, capture_output=True, check=True, timeout=60).stdout
