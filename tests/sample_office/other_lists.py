"""The smaller lists of October and November: disaster relief, visits, housing, charity, counts.

Each has a few villages only, because every list makes a poster in every village.
"""

from collections.abc import Iterable
from decimal import Decimal
from random import Random

from tests.sample_office.names import Names
from tests.sample_office.relief import Lists, Row, Villages

OCTOBER, NOVEMBER = "2026-10", "2026-11"
# The storm of September hit the villages by the river.
_FLOODED = ("柳湾村", "下河沿村", "白鹭洲村")
_PRICE_SUBSIDY = Decimal("28.00")


def add_other_lists(lists: Lists, random: Random, villages: Villages, taken: set[str]) -> None:
    """Adds to `lists`. Nobody of the lists before is named again; `taken` are the staff."""
    names = Names(random, taken | {row[1] for rows in lists.values() for row in rows})
    _disaster(lists, random, names)
    visits = _people(random, names, ("望山村", "茶园村", "街心社区"), 3, ("300.00", "300.00", "500.00"))
    _noticed_then_announced(lists, "visiting_list", visits)
    card = _people(random, names, ("枫树坪村", "杏花岭村", "松林口村"), 3, ())
    _noticed_then_announced(lists, "benefits_card_subsidy", [_card_subsidy(random, row) for row in card])
    housing = _people(random, names, ("石桥头村", "古井村", "松林口村"), 2, ())
    lists["housing_repair", NOVEMBER, "public_notice"] = [_housing(random, row) for row in housing]
    classes = ("3000元以下", "3000元到10000元", "10000元到30000元")
    medical = _people(random, names, ("望山村", "大榆树村", "东桥社区"), 2, ())
    lists["medical_assistance", NOVEMBER, "public_notice"] = [
        [*row, classes[number % len(classes)]] for number, row in enumerate(medical)
    ]
    lists["price_subsidy", OCTOBER, "announcement"] = _price_subsidy(lists, villages)
    beds = [
        ["禾风镇敬老院", "2026年第三季度", "64", "28800.00"],
        ["禾风镇康宁养老服务中心", "2026年第三季度", "41", "18450.00"],
    ]
    _noticed_then_announced(lists, "care_facility_subsidy", beds)
    lists["charity_donation", OCTOBER, "announcement"] = _donations(names)
    lists["charity_use", OCTOBER, "announcement"] = _donations_used(lists["charity_donation", OCTOBER, "announcement"])
    lists["disability_subsidies", OCTOBER, "announcement"] = _counts(random, villages, (14, 18))
    lists["children_in_difficulty", OCTOBER, "announcement"] = _counts(random, villages, (2, 3, 5, 24))


def reserve_fund_rows() -> list[Row]:
    """Heading and rows of the reserve fund: paid at once in emergencies, made up each quarter."""
    rows = [["序号", "月份", "环节", "救助户数", "金额", "备用金余额", "会议记录"]]
    balance = Decimal()
    for month, event, households, amount, minutes in (
        ("2026-01", "期初", "", "20000.00", "禾联纪〔2026〕11号"),
        ("2026-02", "支出", "4", "3200.00", "禾联纪〔2026〕12号"),
        ("2026-03", "支出", "3", "2400.00", "禾联纪〔2026〕13号"),
        ("2026-04", "补足", "", "5600.00", "禾联纪〔2026〕14号"),
        ("2026-06", "支出", "5", "4150.00", "禾联纪〔2026〕16号"),
        ("2026-07", "补足", "", "4150.00", "禾联纪〔2026〕17号"),
        ("2026-09", "支出", "6", "5800.50", "禾联纪〔2026〕18号"),
        ("2026-10", "补足", "", "5800.50", "禾联纪〔2026〕20号"),
    ):
        balance += Decimal(amount) * (-1 if event == "支出" else 1)
        rows.append([str(len(rows)), month, event, households, amount, f"{balance:.2f}", minutes])
    return rows


def _people(random: Random, names: Names, villages: Iterable[str], most: int, last: tuple[str, ...]) -> list[Row]:
    """Up to `most` people of each village, with one of `last` each if there is a choice."""
    return [
        [village, names.next(), *([random.choice(last)] if last else [])]
        for village in villages
        for _ in range(random.randint(1, most))
    ]


def _noticed_then_announced(lists: Lists, kind: str, rows: list[Row]) -> None:
    lists[kind, OCTOBER, "public_notice"] = rows
    lists[kind, OCTOBER, "announcement"] = rows


def _disaster(lists: Lists, random: Random, names: Names) -> None:
    """Money for households, and goods handed to the same households."""
    money = [
        [village, name, relief, f"{random.randrange(400, 3200, 50)}.00"]
        for village, name, relief in _people(random, names, _FLOODED, 4, ("应急救助", "过渡期生活救助"))
    ]
    _noticed_then_announced(lists, "disaster_money", money)
    goods = []
    for village, name, *_ in money:
        goods.append([village, name, "大米", f"{random.randint(1, 3)}袋"])
        goods.append([village, name, "棉被", f"{random.randint(1, 4)}床"])
        if random.random() < 0.4:
            goods.append([village, name, "饮用水", f"{random.choice((12, 24))}升"])
    _noticed_then_announced(lists, "disaster_goods", goods)


def _card_subsidy(random: Random, row: Row) -> Row:
    subsidy = random.choice(("耕地地力保护补贴", "耕地地力保护补贴", "退耕还林补助"))
    return [*row, subsidy, f"{random.randrange(180, 900)}.{random.choice(('00', '40', '75'))}"]


def _housing(random: Random, row: Row) -> Row:
    way = random.choice(("修缮加固", "拆除重建"))
    return [*row, way, "28000.00" if way == "拆除重建" else f"{random.randrange(6000, 12000, 500)}.00"]


def _price_subsidy(lists: Lists, villages: Villages) -> list[Row]:
    """As many households and persons as the allowance and support lists of the month announce."""
    allowance = lists["subsistence_allowance", OCTOBER, "announcement"]
    support = lists["extreme_poverty_support", OCTOBER, "announcement"]
    rows = []
    for village, _, _ in villages:
        households = [int(row[2]) for row in allowance if row[0] == village]
        alone = sum(row[0] == village for row in support)
        persons = sum(households) + alone
        rows.append([village, str(len(households) + alone), str(persons), f"{persons * _PRICE_SUBSIDY:.2f}"])
    return rows


def _donations(names: Names) -> list[Row]:
    """Units by name, persons who agreed to be named, and one who did not."""
    return [
        ["1", "2026-07-09", "单位", "禾风镇商会", "", "12000.00", "", "", "助学"],
        ["2", "2026-08-14", "个人", "", names.next(), "600.00", "", "", ""],
        ["3", "2026-09-03", "匿名", "", "", "2000.00", "", "", "助困"],
        ["4", "2026-09-28", "单位", "晴川县稻香米业合作社", "", "", "大米", "120袋", "受灾群众"],
        ["5", "2026-09-30", "个人", "", names.next(), "", "棉被", "20床", "敬老院"],
    ]


def _donations_used(donations: list[Row]) -> list[Row]:
    """The account of the same months: what was there, each gift of money on its day, what was spent."""
    # (day, event, summary, households, amount, minutes)
    entries = [
        ("2026-07-01", "期初", "上季度结余", "", "8350.00", "禾联纪〔2026〕14号"),
        ("2026-08-26", "使用", "困难家庭学生助学", "6", "9000.00", "禾联纪〔2026〕17号"),
        ("2026-10-12", "使用", "受灾群众生活用品", "11", "4260.00", "禾联纪〔2026〕19号"),
    ]
    entries += [
        (row[1], "收到捐赠", f"捐赠名单第{row[0]}笔", "", row[5], "禾联纪〔2026〕19号") for row in donations if row[5]
    ]
    rows: list[Row] = []
    balance = Decimal()
    for day, event, summary, households, amount, minutes in sorted(entries):
        balance += Decimal(amount) * (-1 if event == "使用" else 1)
        rows.append([str(len(rows) + 1), day, event, summary, households, amount, f"{balance:.2f}", minutes])
    return rows


def _counts(random: Random, villages: Villages, most: tuple[int, ...]) -> list[Row]:
    """For each village a count of each sort, more where more people live."""
    return [
        [village, *(str(random.randint(0, max(1, limit * population // 3000))) for limit in most)]
        for village, _, population in villages
    ]
