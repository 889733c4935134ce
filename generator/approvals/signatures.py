"""Signatures of statements, made and verified by OpenSSH (`ssh-keygen -Y`) over the statement's exact bytes."""

import shutil
import subprocess
import tempfile
from datetime import date
from pathlib import Path

from generator.approvals.signers import NAMESPACE, Signer, Signers
from generator.exceptions import SetupError


def is_signed(content: bytes, signature: bytes, signer: Signer, day: date, signers: Signers) -> bool:
    """Whether the signature is the signer's, over this content, with a key that was valid at noon of `day`."""
    # Local time, as are the dates of `allowed_signers`: the machine's zone does not count.
    noon = f"-Overify-time={day:%Y%m%d}120000"
    revoked = ["-r", str(signers.revoked_path)] if signers.revoked_path.exists() else []
    allowed = ["-f", str(signers.allowed_path), "-I", signer.principal, noon]
    return _verifies("verify", content, signature, *allowed, *revoked)


def fits(content: bytes, signature: bytes) -> bool:
    """Whether the signature is over this content, whoever made it, whenever."""
    return _verifies("check-novalidate", content, signature)


def make_signature(content: bytes, key: Path) -> bytes:
    """A signature by a private key file, or by the key of a `.pub` file that an agent holds.

    OpenSSH itself asks for a passphrase or a touch. Raises `SetupError` if there is no signature in the end.
    """
    # What OpenSSH has to say or to ask goes to the person at the terminal.
    command = [_ssh_keygen(), "-q", "-Y", "sign", "-n", NAMESPACE, "-f", str(key)]
    made = subprocess.run(command, input=content, stdout=subprocess.PIPE, check=False)
    if made.returncode != 0 or not made.stdout:
        raise SetupError("没有签成：请核对钥匙文件和口令；私钥文件只能本人可读（chmod 600）")
    return made.stdout


def _verifies(how: str, content: bytes, signature: bytes, *options: str) -> bool:
    with tempfile.TemporaryDirectory(prefix="gongshi-") as folder:
        path = Path(folder) / "signature"
        path.write_bytes(signature)
        command = [_ssh_keygen(), "-q", "-Y", how, "-n", NAMESPACE, "-s", str(path), *options]
        return subprocess.run(command, input=content, capture_output=True, check=False).returncode == 0


def _ssh_keygen() -> str:
    """Raises `SetupError` where OpenSSH is missing."""
    found = shutil.which("ssh-keygen")
    if found is None:
        raise SetupError("缺少 openssh-client（ssh-keygen）：签名和核对签名要用它，请先安装")
    return found
