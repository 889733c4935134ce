"""`gongshi verify`"""

from pathlib import Path
from typing import Annotated
from urllib.parse import urlsplit

import typer

from generator.approvals import Ledger
from generator.cli.common import FINDINGS_EXIT, open_project, unbroken_ledger
from generator.cli.progress import progress
from generator.project import Project
from generator.release.copies import Copy, folder_copy, web_copy
from generator.release.verify import Signers, Verified
from generator.release.verify import verify as verify_copy

_SIGNERS, _REVOKED = "data/signers/release_signers", "data/signers/revoked_keys"
_URLS = ("http://", "https://")


def verify(
    place: Annotated[str, typer.Argument(metavar="DIR|URL", help="发布的文件夹、site/ 的副本，或者网站的地址")],
    signers: Annotated[
        Path | None,
        typer.Option("--signers", help="可以给版本签名的公钥（ssh-keygen 的 allowed_signers 格式）", dir_okay=False),
    ] = None,
    project: Annotated[
        Path | None, typer.Option("--project", help="办公室的文件夹：还要与本办的台账和登记的公钥一致", file_okay=False)
    ] = None,
) -> int:
    """Compare a published copy with its manifest and the ledger, and name what was altered."""
    opened = open_project(project) if project else None
    allowed = _signers(signers, opened)
    own = unbroken_ledger(opened) if opened else None
    with progress() as advance:
        result = verify_copy(_copy(place), allowed, own, advance)
    for problem in result.problems:
        typer.echo(problem, err=True)
    if result.problems:
        typer.echo(f"核对没有通过：{place}", err=True)
        return FINDINGS_EXIT
    typer.echo(_said(result, own))
    return 0


def _copy(place: str) -> Copy:
    if place.startswith(_URLS) and _is_address(place):
        return web_copy(place)
    if "://" in place or not Path(place).is_dir():
        raise typer.BadParameter(f"{place} 不是文件夹，也不是 http 或 https 的网址")
    return folder_copy(Path(place))


def _is_address(url: str) -> bool:
    try:
        parts = urlsplit(url)
        return bool(parts.hostname) and parts.port != 0
    except ValueError:  # a port that is none, a bracket that does not close
        return False


def _signers(given: Path | None, project: Project | None) -> Signers | None:
    """The file that was given, else the project's, with the project's revoked keys."""
    registered = project.root / _SIGNERS if project else None
    allowed = given or (registered if registered and registered.is_file() else None)
    if allowed is None:
        return None
    if not allowed.is_file():
        raise typer.BadParameter(f"没有 {allowed}")
    revoked = project.root / _REVOKED if project else None
    return Signers(allowed, revoked if revoked and revoked.is_file() else None)


def _said(result: Verified, own: Ledger | None) -> str:
    if result.signer:
        seal = f"签名是 {result.signer} 的，有效"
    elif result.sealed:
        seal = "有签名，但没有给出公钥（--signers），签名没有核对"
    else:
        seal = "没有签名，只能说明文件与清单一致，不能说明清单是本办的"
    ledger = f"台账 {result.ledger.lines} 行，一环不断"
    if own is not None:
        ledger += "，与本办的台账一致"
    return (
        f"核对通过（{result.today} 的版本）：{result.files} 个文件、{result.bytes} 字节都与清单一致；{ledger}；{seal}。"
    )
