"""What a copy of a release claims to hold: its manifest, read as something a stranger wrote."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from generator.release.copies import MOST, Copy, Missing, Unreadable
from generator.release.manifest import PUBLIC_NAME, PUBLIC_SCHEMA, SCHEMA

_Sha256 = Annotated[str, Field(pattern="^[0-9a-f]{64}$")]
# No control characters, which a terminal would obey, and nothing that leads out of the copy.
_Path = Annotated[str, Field(pattern=r"^[^\x00-\x1f\x7f/\\]+(/[^\x00-\x1f\x7f/\\]+)*$", max_length=500)]


class _Strict(BaseModel):
    model_config = ConfigDict(frozen=True, strict=True)


class ClaimedFile(_Strict):
    sha256: _Sha256
    bytes: int = Field(ge=0)


class ClaimedLedger(_Strict):
    head: _Sha256
    lines: int = Field(ge=0)


class Claim(_Strict):
    """What `manifest.json` and `site/release.json` say alike."""

    schema_version: str = Field(alias="schema")
    today: str = Field(pattern="^[0-9]{4}-[0-9]{2}-[0-9]{2}$")
    ledger: ClaimedLedger
    files: dict[_Path, ClaimedFile]


class BrokenClaim(Exception):
    """There is no manifest that can be read; the text is a sentence for people."""


def read_claim(copy: Copy) -> Claim:
    """The manifest of a copy; raises `BrokenClaim`."""
    try:
        claim = Claim.model_validate_json(copy.read(copy.manifest, MOST))
    except Missing:
        raise BrokenClaim(f"这里没有 {copy.manifest}：不是本程序发布的版本，或者没有拷全") from None
    except Unreadable as error:
        raise BrokenClaim(f"{copy.manifest} 读不了：{error}") from None
    except ValidationError:
        raise BrokenClaim(f"{copy.manifest} 不是完整的清单：可能是错误页面、没有下完，或者被改坏了") from None
    if claim.schema_version != (PUBLIC_SCHEMA if copy.manifest == PUBLIC_NAME else SCHEMA):
        raise BrokenClaim(f"{copy.manifest} 是另一种清单，放错了地方")
    if any(part in {".", ".."} for path in claim.files for part in path.split("/")):
        raise BrokenClaim(f"{copy.manifest} 里有指到外面去的路径，不能核对")
    return claim
