"""Made-up contents for the looks with sizes of their own: long names, hostile strings."""

from collections.abc import Callable, Iterator

from generator.edition import blocks
from generator.rendering.faces import FACES
from tests.posters.contents import HOSTILE, LARGEST, LONGEST, NAMES, Content, common, leaflet, notice_list

UNIT = "巴音郭楞蒙古自治州和静县巴音布鲁克镇社会事务办公室"
POSTS = ("社会救助", "基层民主政治建设", f"社会福利{HOSTILE[0]}", *HOSTILE[1:5])
BOOKS = ("民政工作会议记录簿", "困难群众基本信息变动登记簿", "村（居）换届情况记录簿", *HOSTILE[:4], "低保对象记录簿")
DEMO = "示例数据"


def desk_sign(size: Content, count: int) -> Content:
    return {**_common(size), "persons": [_person(each) for each in range(count)]}


def badge(size: Content, count: int) -> Content:
    persons = [{**_person(each), "number": f"{each + 1:03}"} for each in range(count)]
    return {**_common(size), "heading": UNIT.removesuffix("社会事务办公室"), "persons": persons}


def door_plate(size: Content, count: int) -> Content:
    """As many posts behind a door as its number, up to three."""
    rooms = [
        {"unit": UNIT, "room": f"便民服务中心{each + 1}号窗口{HOSTILE[each % 5]}", "posts": list(POSTS[: each % 3 + 1])}
        for each in range(count)
    ]
    return {**_common(size), "rooms": rooms}


def cabinet_label(size: Content, count: int) -> Content:
    return {**_common(size), "villages": [f"{name}村" for name in NAMES[:count]], "books": list(BOOKS)}


def ledger_spine(size: Content, count: int) -> Content:
    return {**_common(size), "place": "巴音布鲁克镇", "books": list(BOOKS[:count])}


def handout(size: Content, count: int) -> Content:
    return {**leaflet(size, min(count, 6)), "demo": DEMO}


def official_document(size: Content, count: int) -> Content:
    listed = notice_list(size, 15 * count)
    lines = ["打电话、写信或当面提出；最后一天也算。" * 4, *HOSTILE[:3]]
    return {
        **_common(size),
        "faces": {part: face.substitute for part, face in FACES.items()},
        "mark": "晴川县禾风镇人民政府",
        "number": "禾政民示〔2026〕11号",
        "introduction": listed["introduction"],
        "sections": [
            {"title": "基本情况", "lines": lines, "counted": False},
            {"title": f"有异议怎么办{HOSTILE[4]}", "lines": lines, "counted": True},
        ],
        "note": "以文件原文为准。",
        "signature": "晴川县禾风镇人民政府",
        "day": "2026年10月30日",
        "annex": {"title": listed["title"], "columns": listed["columns"], "rows": listed["rows"]},
    }


def book(size: Content, count: int) -> Content:
    """Chapters of every sort of block, each over several pages."""
    rows = [[NAMES[each % len(NAMES)], LARGEST, f"{UNIT}{HOSTILE[each % 5]}"] for each in range(15 * count)]
    said = [
        blocks.text(*HOSTILE[:3], "经入户调查，下列居民拟享受。" * 9),
        {"type": "heading", "text": "救助标准"},
        blocks.items(HOSTILE[3:7], numbered=True),
        blocks.facts((label, UNIT) for label in ("文号", "发布机构", f"有效性{HOSTILE[7]}")),
        blocks.table((("姓名", "left"), ("金额", "right"), ("单位", "left")), rows),
    ]
    sections = [
        {"title": f"第{each + 1}件{HOSTILE[8]}", "number": f"禾政发〔2026〕{each}号", "blocks": said} for each in (0, 1)
    ]
    chapters = [
        {"title": f"{title}{HOSTILE[9]}", "sections": sections} for title in ("本办概况", "职责清单", "办事指南")
    ]
    return {**_common(size), "office": UNIT, "indexed": True, "chapters": chapters}


OWN: dict[str, Callable[[Content, int], Content]] = {
    "desk_sign": desk_sign,
    "badge": badge,
    "door_plate": door_plate,
    "cabinet_label": cabinet_label,
    "ledger_spine": ledger_spine,
    "leaflet": handout,
    "folded_leaflet": handout,
    "official_document": official_document,
    "book": book,
}


def said(look: str, content: Content) -> list[str]:
    """Everything that must be readable, each as often as it must be there."""
    return list(_SAID[look](content))


def _of_desk_sign(content: Content) -> Iterator[str]:
    """Once: a reader of files puts the words of a line that stands on its head in another order."""
    yield from (text for person in content["persons"] for text in person.values())


def _of_badge(content: Content) -> Iterator[str]:
    for person in content["persons"]:
        yield from (content["heading"], person["name"], person["post"], person["unit"], f"编号{person['number']}")


def _of_door_plate(content: Content) -> Iterator[str]:
    for room in content["rooms"]:
        yield from (room["unit"], room["room"], *room["posts"])


def _of_cabinet_label(content: Content) -> Iterator[str]:
    for village in content["villages"]:
        yield from (village, content["title"], *content["books"])


def _of_ledger_spine(content: Content) -> Iterator[str]:
    for number, book in enumerate(content["books"], start=1):
        yield from (f"{number}", book, content["place"])


def _of_handout(content: Content) -> Iterator[str]:
    yield from (content["title"], content["issuer"], content["summary"], content["also"], content["url"])
    yield from (each["title"] + each["text"] for each in content["facts"])
    for block in (content["who"], *content["blocks"], content["bases"]):
        yield block["title"]
        for thing in block["things"]:
            yield from (thing["text"], *(each["title"] + each["text"] for each in thing["facts"]))
    yield from (text for each in content["contacts"] for text in each.values())
    yield from content["approval"].values()


def _of_official_document(content: Content) -> Iterator[str]:
    yield from (content["mark"], content["number"], content["title"], content["introduction"], content["note"])
    for section in content["sections"]:
        yield section["title"]
        for number, line in enumerate(section["lines"], start=1):
            yield f"{number}.{line}" if section["counted"] else line
    yield from (f"附件：{content['annex']['title']}", content["signature"] + content["day"])
    yield from ("".join(row) for row in content["annex"]["rows"])
    yield from (*content["approval"].values(), content["url"])


def _of_book(content: Content) -> Iterator[str]:
    """Titles stand in the contents too, those of documents in the index besides."""
    for chapter in content["chapters"]:
        yield from [chapter["title"]] * 2
        for section in chapter["sections"]:
            yield from [section["title"]] * 3
            yield section["number"]
            yield from blocks.strings(section["blocks"])


_SAID: dict[str, Callable[[Content], Iterator[str]]] = {
    "desk_sign": _of_desk_sign,
    "badge": _of_badge,
    "door_plate": _of_door_plate,
    "cabinet_label": _of_cabinet_label,
    "ledger_spine": _of_ledger_spine,
    "leaflet": _of_handout,
    "folded_leaflet": _of_handout,
    "official_document": _of_official_document,
    "book": _of_book,
}


def _common(size: Content) -> Content:
    return {**common(size), "title": f"民政档案资料{HOSTILE[5]}", "demo": DEMO}


def _person(number: int) -> Content:
    name = (LONGEST, "李明", *NAMES[1:])[number % len(NAMES)]
    return {"name": name, "post": POSTS[number % len(POSTS)], "unit": UNIT}
