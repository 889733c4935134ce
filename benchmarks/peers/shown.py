"""The notices that the peers are handed: names masked, figures formatted, totals summed, as ours shows them."""

from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from itertools import groupby

from benchmarks.peers import Column, Notice, Total
from generator.columns import money, person_name
from generator.kinds import Kind

# By type of a column: its classes in our table, and how our pages show a value of it.
_LOOKS = {"person_name": "left name", "choice": "left choice whole", "count": "right number", "money": "right number"}
_SHOWN: dict[str, Callable[[str], str]] = {
    "person_name": person_name.conceal,
    "choice": str,
    "count": str,
    "money": lambda value: money.show(Decimal(value)),
}
_APPROVAL = (
    ("决定机关", "晴川县禾风镇人民政府"),
    ("决定日期", "2026年10月30日"),
    ("文号", "禾政民示〔2026〕11号"),
    ("会议记录", "禾联纪〔2026〕22号"),
    ("核对码", "c655 3e1f a7f5 7f29（与公示栏海报上的一致，就是同一份名单）"),
    ("台账", "第3号"),
    ("审批记录", "2026年11月审批情况"),
)
_FIRST_DAY, _LAST_DAY = "2026年11月2日", "2026年11月10日（星期二）"


def notices(kind: Kind, like: str, villages: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[Notice]:
    """One per village; a row begins with its village, and the rows of one stand together.

    The peers have a template for the rows of each kind of the sample; `like` is that for this kind.
    """
    columns = kind.columns[1:]
    shown = tuple(Column(each.title, _LOOKS[each.type], each.unit, each.type == "person_name") for each in columns)
    show = [_SHOWN[each.type] for each in columns]
    codes = {village: 990101200001 + number for number, village in enumerate(villages)}
    for village, group in groupby(rows, key=lambda row: row[0]):
        cells = [row[1:] for row in group]
        title = f"{village}{kind.title}名单公示（2026年11月）"
        yield Notice(
            slug=f"{kind.id}-2026-11-public_notice-{codes[village]}",
            kind=like,
            title=title,
            list_title=kind.title,
            village=village,
            sentence=f"经晴川县禾风镇人民政府初审（禾政民示〔2026〕11号），下列{village}居民"
            f"拟列入2026年11月{kind.title}名单，现予公示，听取意见。",
            published="2026-11-02 09:00",
            first_day=_FIRST_DAY,
            last_day=_LAST_DAY,
            count=len(cells),
            entry_unit=kind.entry_unit,
            columns=shown,
            rows=tuple(tuple(as_shown(cell) for as_shown, cell in zip(show, row, strict=True)) for row in cells),
            totals=tuple(_totals(kind, cells)),
            approval=_APPROVAL,
            record=_record(title, kind.title),
        )


def _totals(kind: Kind, cells: Sequence[Sequence[str]]) -> Iterator[Total]:
    """How many there are, and the sums that the kind states."""
    yield Total(f"{kind.entry_unit}数", str(len(cells)), kind.entry_unit)
    columns = {each.name: (place, each) for place, each in enumerate(kind.columns[1:])}
    for rule in kind.totals:
        place, column = columns[rule.sum]
        summed = sum((Decimal(row[place]) for row in cells), Decimal())
        yield Total(rule.title, _SHOWN[column.type](str(summed)), column.unit)


def _record(title: str, subject: str) -> tuple[tuple[str, str], ...]:
    return (
        ("索引号", "无"),
        ("文号", "禾政民示〔2026〕11号"),
        ("名称", title),
        ("发布机构", "晴川县禾风镇人民政府"),
        ("信息分类", subject),
        ("生成日期", "2026年10月30日"),
        ("发布日期", _FIRST_DAY),
        ("有效性", "有效"),
        ("公开方式", "主动公开"),
        ("公开时限", f"{_FIRST_DAY}至{_LAST_DAY}"),
        ("责任部门", "禾风镇社会事务办公室"),
        ("关键词", "无"),
    )
