"""The relief lists of three rounds, with people joining, changing and leaving."""

from collections.abc import Callable
from random import Random

from tests.sample_office.names import Names

Row = list[str]
# (kind, round, stage) -> rows
Lists = dict[tuple[str, str, str], list[Row]]
Villages = list[tuple[str, str, int]]

_PERSONS = (1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 3, 3)


def make_lists(random: Random, villages: Villages, taken: set[str]) -> Lists:
    """Every list of the sample, rows in the order of the villages."""
    names = Names(random, taken)
    lists: Lists = {}
    _monthly(lists, "subsistence_allowance", random, villages, 618, lambda place: _household(random, names, place))
    _monthly(lists, "old_age_allowance", random, villages, 507, lambda place: _elder(random, names, place))
    _monthly(lists, "extreme_poverty_support", random, villages, 60, lambda place: _supported(random, names, place))
    _end_support(lists)
    for round_name in ("2026-09", "2026-10", "2026-11"):
        rows = _spread(random, villages, 10, lambda place: _assisted(random, names, place))
        lists["temporary_assistance", round_name, "public_notice"] = rows
        if round_name != "2026-11":
            lists["temporary_assistance", round_name, "announcement"] = rows
    return lists


def _monthly(
    lists: Lists, kind: str, random: Random, villages: Villages, size: int, make: Callable[[tuple[str, str]], Row]
) -> None:
    """Three months of one list: about 1.5 % leave, 1.5 % join and 2 % change each month."""
    current = _spread(random, villages, size, make)
    for round_name in ("2026-09", "2026-10", "2026-11"):
        lists[kind, round_name, "public_notice"] = current
        if round_name == "2026-11":
            break
        # One household is taken out after an objection: announced is what stood the test.
        announced = [row for row in current if row is not current[len(current) // 3]]
        lists[kind, round_name, "announcement"] = announced
        stayed = [row for row in announced if random.random() > 0.015]
        changed = [_changed(random, row) if random.random() < 0.02 else row for row in stayed]
        joined = _spread(random, villages, max(2, size // 65), make)
        order = {name: index for index, (name, _, _) in enumerate(villages)}
        current = sorted([*changed, *joined], key=lambda row: order[row[0]])


def _spread(random: Random, villages: Villages, size: int, make: Callable[[tuple[str, str]], Row]) -> list[Row]:
    """`size` rows over the villages, by population, in the order of the villages."""
    weights = [population for _, _, population in villages]
    chosen = sorted(random.choices(range(len(villages)), weights, k=size))
    return [make(villages[index][:2]) for index in chosen]


def _changed(random: Random, row: Row) -> Row:
    amount = max(60, int(float(row[-1])) + random.choice((-80, -40, 40, 60, 90)))
    return [*row[:-1], f"{amount}.00"]


def _household(random: Random, names: Names, place: tuple[str, str]) -> Row:
    """Allowance per person: the line less counted income, in whole yuan, now and then with fen."""
    village, type_ = place
    persons = random.choice(_PERSONS)
    line = 780 if type_ == "社区" else 620
    each = random.randrange(line * 45 // 100, line + 1, 5)
    fen = random.choice(("00", "00", "00", "50", "40"))
    return [village, names.next(), str(persons), f"{each * persons}.{fen}"]


def _elder(random: Random, names: Names, place: tuple[str, str]) -> Row:
    amount = random.choices(("60.00", "120.00", "600.00"), (78, 21, 1))[0]
    return [place[0], names.next(), amount]


def _supported(random: Random, names: Names, place: tuple[str, str]) -> Row:
    """Basic living plus care by level: the level itself tells of health and is not on the list."""
    village, type_ = place
    basic = 1014 if type_ == "社区" else 806
    form = random.choices(("分散供养", "集中供养"), (70, 30))[0]
    return [village, names.next(), form, f"{basic + random.choice((120, 120, 360, 600))}.00"]


def _assisted(random: Random, names: Names, place: tuple[str, str]) -> Row:
    reason = random.choice(("支出型困难", "支出型困难", "意外事件", "子女教育", "火灾"))
    return [place[0], names.next(), reason, f"{random.randrange(500, 4600, 100)}.00"]


def _end_support(lists: Lists) -> None:
    """Two people of October are no longer supported in November: their ending is noticed too."""
    november = lists["extreme_poverty_support", "2026-11", "public_notice"]
    ending = [november[7], november[23]]
    lists["extreme_poverty_support", "2026-11", "public_notice"] = [row for row in november if row not in ending]
    lists["extreme_poverty_support", "2026-11", "notice_of_ending"] = ending
