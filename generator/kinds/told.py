"""What the page of a kind tells besides its table: an account, or progress, in names of its columns and figures."""

from typing import Self

from pydantic import model_validator

from generator.findings import phrase
from generator.kinds.parts import Identifier, Strict, WrongKind


class Account(Strict):
    """Where money came from and went to: what there was and came in is what was paid and is left.

    `opening` to `closing` are totals; `sources`, `uses`, `months`, `monthly_uses` and `methods`
    summaries; `month` is the column by which entries are put into months, `balance` what was left
    after each. `on_card` is the one of `methods` that leaves a trace in a bank. An entry is
    an audit's result if it is as `audit` says; then `audited` and `minutes` tell of it.
    """

    opening: Identifier
    received: Identifier
    paid: Identifier
    closing: Identifier
    sources: Identifier
    uses: Identifier
    months: Identifier
    month: Identifier
    balance: Identifier
    minutes: Identifier
    monthly_uses: str = ""
    methods: str = ""
    on_card: str = ""
    audit: dict[str, str] = {}
    audited: str = ""

    @model_validator(mode="after")
    def _what_belongs_together(self) -> Self:
        if bool(self.audit) is not bool(self.audited) or bool(self.on_card) is not bool(self.methods):
            raise WrongKind(phrase("kind-account-parts"))
        return self

    @property
    def totals(self) -> tuple[str, ...]:
        return (self.opening, self.received, self.paid, self.closing)

    @property
    def summaries(self) -> tuple[str, ...]:
        return tuple(filter(None, (self.sources, self.uses, self.months, self.monthly_uses, self.methods)))

    @property
    def columns(self) -> tuple[str, ...]:
        named = (self.month, self.balance, self.minutes, self.audited, *self.audit)
        return tuple(filter(None, named))

    @property
    def types(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """Its columns, and the types that each may have."""
        return ((self.month, ("date", "month")), (self.balance, ("money",)), (self.minutes, ("text",)))


class Progress(Strict):
    """The columns of a list of targets: what, how much of it by when, how far it is, and by what evidence."""

    task: Identifier
    target: Identifier
    unit: Identifier
    due: Identifier
    actual: Identifier
    completed: Identifier
    evidence: Identifier

    @property
    def columns(self) -> tuple[str, ...]:
        return tuple(self.model_dump().values())

    @property
    def types(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """Its columns, and the types that each may have."""
        words = ((name, ("text",)) for name in (self.task, self.unit, self.evidence))
        counts = ((name, ("count",)) for name in (self.target, self.actual))
        return (*words, *counts, (self.due, ("date",)), (self.completed, ("percent",)))
