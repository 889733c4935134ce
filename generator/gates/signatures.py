"""Signature gate: where the office asks for signatures, a list is shown once enough roles have signed its statement.

The ledger shows that a statement is the latest one, but whoever may write the
files of the office may write the ledger too. A signature needs a key besides.
"""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from hashlib import sha256

from generator.approvals import Ledger, statement_bytes
from generator.approvals.signatures import fits, is_signed
from generator.approvals.signers import NAMESPACE, Signer, Signers, load_signers
from generator.approvals.sshsig import parse_signature
from generator.findings import Finding, Place, finding
from generator.gates.approval import Approved, beside
from generator.office import Office
from generator.office.settings import Signatures
from generator.project import Project

# Each verification is a process of some milliseconds; more at once gain nothing.
_AT_ONCE = 4


@dataclass(frozen=True)
class Authority:
    """What a signature is held against: the office's policy, who may sign, and what was recorded."""

    policy: Signatures
    signers: Signers
    ledger: Ledger


def signature_gate(
    approved: Sequence[Approved], office: Office, ledger: Ledger, project: Project
) -> tuple[tuple[Approved, ...], tuple[Finding, ...]]:
    """The lists that are signed as the policy asks, with the titles of those roles, or why they are not.

    Raises `SetupError` if there are signatures and no OpenSSH to verify them.
    """
    policy = office.settings.signatures
    if policy.needed == 0:
        return tuple(approved), ()
    signers, findings = load_signers(project)
    if signers is None:
        return (), findings
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        judged = list(pool.map(partial(_signatures, authority=Authority(policy, signers, ledger)), approved))
    passed = [
        replace(one, signed=tuple(policy.roles[each.role] for each in signed))
        for one, (signed, problems) in zip(approved, judged, strict=True)
        if not problems
    ]
    return tuple(passed), tuple(problem for _, problems in judged for problem in problems)


def signed_by(
    approved: Approved, authority: Authority, without: str = ""
) -> tuple[tuple[Signer, ...], tuple[Finding, ...]]:
    """Who signed, in the policy's order, and what is wrong with signatures; `without` is a role to pass over."""
    good: list[Signer] = []
    findings: list[Finding] = []
    for role in authority.policy.roles:
        path = approved.table.listing.signature_path(role)
        if role == without or not path.exists():
            continue
        try:
            signature = path.read_bytes()
        except OSError:
            findings.append(finding("file-unreadable", _place(approved, role)))
            continue
        judged = judge(approved, role, signature, authority)
        if isinstance(judged, Signer):
            good.append(judged)
        else:
            findings.append(judged)
    return tuple(good), tuple(findings)


def judge(approved: Approved, role: str, signature: bytes, authority: Authority) -> Signer | Finding:
    """Who signed the statement in a role, or why the signature does not count."""
    possible = signers_in_role(approved, role, signature, authority)
    if isinstance(possible, Finding):
        return possible
    place, title = _place(approved, role), authority.policy.roles[role]
    content = statement_bytes(approved.statement)
    found = recorded(approved, signature, possible, authority.ledger)
    if found and is_signed(content, signature, *found, authority.signers):
        return found[0]
    if not fits(content, signature):
        return finding("signature-wrong", place, role=title)
    if found is None:
        return finding("signature-unrecorded", place, role=title, id=role, path=approved.table.listing.file)
    return finding("signature-expired", place, role=title, day=found[1].isoformat())


def signers_in_role(
    approved: Approved, role: str, signature: bytes, authority: Authority
) -> tuple[Signer, ...] | Finding:
    """Those who may have made the signature by what it says of itself, or why nobody in the role has."""
    place, title, signers = _place(approved, role), authority.policy.roles[role], authority.signers
    try:
        claimed = parse_signature(signature)
    except ValueError:
        return finding("signature-wrong", place, role=title)
    if claimed.namespace != NAMESPACE:
        return finding("signature-namespace", place, role=title)
    if claimed.key in signers.revoked:
        return finding("signature-revoked", place, role=title)
    known = signers.of_key(claimed.key)
    if not known:
        return finding("signature-unknown", place, role=title)
    in_role = tuple(each for each in known if each.role == role)
    return in_role or finding("signature-role", place, role=title, id=role)


def recorded(
    approved: Approved, signature: bytes, possible: Sequence[Signer], ledger: Ledger
) -> tuple[Signer, date] | None:
    """Whose signature it is by the ledger, and the day on which it was made.

    Its line is later than the statement's: one from before was for another
    approval. No line is older than the lines before it: who dates one back
    gains nothing.
    """
    signers = {each.principal: each for each in possible}
    event = ("sign", approved.statement.list, sha256(signature).hexdigest())
    for line in ledger.lines[approved.line :]:
        if (line.event, line.subject, line.sha256) == event and line.by in signers:
            return signers[line.by], max(each.day for each in ledger.lines[: line.number])
    return None


def same_person(approved: Approved, signed: Sequence[Signer], policy: Signatures) -> tuple[Finding, ...]:
    """Two roles are two people (and two keys), or the second one has looked at nothing."""
    return tuple(
        finding(
            "signature-same-person",
            _place(approved, later.role),
            first=policy.roles[earlier.role],
            second=policy.roles[later.role],
        )
        for number, later in enumerate(signed)
        for earlier in signed[:number]
        if later.person == earlier.person or later.key == earlier.key
    )


def _signatures(approved: Approved, authority: Authority) -> tuple[tuple[Signer, ...], tuple[Finding, ...]]:
    """Who signed a list, and everything that is wrong with its signatures."""
    policy, listing = authority.policy, approved.table.listing
    signed, findings = signed_by(approved, authority)
    findings += same_person(approved, signed, policy)
    missing = [role for role in policy.roles if not listing.signature_path(role).exists()]
    if len(policy.roles) - len(missing) < policy.needed:
        titles = tuple(policy.roles[role] for role in missing)
        place = Place(listing.file)
        findings += (
            finding("signature-missing", place, needed=policy.needed, roles=titles, ids=(*missing,), path=listing.file),
        )
    return signed, findings


def _place(approved: Approved, role: str) -> Place:
    listing = approved.table.listing
    return beside(listing, listing.signature_path(role).name)
