"""Registers: small CSV files of villages, staff, the leading group, contacts, units, legal bases, holidays and more."""

from datetime import date
from typing import Any, Literal, TypeVar

from pydantic import BaseModel, ConfigDict, Field, PrivateAttr, ValidationError, field_validator

from generator import sources
from generator.findings import Finding, Place, Word, finding, phrase
from generator.project import Project


class Entry(BaseModel):
    """One row of a register; `row` is its number as a spreadsheet shows it."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)

    _row: int = PrivateAttr(0)

    @property
    def row(self) -> int:
        return self._row

    @field_validator("*", mode="before")
    @classmethod
    def _empty_is_none(cls, value: Any, info: Any) -> Any:
        optional = cls.model_fields[info.field_name].default is None
        return None if value == "" and optional else value


StaffType = Literal["分管领导", "镇民政办", "村民政委员", "村级协理员", "村委会委员"]


class Village(Entry):
    """A village or community; `population` and `households` are residents registered there."""

    code: str = Field(alias="代码", pattern=r"^[0-9]{12}$")
    name: str = Field(alias="名称", min_length=2)
    type: Literal["村", "社区"] = Field(alias="类型")
    population: int = Field(alias="人口", gt=0)
    households: int = Field(alias="户数", gt=0)
    officer: str = Field(alias="负责人")
    board: str = Field(alias="公示栏地点")


class Staff(Entry):
    """Somebody who works for the office, the post held and, in a village, the village served.

    `filing` is the number under which a village appointment was filed with the township.
    """

    name: str = Field(alias="姓名", min_length=2)
    post: str = Field(alias="岗位")
    unit: str = Field(alias="单位")
    phone: str = Field(alias="办公电话")
    room: str = Field(alias="办公地点")
    type: StaffType = Field("镇民政办", alias="类型")
    village: str | None = Field(None, alias="服务村")
    filing: str | None = Field(None, alias="报备文号")


class GroupMember(Entry):
    """Somebody in the township's leading group for civil affairs; `position` is the post that led there."""

    name: str = Field(alias="姓名", min_length=2)
    role: Literal["组长", "副组长", "成员"] = Field(alias="组内职务")
    position: str = Field(alias="单位和职务")


class Contact(Entry):
    """A phone number meant to be public."""

    id: str = Field(alias="编号", pattern=r"^[a-z_]+$")
    name: str = Field(alias="名称")
    phone: str = Field(alias="号码", pattern=r"^[0-9-]{3,20}$")
    hours: str = Field(alias="时间")
    address: str = Field(alias="地址")


class Unit(Entry):
    """A unit of government under its official name, from its first day until the day it is merged or dissolved."""

    name: str = Field(alias="名称")
    aliases: str = Field(alias="别名")
    begun: date | None = Field(None, alias="启用日期")
    ended: date | None = Field(None, alias="停用日期")
    successor: str = Field("", alias="后继单位")

    @property
    def short_names(self) -> tuple[str, ...]:
        """What people call it; a list of duties must not."""
        return tuple(part.strip() for part in self.aliases.split("；") if part.strip())


class LegalBasis(Entry):
    """A legal basis and its validity."""

    title: str = Field(alias="名称")
    document_number: str = Field(alias="文号")
    effective: date | None = Field(None, alias="施行日期")
    repealed: date | None = Field(None, alias="废止日期")
    successor: str = Field(alias="替代文件")


class IndexNumber(Entry):
    """An index number once given, and the document it was given to: it is never given to another."""

    number: str = Field(alias="索引号", min_length=3)
    document: str = Field(alias="文件", min_length=3)
    title: str = Field(alias="名称")


class Holiday(Entry):
    """A weekday off (放假) or a weekend day worked (调休上班)."""

    day: date = Field(alias="日期")
    type: Literal["放假", "调休上班"] = Field(alias="类型")
    name: str = Field(alias="名称")


class Premises(Entry):
    """Rooms where people are served: the township's office, or a village's service point. `area` is in m²."""

    name: str = Field(alias="名称", min_length=2)
    type: Literal["镇民政办", "村服务点", "社区服务点"] = Field(alias="类型")
    village: str | None = Field(None, alias="村（社区）")
    area: int = Field(alias="面积", gt=0)
    rooms: int = Field(alias="房间数", gt=0)


class Death(Entry):
    """A death reported by a village; `month` is written 2026-10. Read by checks only, never published."""

    village: str = Field(alias="村", min_length=2)
    name: str = Field(alias="姓名", min_length=2)
    month: str = Field(alias="月份", pattern=r"^[0-9]{4}-(0[1-9]|1[0-2])$")


R = TypeVar("R", bound=Entry)
_REGISTERS: dict[str, type[Entry]] = {
    "villages": Village,
    "staff": Staff,
    "leading_group": GroupMember,
    "contacts": Contact,
    "units": Unit,
    "legal_bases": LegalBasis,
    "holidays": Holiday,
    "index_numbers": IndexNumber,
    "premises": Premises,
    "deaths": Death,
}
# Not every office keeps these; without them their checks say that they did not check.
_OPTIONAL = {"leading_group", "index_numbers", "premises", "deaths"}


class Registers(BaseModel):
    """All registers of an office."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    villages: tuple[Village, ...]
    staff: tuple[Staff, ...]
    contacts: tuple[Contact, ...]
    units: tuple[Unit, ...]
    legal_bases: tuple[LegalBasis, ...]
    holidays: tuple[Holiday, ...]
    leading_group: tuple[GroupMember, ...] = ()
    index_numbers: tuple[IndexNumber, ...] = ()
    premises: tuple[Premises, ...] = ()
    deaths: tuple[Death, ...] = ()

    def names(self, register: str) -> frozenset[str]:
        """The values that a column referring to `register` may hold."""
        if register == "contacts":
            return frozenset(contact.phone for contact in self.contacts)
        return frozenset(entry.name for entry in getattr(self, register))

    @property
    def officials(self) -> frozenset[str]:
        """Names of persons that are meant to be public."""
        return self.names("staff") | self.names("leading_group")

    def aliases(self, register: str) -> frozenset[str]:
        """Other names in use for what a register holds; only units have any."""
        return (
            frozenset(alias for unit in self.units for alias in unit.short_names)
            if register == "units"
            else frozenset()
        )

    def contact(self, id: str) -> Contact:
        """The contact called `id`; raises `KeyError`."""
        return {contact.id: contact for contact in self.contacts}[id]


def register_place(register: str, entry: Entry, column: str = "") -> Place:
    """Where an entry stands in its register's file; `column` is a heading."""
    return Place(f"data/registers/{register}.csv", line=entry.row, column=column)


def load_registers(project: Project) -> tuple[Registers | None, tuple[Finding, ...]]:
    """Every register, or the findings of those that cannot be read."""
    findings: list[Finding] = []
    loaded: dict[str, tuple[Entry, ...]] = {}
    for name, model in _REGISTERS.items():
        file = f"data/registers/{name}.csv"
        loaded[name], problems = load_entries(project, file, model, required=name not in _OPTIONAL)
        findings += problems
    return (None if findings else Registers(**loaded)), tuple(findings)


def load_entries(
    project: Project, file: str, model: type[R], *, required: bool
) -> tuple[tuple[R, ...], tuple[Finding, ...]]:
    """The rows of a small CSV file, or what is wrong with them; a heading that the model does not know is wrong."""
    path = project.root / file
    if not path.is_file():
        return (), (finding("file-missing", Place(file)),) if required else ()
    sheet, findings = sources.read(path, file)
    if sheet is None:
        return (), findings
    entries: list[R] = []
    problems: list[Finding] = []
    for index, row in enumerate(sheet.rows):
        try:
            entry = model.model_validate(dict(zip(sheet.header, row, strict=True)))
            entry._row = sheet.numbers[index]
            entries.append(entry)
        except ValidationError as error:
            keys = tuple(dict.fromkeys(map(_heading, error.errors())))
            problems.append(finding("register-value", sheet.place(index), key=keys))
    return tuple(entries), tuple(problems)


def _heading(error: Any) -> Word:
    """The column that is wrong. An unknown heading may be the first row of a file without headings."""
    return phrase("heading-unknown") if error["type"] == "extra_forbidden" else str(error["loc"][0])
