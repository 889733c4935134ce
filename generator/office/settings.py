"""`data/office.yaml`: names, codes, the portal, the demonstration date."""

from datetime import date

from pydantic import BaseModel, ConfigDict, Field


class Strict(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Demonstration(Strict):
    """The day on which a sample office stands still; every page and poster is then marked."""

    today: date
    mark: str


class Settings(Strict):
    """Who publishes, and where. `site_url` ends with a slash; QR codes lead below it."""

    schema_version: str = Field(alias="schema", pattern="^1$")
    name: str
    full_name: str
    government: str
    county: str
    township: str
    code: str = Field(pattern=r"^[0-9]{9,12}$")
    site_name: str
    site_url: str = Field(pattern=r"^https?://[^\s]+/$")
    slogan: str
    contact_office: str
    contact_oversight: str
    contact_county: str
    contact_hotline: str
    demonstration: Demonstration | None = None
