"""What a kind may say, and how its parts fit together."""

from typing import Any, Literal, Self

from pydantic import Field, field_validator, model_validator

from generator.findings import phrase
from generator.kinds.parts import (
    CheckCall,
    Download,
    Identifier,
    KindColumn,
    Lists,
    Poster,
    Search,
    StageName,
    Strict,
    Summary,
    TotalRule,
    View,
    WrongKind,
)
from generator.kinds.told import Account, Progress
from generator.notices import Evidence

STAGE_TITLES: dict[str, str] = {
    "public_notice": "公示",
    "announcement": "公布",
    "notice_of_ending": "终止公示",
    "standing": "",
}
_OFTEN = {0: "有变化时", 1: "每月", 3: "每季度", 6: "每半年", 12: "每年"}
_ADDED = {"money", "count"}
# Types of column in words of the office, without persons.
_SEARCHED = {"text", "list", "choice"}


class Kind(Strict):
    """A sort of notice. `id` is the file's name.

    `evidence` is what must be on record before the first disclosure;
    `notice_exemption` is the article by which announcements need no public notice;
    `every_months` how often the matter must be disclosed (0: when it changes);
    `continuing` whether who is on a list stays on the next ones until taken off:
    of what is granted once, nobody joins or leaves. `ending_reason` is the column
    of a notice of ending that holds the class of the reason;
    `paid_by` who pays, where the money does not go through the office's account.
    """

    id: Identifier
    schema_version: Literal["1"] = Field(alias="schema")
    title: str
    short_title: str
    section: Literal["relief", "duties", "funds", "guides", "policies"]
    shape: Literal["rows", "record"]
    per: Literal["village", "office"]
    state: Literal["draft", "live"]
    entry_unit: str
    lists: Lists
    refusal: str = ""
    small_cells: int = Field(3, ge=2)
    list_titles: dict[str, str] = {}
    catalogue_rows: tuple[int, ...]
    legal_bases: tuple[str, ...]
    evidence: tuple[Evidence, ...] = ()
    notice_exemption: str = ""
    every_months: int = Field(0, ge=0, le=12)
    continuing: bool = False
    ending_reason: str = ""
    paid_by: str = ""
    guide: str = ""
    stages: tuple[StageName, ...]
    columns: tuple[KindColumn, ...]
    identity: tuple[str, ...]
    totals: tuple[TotalRule, ...]
    summaries: tuple[Summary, ...] = ()
    views: tuple[View, ...] = ()
    account: Account | None = None
    progress: Progress | None = None
    page: Identifier
    posters: tuple[Poster, ...]
    downloads: tuple[Download, ...]
    checks: tuple[CheckCall, ...] = ()
    search: Search = Search()

    @field_validator("checks", mode="before")
    @classmethod
    def _a_name_is_a_call(cls, value: Any) -> Any:
        return [{"name": each} if isinstance(each, str) else each for each in value]

    @model_validator(mode="after")
    def _columns_fit_together(self) -> Self:
        names = [column.name for column in self.columns]
        titles = [column.title for column in self.columns]
        if len(set(names)) < len(names) or len(set(titles)) < len(titles):
            raise WrongKind(phrase("kind-column-names"))
        used = [*self.identity, *filter(None, [self.ending_reason])]
        for total in self.totals:
            used += [total.column, *total.where]
        for summary in self.summaries:
            used += [summary.group, summary.sum, *summary.where, *filter(None, [summary.series])]
        for view in self.views:
            used += view.columns
        used += self.account.columns if self.account else ()
        used += self.progress.columns if self.progress else ()
        used += self.search.columns
        if unknown := [name for name in used if name not in names]:
            raise WrongKind(phrase("kind-no-column", name=unknown[0]))
        added = [(each.sum, _ADDED | {"quantity"}) for each in self.totals if each.sum]
        for name, types in added + [(each.sum, _ADDED) for each in self.summaries]:
            if self.column(name).type not in types:
                raise WrongKind(phrase("kind-not-added", name=name))
        # In free text, the reason why somebody is taken off would be published with the counts.
        if self.ending_reason and self.column(self.ending_reason).type != "choice":
            raise WrongKind(phrase("kind-ending-reason", name=self.ending_reason))
        # The search index is read by machines: names of persons, and what the web does not show, never enter it.
        for name in self.search.columns:
            column = self.column(name)
            if self.shape != "record" or column.type not in _SEARCHED or column.web != "full":
                raise WrongKind(phrase("kind-not-searched", name=name))
        if self.per == "village" and not self.village_column:
            raise WrongKind(phrase("kind-village-column"))
        if "ballot" in self.evidence and not self.village_column:
            raise WrongKind(phrase("kind-ballot-village"))
        if "announcement" in self.stages and bool(self.notice_exemption) is ("public_notice" in self.stages):
            raise WrongKind(phrase("kind-notice-exemption"))
        if {"refused", "aggregate"} & {self.lists.board, self.lists.web} and not self.refusal:
            raise WrongKind(phrase("kind-refusal"))
        return self

    @model_validator(mode="after")
    def _an_account_names_figures(self) -> Self:
        figures = {total.name for total in self.totals} | {summary.name for summary in self.summaries}
        named = (*self.account.totals, *self.account.summaries) if self.account else ()
        if unknown := [name for name in named if name not in figures]:
            raise WrongKind(phrase("kind-no-figure", name=unknown[0]))
        return self

    @model_validator(mode="after")
    def _pages_tell_only_what_they_can(self) -> Self:
        """Told from columns that the web shows whole, of types that can be counted and put into months."""
        used = (self.account.types if self.account else ()) + (self.progress.types if self.progress else ())
        for name, types in used:
            if self.column(name).web != "full" or self.column(name).type not in types:
                raise WrongKind(phrase("kind-told-column", name=name, types=types))
        return self

    @model_validator(mode="after")
    def _an_aggregate_holds_places_and_counts(self) -> Self:
        if not self.aggregate:
            return self
        types = [column.type for column in self.columns]
        if types.count("village") + types.count("choice") != 1 or types.count("count") != len(types) - 1:
            raise WrongKind(phrase("kind-aggregate-columns"))
        if self.lists.board != self.lists.web or self.per != "office" or self.shape != "rows":
            raise WrongKind(phrase("kind-aggregate-shape"))
        if self.summaries or self.views or [each for each in self.totals if not each.sum or each.where]:
            raise WrongKind(phrase("kind-aggregate-figures"))
        return self

    @property
    def aggregate(self) -> bool:
        """Whether its lists hold counts instead of persons; counts under `small_cells` are hidden."""
        return "aggregate" in (self.lists.board, self.lists.web)

    @property
    def village_column(self) -> KindColumn | None:
        """The column that splits an approved list into one notice per village."""
        return next((column for column in self.columns if column.type == "village"), None)

    @property
    def often(self) -> str:
        """How often it is disclosed, in words for everybody."""
        return _OFTEN.get(self.every_months, f"每{self.every_months}个月")

    def column(self, name: str) -> KindColumn:
        """The column called `name`; raises `KeyError`."""
        for column in self.columns:
            if column.name == name:
                return column
        raise KeyError(name)

    def disclosure_rules(self) -> dict[str, Any]:
        """What an approval signs besides the rows: what the list is called, and which columns are shown how, and where.

        Units and titles belong to it: with another unit the same figure is another amount.
        """
        return {
            "kind": self.id,
            "title": self.title,
            "list_titles": self.list_titles,
            "entry_unit": self.entry_unit,
            "totals": [each.model_dump() for each in self.totals],
            "lists": self.lists.model_dump(),
            "small_cells": self.small_cells if self.aggregate else 0,
            "columns": [(each.name, each.title, each.type, each.unit, each.board, each.web) for each in self.columns],
        }
