"""Made-up contents for every look: long names, large amounts, strings that try to be code."""

from collections.abc import Callable
from typing import Any

from generator.rendering.qr import qr_svg
from tests.posters.boards import Boards, said

Content = dict[str, Any]

LONGEST = "马依努尔·阿卜杜热合曼"
LARGEST = "999,999,999,999.99"
RARE = tuple("䶮㛃𬭩𠅤𫖯𪟝𩽾𬎆𠮷")
NAMES = (LONGEST, "欧阳淑𬭩", "王㛃", "龚䶮", "陈𠅤平", "赵𫖯", "刘𪟝昌", "周𩽾", "吴𬎆华", "杨𠮷生", "李秀英")
HOSTILE = (
    '#panic("x")',
    "*x*",
    "_x_",
    "$2$",
    "<script>alert(1)</script>",
    "../../etc/passwd",
    "{{ 7 * 7 }}",
    "[#x]",
    "`x`",
    "@x",
    "//x",
    "=x",
    "-x",
    "\\x",
    "&lt;x",
    "~x---x",
)
URL = "https://hefeng.example.gov.cn/minzheng/notices/subsistence_allowance-2026-11-public_notice-990101100202.html"
UNITS = ("各村（居）民委员会", "禾风镇社会事务办公室", "禾风镇退役军人服务站", "禾风镇综合治理中心")


def common(size: Content) -> Content:
    """What every look is given."""
    return {
        "size": size,
        "title": "望山村最低生活保障名单公示（2026年11月）",
        "subtitle": f"2026年11月5日更正：{'有三户的月保障金额写错' * 3}"[:43],
        "issuer": "晴川县禾风镇人民政府社会事务办公室",
        "demo": "",
        "masked": False,
        "mask_note": "网上的名单只写姓。",
        "language": "zh",
        "author": "晴川县禾风镇人民政府社会事务办公室",
        "keywords": ["禾风镇"],
        "url": URL,
        "qr": qr_svg(URL),
        "contacts": [
            {"name": "禾风镇社会事务办公室", "value": "0690-5550110", "hours": "工作日 8:30—12:00、14:00—17:30"},
            {"name": "政务服务便民热线", "value": "12345", "hours": ""},
        ],
        "approval": {
            "decided_by": "晴川县禾风镇人民政府",
            "decided_on": "2026年10月30日",
            "document_number": "禾政民示〔2026〕11号",
            "minutes": "禾联纪〔2026〕22号",
            "digest": "0106 9944 f40c 89d8",
            "ledger": "第128号",
            "signed": "经办、复核、审批",
        },
        "seal_name": "晴川县禾风镇人民政府",
        "seal_day": "2026年11月2日",
    }


def notice_list(size: Content, count: int) -> Content:
    """A list of `count` rows with every awkward value in its first rows."""
    return {
        **common(size),
        "introduction": "经入户调查，下列居民拟享受" + "".join(HOSTILE) + "，现予公示。",
        "totals": [
            {"title": "户数", "text": str(count), "unit": "户"},
            {"title": "月保障金额合计", "text": LARGEST, "unit": "元"},
        ],
        "period": {
            "label": "公示期",
            "first_day": "2026年11月2日",
            "last_day": "2026年11月10日",
            "days": "共9天",
        },
        "columns": [
            {"title": "序号", "align": "center", "weight": 0.6},
            {"title": "户主姓名", "align": "left", "weight": 1.0},
            {"title": "救助类型", "align": "left", "weight": 1.0},
            {"title": "月保障金额（元）", "align": "right", "weight": 1.0},
        ],
        "rows": [[str(each + 1), NAMES[each % len(NAMES)], _odd(each), _amount(each)] for each in range(count)],
        "objection": {"title": "有异议怎么办", "lines": ["打电话。", HOSTILE[0]], "deadline": "2026年11月10日"},
        "note": "",
    }


def duty_board(size: Content, count: int) -> Content:
    """A board of `count` tasks, three to a matter, twelve to a group."""
    tasks = [
        {
            "number": str(each + 2),
            "text": f"受理申请，核对户数和金额{_odd(each)}。",
            "facts": [
                {"title": "责任单位", "text": UNITS[each % len(UNITS)]},
                {"title": "配合单位", "text": "、".join(UNITS) + _odd(each)},
                {"title": "责任人", "text": NAMES[each % len(NAMES)]},
            ],
        }
        for each in range(count)
    ]
    matters = [
        {"number": str(start // 3 + 1), "title": f"事项{_odd(start)}", "tasks": tasks[start : start + 3]}
        for start in range(0, count, 3)
    ]
    return {
        **common(size),
        "slogan": "为民服务公开公正",
        "groups": [
            {"title": f"类别{start // 4 + 1}", "matters": matters[start : start + 4]}
            for start in range(0, len(matters), 4)
        ],
    }


def leaflet(size: Content, count: int) -> Content:
    """A guide with `count` steps and a third as many papers to bring."""

    def named(number: int, titles: tuple[str, ...]) -> Content:
        facts = [{"title": title, "text": f"{UNITS[number % len(UNITS)]}{_odd(number)}"} for title in titles]
        return {"text": f"第{number + 1}件事{_odd(number)}", "facts": facts}

    def block(title: str, things: list[Content]) -> Content:
        return {"title": title, "counted": bool(things[0]["facts"]), "things": things}

    plain = [{"text": f"每月收入低于标准{_odd(each)}", "facts": []} for each in range(min(count, 5))]
    papers = [named(each, ("份数", "来源")) for each in range(max(1, count // 3))]
    steps = [named(each, ("由谁办", "时限", "说明")) for each in range(count)]
    return {
        **common(size),
        "slogan": "为民服务公开公正",
        "summary": f"家里有困难的，由政府补差额{HOSTILE[0]}。",
        "also": "、".join((LONGEST, *HOSTILE[1:4])),
        "who": block("谁可以申请", [{"text": f"户口在本镇的{LONGEST}", "facts": []}]),
        "facts": [
            {"title": "办理地点", "text": f"禾苗路1号{HOSTILE[4]}"},
            {"title": "咨询电话", "text": "0690-5550111"},
        ],
        "blocks": [block("受理条件", plain), block("申请材料", papers), block("办理流程", steps)],
        "bases": block("设定依据", [{"text": "社会救助法", "facts": []}]),
    }


def _of_blocks(look: str) -> Callable[[Content, int], Content]:
    board = getattr(Boards(NAMES, HOSTILE, LARGEST), look)
    return lambda size, count: {**common(size), **board(count)}


BOARDS = (
    "conduct_board",
    "fund_board",
    "guide_board",
    "oversight_board",
    "policy_board",
    "procedure_board",
    "prose_board",
    "relief_map",
    "staff_board",
    "standards_board",
    "target_board",
)
CONTENTS: dict[str, Callable[[Content, int], Content]] = {
    "notice_list": notice_list,
    "duty_board": duty_board,
    "leaflet": leaflet,
    **{look: _of_blocks(look) for look in BOARDS},
}


def bare(content: Content) -> Content:
    """The same with every optional part empty."""
    empty = {
        "subtitle": "",
        "introduction": "",
        "totals": [],
        "period": None,
        "objection": None,
        "contacts": [],
        "approval": {
            "decided_by": "",
            "decided_on": "",
            "document_number": "",
            "minutes": "",
            "digest": "",
            "signed": "",
        },
        "url": "",
        "qr": "",
        "seal_name": "",
        "seal_day": "",
        "slogan": "",
        "mask_note": "",
    }
    return content | {name: value for name, value in empty.items() if name in content}


def strings(content: Content) -> list[str]:
    """Everything of a content that people must be able to read, in the order of the sheet."""
    rows = ["".join(row) for row in content.get("rows", ())]
    tasks = [
        text
        for group in content.get("groups", ())
        for matter in group["matters"]
        for text in (matter["number"] + matter["title"], *map(_task, matter["tasks"]))
    ]
    opening = [content["title"], content.get("introduction", ""), content.get("summary", ""), content.get("also", "")]
    opening += [each["title"] + each["text"] + each["unit"] for each in content.get("totals", ())]
    sections = list(said(content.get("sections", [])))
    closing = [text for each in content["contacts"] for text in each.values()]
    closing += [*content["approval"].values(), content["url"], content["seal_name"] + content["seal_day"]]
    return [text for text in (*opening, *rows, *tasks, *sections, *_guide(content), *closing) if text]


def _task(task: Content) -> str:
    return task["number"] + task["text"] + "".join(each["title"] + each["text"] for each in task["facts"])


def _guide(content: Content) -> list[str]:
    """A handout's facts, then every block with its things; those with facts of their own are numbered."""
    texts = [each["title"] + each["text"] for each in content.get("facts", ())]
    if not texts:
        return []
    for block in (content["who"], *content["blocks"], content["bases"]):
        texts.append(block["title"])
        for number, thing in enumerate(block["things"], start=1):
            texts.append((str(number) if block["counted"] else "") + thing["text"])
            texts += [each["title"] + each["text"] for each in thing["facts"]]
    return texts


def _odd(number: int) -> str:
    return HOSTILE[number % len(HOSTILE)] if number % 2 == 0 else "支出型困难"


def _amount(number: int) -> str:
    return LARGEST if number % 5 == 0 else f"{449 + number}.00"
