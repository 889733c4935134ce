"""OpenSSH's formats, as far as a refusal must be explained: a signature file, and a public key.

`ssh-keygen` alone decides whether a signature is good; this only reads what it
says of itself. Formats: PROTOCOL.sshsig of OpenSSH, RFC 4253 section 6.6.
"""

import base64
import binascii
import struct
from dataclasses import dataclass

_BEGIN, _END = "-----BEGIN SSH SIGNATURE-----", "-----END SSH SIGNATURE-----"
_MAGIC = b"SSHSIG" + struct.pack(">I", 1)


@dataclass(frozen=True)
class SshSignature:
    """The key (its wire format) that a signature says it was made with, and the purpose it was made for."""

    key: bytes
    namespace: str


def parse_signature(content: bytes) -> SshSignature:
    """Reads an armoured signature; raises `ValueError` if it is none."""
    begin, *lines, end = content.decode("ascii").split("\n")[:-1] or ["", ""]
    if (begin, end) != (_BEGIN, _END):
        raise ValueError("no armour")
    blob = _decoded("".join(lines))
    if not blob.startswith(_MAGIC):
        raise ValueError("no signature of version 1")
    key, rest = _string(blob[len(_MAGIC) :])
    namespace, _ = _string(rest)
    return SshSignature(key, namespace.decode("utf-8"))


def parse_key(algorithm: str, text: str) -> bytes:
    """The wire format of a public key in base64; raises `ValueError` unless it is a key of that algorithm."""
    key = _decoded(text)
    name, rest = _string(key)
    if name != algorithm.encode() or not rest:
        raise ValueError("no key of this algorithm")
    return key


def _decoded(text: str) -> bytes:
    try:
        return base64.b64decode(text, validate=True)
    except binascii.Error as error:
        raise ValueError("no base64") from error


def _string(data: bytes) -> tuple[bytes, bytes]:
    """A string of the wire format (its length in four bytes, then its bytes), and what follows."""
    if len(data) < 4:
        raise ValueError("cut short")
    (length,) = struct.unpack_from(">I", data)
    if len(data) < 4 + length:
        raise ValueError("cut short")
    return data[4 : 4 + length], data[4 + length :]
