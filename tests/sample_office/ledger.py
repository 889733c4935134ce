"""A year of the one dedicated account, agreeing with the announced lists to the fen."""

from decimal import Decimal
from random import Random

from tests.sample_office.relief import Lists, Villages

HEADING = [
    "序号",
    "日期",
    "环节",
    "资金类别",
    "摘要",
    "金额",
    "专户余额",
    "支付方式",
    "会议记录",
    "对应名单",
    "对应月份",
]
_MONTHS = [(2025, 11), (2025, 12), *((2026, month) for month in range(1, 11))]
_TITLES = {
    "农村低保": "最低生活保障",
    "城市低保": "最低生活保障",
    "特困供养": "特困人员救助供养",
    "临时救助": "临时救助",
    "高龄津贴": "高龄津贴",
    "价格补贴": "价格临时补贴",
    "救灾救助": "救灾款发放",
    "走访慰问": "走访慰问",
}
_BY_FAMILY = {
    "特困供养": "extreme_poverty_support",
    "临时救助": "temporary_assistance",
    "高龄津贴": "old_age_allowance",
}
# What is not paid every month: only where a list of the month announces it.
_NOW_AND_THEN = {"价格补贴": "price_subsidy", "救灾救助": "disaster_money", "走访慰问": "visiting_list"}


def ledger_rows(random: Random, lists: Lists, villages: Villages) -> list[list[str]]:
    """Heading and rows. Money comes in on the 5th, is allocated and approved, and is paid by the 28th."""
    book = _Book()
    book.add("2025-11-01", "期初", "全部", "上年结转", Decimal("186420.50"), "禾联纪〔2025〕20号")
    communities = {name for name, type_, _ in villages if type_ == "社区"}
    announced = {month: _announced(lists, month, communities) for month in ("2026-09", "2026-10")}
    for number, (year, month) in enumerate(_MONTHS, start=1):
        name = f"{year}-{month:02d}"
        paid = announced.get(name) or _earlier(random, announced["2026-09"])
        minutes = f"禾联纪〔{year}〕{number + 8 if year == 2026 else number + 20}号"
        if name == "2026-09":
            minutes = "禾联纪〔2026〕18号"
        if name == "2026-10":
            minutes = "禾联纪〔2026〕20号"
        for family, amount in paid.items():
            margin = Decimal(random.randrange(0, 40)) * 100
            book.add(f"{name}-05", "拨入", family, "县财政拨入", amount + margin, minutes)
        total = sum(paid.values(), start=Decimal())
        book.add(f"{name}-21", "分配", "全部", f"{month}月资金分配方案", total, minutes)
        book.add(f"{name}-22", "审批", "全部", f"{month}月发放审批", total, minutes)
        for family, amount in paid.items():
            _pay(book, name, month, family, amount, minutes)
        if name == "2026-05":
            book.add("2026-05-29", "内审", "全部", "财政所、监督机构审计上年资金，账实相符", book.balance, minutes)
    return [HEADING, *book.rows]


def _pay(book: "_Book", name: str, month: int, family: str, amount: Decimal, minutes: str) -> None:
    """Nearly everything goes to benefits cards; urgent temporary assistance partly in cash."""
    cash = Decimal("1200.00") if family == "临时救助" and amount > 6000 else Decimal()
    for part, method, words in ((amount - cash, "一卡通", "一卡通发放"), (cash, "现金", "急难现金发放，两人签收")):
        if part:
            book.add(f"{name}-25", "发放", family, f"{month}月{family}{words}", part, minutes, method, name)


def _announced(lists: Lists, month: str, communities: set[str]) -> dict[str, Decimal]:
    """What the announced lists of a month add up to, per family."""
    sums = {"农村低保": Decimal(), "城市低保": Decimal()}
    for row in lists["subsistence_allowance", month, "announcement"]:
        sums["城市低保" if row[0] in communities else "农村低保"] += Decimal(row[-1])
    for family, kind in (_BY_FAMILY | _NOW_AND_THEN).items():
        rows = lists.get((kind, month, "announcement"))
        if rows:
            sums[family] = sum((Decimal(row[-1]) for row in rows), start=Decimal())
    return sums


def _earlier(random: Random, later: dict[str, Decimal]) -> dict[str, Decimal]:
    """Months before the lists of this sample: close to the first announced month."""
    return {family: amount + random.randrange(-30, 31) * 20 for family, amount in later.items()}


class _Book:
    """Rows with a running number and balance."""

    def __init__(self) -> None:
        self.rows: list[list[str]] = []
        self.balance = Decimal()

    def add(
        self,
        day: str,
        event: str,
        family: str,
        summary: str,
        amount: Decimal,
        minutes: str,
        method: str = "",
        month: str = "",
    ) -> None:
        self.balance += {"期初": amount, "拨入": amount, "发放": -amount}.get(event, Decimal())
        kind = _TITLES[family] if event == "发放" else ""
        self.rows.append(
            [
                str(len(self.rows) + 1),
                day,
                event,
                family,
                summary,
                f"{amount:.2f}",
                f"{self.balance:.2f}",
                method,
                minutes,
                kind,
                month,
            ]
        )
