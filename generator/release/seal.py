"""Seals: OpenSSH signatures over the manifests, which anybody can check with `ssh-keygen` alone.

The namespace keeps a signature over a release from passing for one over an
approval, and the other way round.
"""

import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

from generator.exceptions import SetupError

SUFFIX = ".sig"
NAMESPACE = "gongshi-release@v1"
_SECONDS = 60


def seal(content: bytes, key: Path) -> bytes:
    """The signature of `content` with a private key (or with the agent, for a public one).

    Raises `SetupError` if `ssh-keygen` is missing or does not sign.
    """
    result = _ssh_keygen("sign", "-f", str(key), "-n", NAMESPACE, content=content)
    if result.returncode:
        raise SetupError(f"签名失败，请检查密钥 {key.name}")
    return result.stdout


def sealed_by(content: bytes, signature: bytes, signers: Path, revoked: Path | None = None) -> str | None:
    """Whose key made the signature over exactly these bytes; `None` if none of `signers` did.

    `signers` and `revoked` are files as in ssh-keygen(1), "ALLOWED SIGNERS" and
    "KEY REVOCATION LISTS"; a key counts if it is valid now. Raises `SetupError`
    if `ssh-keygen` is missing.
    """
    with TemporaryDirectory() as folder:
        path = Path(folder) / "signature"
        path.write_bytes(signature)
        places = ("-f", str(signers), "-s", str(path))
        found = _ssh_keygen("find-principals", *places, content=b"")
        # A line of the file may give several names to a key; any of them will do.
        name = found.stdout.decode("utf-8", "replace").split("\n")[0].split(",")[0]
        if found.returncode or not name:
            return None
        against = ("-r", str(revoked)) if revoked else ()
        checked = _ssh_keygen("verify", *places, "-I", name, "-n", NAMESPACE, *against, content=content)
    return None if checked.returncode else name


def _ssh_keygen(action: str, *arguments: str, content: bytes) -> subprocess.CompletedProcess[bytes]:
    try:
        return subprocess.run(
            ["ssh-keygen", "-Y", action, *arguments], input=content, capture_output=True, check=False, timeout=_SECONDS
        )
    except FileNotFoundError as error:
        raise SetupError("没有 ssh-keygen，请安装 openssh-client") from error
    except subprocess.TimeoutExpired as error:
        raise SetupError("ssh-keygen 没有回应；密钥有口令时请先放进 ssh-agent") from error
