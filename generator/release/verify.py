"""Verifying a copy of a release: its seal, every file, and the ledger's chain. What is wrong is said in sentences."""

import hashlib
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from generator.approvals import BrokenLedger, Ledger, read_ledger
from generator.artifacts import Chain, Progress
from generator.release.claim import BrokenClaim, Claim, ClaimedFile, read_claim
from generator.release.copies import MOST, Copy, Missing, Unreadable
from generator.release.manifest import PUBLIC_NAME
from generator.release.seal import SUFFIX, sealed_by
from generator.reports import said

LEDGER_NAME = "ledger.jsonl"
_MOST_SEAL = 1 << 16
_SHOWN = 20


@dataclass(frozen=True)
class Signers:
    """Who may sign a release: files as in ssh-keygen(1)."""

    allowed: Path
    revoked: Path | None = None


@dataclass(frozen=True)
class Verified:
    """`files` and `bytes` count what agreed with the manifest.

    `signer` is whose key sealed it, empty if there is no seal or nobody to compare it with.
    """

    problems: tuple[str, ...]
    today: str = ""
    ledger: Chain = Chain()
    sealed: bool = False
    signer: str = ""
    files: int = 0
    bytes: int = 0


def verify(copy: Copy, signers: Signers | None, own: Ledger | None, progress: Progress) -> Verified:
    """Compares a copy with its manifest. `own` is the office's ledger, which must begin with the published one.

    Raises `SetupError` if there is a seal to check and no `ssh-keygen`.
    """
    try:
        claim = read_claim(copy)
    except BrokenClaim as broken:
        return Verified((str(broken),))
    sealed, signer, problems = _sealed(copy, signers)
    right: list[ClaimedFile] = []
    for done, (file, problem) in enumerate(_compared(copy, claim), start=1):
        progress("核对", done, len(claim.files))
        problems += [problem] if problem else []
        right += [] if problem else [file]
    problems += _surplus(copy, claim)
    problems += _ledger_problems(copy, claim, own)
    return Verified(
        problems=_first(problems),
        today=claim.today,
        ledger=Chain(claim.ledger.head, claim.ledger.lines),
        sealed=sealed,
        signer=signer,
        files=len(right),
        bytes=sum(file.bytes for file in right),
    )


def _seals(copy: Copy) -> dict[str, str]:
    """The manifests of a copy, each with the name of its signature."""
    names = (copy.manifest, copy.site + PUBLIC_NAME) if copy.site else (copy.manifest,)
    return {name: name + SUFFIX for name in names}


def _sealed(copy: Copy, signers: Signers | None) -> tuple[bool, str, list[str]]:
    """Whether every manifest has a signature, whose key made it, and what is wrong with it."""
    found = {name: _content(copy, path, _MOST_SEAL) for name, path in _seals(copy).items()}
    if signers is None:
        return all(found.values()), "", []
    signer = ""
    problems = []
    for name, signature in found.items():
        if signature is None:
            problems.append(f"{name} 没有签名，不能证明是本办发布的")
        elif by := sealed_by(_content(copy, name, MOST) or b"", signature, signers.allowed, signers.revoked):
            signer = signer or by
        else:
            problems.append(f"{name} 的签名不对：清单被改过，或者不是用登记的密钥签的")
    return all(found.values()), signer, problems


def _content(copy: Copy, path: str, most: int) -> bytes | None:
    """A manifest or a signature; `None` if there is none. What cannot be read is empty, which no key has signed."""
    try:
        return copy.read(path, most)
    except Missing:
        return None
    except Unreadable:
        return b""


def _compared(copy: Copy, claim: Claim) -> Iterator[tuple[ClaimedFile, str]]:
    """Each file that ought to be there, with what is wrong with it, or nothing."""
    with ThreadPoolExecutor(copy.at_once) as pool:
        problems = pool.map(lambda item: _problem(copy, *item), sorted(claim.files.items()))
        yield from zip((file for _, file in sorted(claim.files.items())), problems, strict=True)


def _problem(copy: Copy, path: str, file: ClaimedFile) -> str:
    try:
        content = copy.read(path, file.bytes)
    except Missing:
        return f"{said(path)}：清单里有，这里没有"
    except Unreadable as error:
        return f"{said(path)}：与清单不一致（{error}）"
    if hashlib.sha256(content).hexdigest() != file.sha256:
        return f"{said(path)}：内容被改过，与清单不一致"
    return ""


def _surplus(copy: Copy, claim: Claim) -> list[str]:
    known = {*claim.files, *_seals(copy), *_seals(copy).values()}
    surplus = sorted((copy.paths or frozenset()) - known)
    return [f"{said(''.join(filter(str.isprintable, path)))}：清单里没有，是多出来的" for path in surplus]


def _ledger_problems(copy: Copy, claim: Claim, own: Ledger | None) -> list[str]:
    """The chain holds, ends where the manifest says, and is how the office's own begins."""
    path = copy.site + LEDGER_NAME
    if path not in claim.files:
        return [f"清单里没有台账 {path}"]
    try:
        ledger = read_ledger(copy.read(path, MOST))
    except (Missing, Unreadable):
        return []  # named with the other files
    except BrokenLedger as broken:
        return [f"{path}：台账第{broken.number}行与前面的接不上，这一行或前一行被改过、删过或插过"]
    if (ledger.head, len(ledger.lines)) != (claim.ledger.head, claim.ledger.lines):
        return [f"{path}：台账有{len(ledger.lines)}行，末尾与清单写明的{claim.ledger.lines}行的末尾不一致"]
    if own is None:
        return []
    if len(own.lines) < len(ledger.lines):
        return [f"{path}：发布的台账有{len(ledger.lines)}行，本办的只有{len(own.lines)}行，被删短了"]
    pairs = enumerate(zip(ledger.lines, own.lines, strict=False), start=1)
    return [f"{path}：从第{number}行起与本办的台账不一样" for number, (one, other) in pairs if one != other][:1]


def _first(problems: list[str]) -> tuple[str, ...]:
    more = len(problems) - _SHOWN
    return tuple(problems) if more <= 0 else (*problems[:_SHOWN], f"还有 {more} 处，不一一列出")
