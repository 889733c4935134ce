"""Made-up contents for the boards of blocks: every block with long names, hostile strings and any number of entries."""

from collections.abc import Iterator
from typing import Any

Content = dict[str, Any]
Strings = tuple[str, ...]
# Says how something is drawn, and is not printed.
_UNSAID = ("type", "align")
_LONG = "从受理那天起25个工作日内作出决定，里面包括公示7个工作日；情况特殊的，最长45个工作日"


class Boards:
    """Contents of the boards, from awkward names, strings and amounts."""

    def __init__(self, names: Strings, hostile: Strings, largest: str) -> None:
        self.names, self.hostile, self.largest = names, hostile, largest

    def name(self, number: int) -> str:
        return self.names[number % len(self.names)]

    def odd(self, number: int) -> str:
        return f"{self.hostile[number % len(self.hostile)]}{_LONG if number % 4 == 0 else '支出型困难'}"

    def procedure_board(self, count: int) -> Content:
        return _board(_section("", self.steps(count)), _section("", self.facts(min(count, 6))))

    def guide_board(self, count: int) -> Content:
        return _board(
            _section("谁可以申请", {"type": "text", "paragraphs": [_LONG]}),
            _section("受理条件", self.items(count)),
            _section("申请材料", self.table(min(count, 8))),
            _section("到哪里办", self.facts(min(count, 6))),
            introduction=_LONG,
        )

    def policy_board(self, count: int) -> Content:
        note = {"type": "note", "paragraphs": [_LONG]}
        return _board(_section("要点", self.items(count, numbered=True)), _section("文件信息", self.facts(6), note))

    def standards_board(self, count: int) -> Content:
        note = {"type": "note", "paragraphs": [_LONG]}
        return _board(*(_section(f"{self.odd(each)[:12]}{each}", self.items(3), note) for each in range(count)))

    def conduct_board(self, count: int) -> Content:
        sections = (_section(f"第{each}条", self.items(2), self.facts(1)) for each in range(count))
        return _board(*sections, introduction=_LONG[:20]) | {"slogan": "为民服务公开公正"}

    def prose_board(self, count: int) -> Content:
        return _board(_section("十本簿子", self.items(count, numbered=True)), introduction=_LONG)

    def oversight_board(self, count: int) -> Content:
        phones = [{"name": self.name(each), "phone": "0690-5550120", "hours": "全天"} for each in range(min(count, 5))]
        channels = (_section(f"渠道{each}", self.items(2), self.facts(5)) for each in range(min(count, 40)))
        return _board(_section("电话", {"type": "phones", "phones": phones}), *channels)

    def staff_board(self, count: int) -> Content:
        facts = [{"label": "电话", "text": "0690-5550101"}]
        cards = [
            {"name": self.name(each), "post": "基层民主政治建设", "unit": self.odd(each)[:20], "facts": facts}
            for each in range(min(count, 12))
        ]
        people = {"type": "people", "photo": True, "people": cards}
        return _board(_section("镇民政办", people), _section("三级网络", self.table(count))) | {"slogan": "为民服务"}

    def fund_board(self, count: int) -> Content:
        bars = (_section(title, self.bars(min(count, 12))) for title in ("从哪里来", "到哪里去"))
        total = {"title": "拨入合计", "text": self.largest, "unit": "元"}
        return _board({"beside": list(bars)}, _section("每一笔", self.table(count))) | {"totals": [total] * 3}

    def target_board(self, count: int) -> Content:
        return _board(_section("正在做", self.bars(count)))

    def relief_map(self, count: int) -> Content:
        groups = [
            {
                "mark": "16X"[start % 3] if start < 3 else "",
                "title": f"第{start}组",
                "items": [
                    {"name": self.odd(each)[:16], "phone": "0690-5550110", "text": self.name(each)}
                    for each in range(start * 8, min(count, start * 8 + 8))
                ],
            }
            for start in range((count + 7) // 8)
        ]
        return _board(_section("", {"type": "map", "groups": groups}))

    def steps(self, count: int) -> Content:
        way = {"case": "批准的", "then": "在您所在的村（社区）公布"}
        return {
            "type": "steps",
            "steps": [
                {
                    "number": str(each + 1),
                    "name": self.name(each),
                    "facts": [{"label": "由谁办", "text": self.odd(each)}, {"label": "时限", "text": "8个工作日"}],
                    "decision": each % 3 == 0,
                    "text": self.odd(each + 1),
                    "ways": [way, {"case": "不批准的", "then": self.odd(each)}] if each % 3 == 0 else [],
                    "after": "不服的，可以申请行政复议。" if each % 3 == 0 else "",
                }
                for each in range(count)
            ],
        }

    def items(self, count: int, numbered: bool = False) -> Content:
        return {"type": "items", "numbered": numbered, "items": [self.odd(each) for each in range(count)]}

    def facts(self, count: int) -> Content:
        labels = ("办理地点", "怎样保护反映人的姓名", "收费")
        return {
            "type": "facts",
            "facts": [{"label": labels[each % 3], "text": self.odd(each)} for each in range(count)],
        }

    def table(self, count: int) -> Content:
        columns = [("姓名", "left"), ("说明", "left"), ("金额（元）", "right"), ("会议记录", "left")]
        return {
            "type": "table",
            "columns": [{"title": title, "align": align} for title, align in columns],
            "rows": [
                [f"{self.name(each)}\n禾政民任〔2026〕{each}号", self.odd(each), self.largest, "禾联纪〔2026〕20号"]
                for each in range(count)
            ],
            "total": ["合计", "", self.largest, ""],
        }

    def bars(self, count: int) -> Content:
        return {
            "type": "bars",
            "bars": [
                {"label": self.name(each), "figure": self.largest, "share": each / count, "note": self.odd(each)}
                for each in range(count)
            ],
        }


def said(value: Any) -> Iterator[str]:
    """Every string of a content that is printed, in its order."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for name, part in value.items():
            yield from said(part) if name not in _UNSAID else ()
    elif isinstance(value, list):
        for part in value:
            yield from said(part)


def _section(title: str, *blocks: Content) -> Content:
    return {"title": title, "blocks": list(blocks)}


def _board(*sections: Content, introduction: str = "") -> Content:
    return {"introduction": introduction, "sections": list(sections)}
