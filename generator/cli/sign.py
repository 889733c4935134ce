"""`gongshi sign`"""

import os
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Annotated

import typer

from generator.approvals import append, longer, statement_bytes
from generator.approvals.signatures import make_signature
from generator.approvals.signers import load_signers
from generator.cli.common import (
    FINDINGS_EXIT,
    ProjectOption,
    TodayOption,
    office_and_kinds,
    open_project,
    report,
    today_of,
    unbroken_ledger,
)
from generator.cli.lists import read_list
from generator.exceptions import SetupError
from generator.findings import Finding, has_errors
from generator.gates.approval import Approved, approve_gate
from generator.gates.signatures import Authority, judge, recorded, same_person, signed_by, signers_in_role
from generator.office.settings import Signatures
from generator.project import Project
from generator.reports import said


def sign(
    lists: Annotated[list[Path], typer.Argument(metavar="LIST...", help="名单文件，可以写几个", dir_okay=False)],
    role: Annotated[str, typer.Option("--role", help="以什么角色签名，如 handling")],
    key: Annotated[Path, typer.Option("--key", help="钥匙文件；钥匙在 ssh-agent 里的，写 .pub 文件", dir_okay=False)],
    project: ProjectOption = Path(),
    today: TodayOption = None,
) -> int:
    """Sign the approval statement of a list with an OpenSSH key."""
    opened = open_project(project)
    day = today_of(opened, today)
    office, kinds = office_and_kinds(opened)
    policy = office.settings.signatures
    _require_role(role, policy)
    if not key.is_file():
        raise SetupError(f"没有钥匙文件 {said(key.name)}")
    signers, findings = load_signers(opened)
    if signers is None:
        report(findings)
        return FINDINGS_EXIT
    failed = False
    for path in lists:
        table, problems = read_list(opened, Path(os.path.abspath(path)), office, kinds)
        if table is not None:
            # Every list adds a line.
            ledger = unbroken_ledger(opened)
            approved, differences = approve_gate(table, office, ledger)
            problems += differences
            if approved is not None:
                problems += _sign(opened, approved, role, key, day, Authority(policy, signers, ledger))
        report(problems)
        failed = failed or has_errors(problems)
    return FINDINGS_EXIT if failed else 0


def _require_role(role: str, policy: Signatures) -> None:
    if not policy.roles:
        raise SetupError("本办没有设签名的角色：先在 data/office.yaml 的 signatures 里写 needed 和 roles")
    if role not in policy.roles:
        known = "、".join(f"{name}（{title}）" for name, title in policy.roles.items())
        raise SetupError(f"没有“{said(role)}”这个签名角色；可用：{known}")


def _sign(
    project: Project, approved: Approved, role: str, key: Path, today: date, authority: Authority
) -> tuple[Finding, ...]:
    """Writes the signature of one statement and its line in the ledger, or returns why it would not count."""
    policy, ledger, subject = authority.policy, authority.ledger, approved.statement.list
    signature = make_signature(statement_bytes(approved.statement), key)
    possible = signers_in_role(approved, role, signature, authority)
    if isinstance(possible, Finding):
        return (possible,)
    by, digest = possible[0].principal, sha256(signature).hexdigest()
    known = recorded(approved, signature, possible, ledger)
    after = ledger if known else longer(ledger, today, "sign", subject, digest, by)
    judged = judge(approved, role, signature, Authority(policy, authority.signers, after))
    if isinstance(judged, Finding):
        return (judged,)
    others, _ = signed_by(approved, authority, without=role)
    if problems := same_person(approved, (*others, judged), policy):
        return problems
    path = approved.table.listing.signature_path(role)
    path.write_bytes(signature)
    if not known:
        append(project, ledger, today, "sign", subject, digest, by)
    typer.echo(f"已签名 {project.relative(path)}：{policy.roles[role]}；{_still_missing(approved, policy)}")
    return ()


def _still_missing(approved: Approved, policy: Signatures) -> str:
    listing = approved.table.listing
    missing = [title for role, title in policy.roles.items() if not listing.signature_path(role).exists()]
    short = policy.needed - (len(policy.roles) - len(missing))
    return f"还差 {short} 个签名（{'、'.join(missing)}）" if short > 0 else "签名已够"
