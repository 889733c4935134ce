"""`data/office.yaml`: names, codes, the portal, the demonstration date, the signatures a list needs."""

from datetime import date
from typing import Annotated, Self
from urllib.parse import urlsplit

from pydantic import BaseModel, ConfigDict, Field, model_validator

# Roles stand in names of files and in `allowed_signers`, so they are plain identifiers.
ROLE = "[a-z][a-z0-9_]*"


class Strict(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Demonstration(Strict):
    """The day on which a sample office stands still; every page and poster is then marked."""

    today: date
    mark: str


class Signatures(Strict):
    """How many of the roles must sign a list's approval statement before it is shown; 0 asks for none.

    `roles` are in the order in which they are named, with the title that people read.
    """

    needed: int = Field(0, ge=0)
    roles: dict[Annotated[str, Field(pattern=f"^{ROLE}$")], Annotated[str, Field(min_length=1, max_length=8)]] = {}

    @model_validator(mode="after")
    def _enough_roles(self) -> Self:
        if self.needed > len(self.roles):
            raise ValueError("more signatures than roles")
        return self


class Settings(Strict):
    """Who publishes, and where. `site_url` ends with a slash; QR codes lead below it.

    `site_id_code` is the portal's code in the register of government sites (网站标识码, 国办发〔2017〕47号);
    `icp_number` and `police_number` are its records (ICP备案号, 公安备案号). `fragments`: whether every
    data page is also made as a piece to paste into another site.
    `search_names`: whether people are found by their full names on lists whose
    names law and approval allow on the web in full (《个人信息保护法》 art. 28, 55).
    """

    schema_version: str = Field(alias="schema", pattern="^1$")
    name: str
    full_name: str
    government: str
    county: str
    township: str
    code: str = Field(pattern=r"^[0-9]{9,12}$")
    site_name: str
    site_url: str = Field(pattern=r"^https?://[^\s]+/$")
    site_id_code: str = Field("", pattern=r"^([0-9a-z]{10})?$")
    icp_number: str = ""
    police_number: str = ""
    fragments: bool = False
    slogan: str
    contact_office: str
    contact_oversight: str
    contact_county: str
    contact_hotline: str
    signatures: Signatures = Signatures()
    search_names: bool = False
    demonstration: Demonstration | None = None

    @property
    def site_domain(self) -> str:
        """The host alone, as the META tag `SiteDomain` wants it."""
        return urlsplit(self.site_url).hostname or ""

    def url(self, path: str) -> str:
        """The permanent address of a page; that of the home page is the site's own."""
        return self.site_url if path == "index.html" else f"{self.site_url}{path}"
