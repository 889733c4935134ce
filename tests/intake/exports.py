"""Raw files as offices have them: shaped like the ministry platform's exports and older systems'.

Everybody in them is invented when a test runs, IDs, phones and cards too.
"""

import csv
import io
import zipfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from random import Random
from typing import Any

import xlsxwriter

from generator.writing import Cell
from tests.numbers import card_number, id_number, mobile_number
from tests.sample_office.names import Names

HEADINGS = [
    "序号", "所属省", "所属市", "所属区", "所属街", "所属社", "户主姓名", "户主身份证号", "低保证号", "家庭人口(数)",
    "保障人口(数)", "家庭年总收入（元）", "户月保障金额（元）", "人员分类施保总额（元）", "联系电话", "家庭住址",
    "最初享受月(份)", "申请原因", "开户银行", "银行账户名称", "银行帐号", "一卡通账号", "金融资产总额（元）",
    "家庭成员姓名", "家庭成员身份证号", "备用",
]  # fmt: skip
PRIVATE = ("户主身份证号", "联系电话", "家庭住址", "银行帐号", "一卡通账号", "家庭成员身份证号", "低保证号", "申请原因")


@dataclass(frozen=True)
class Export:
    """Rows under `HEADINGS`, and what must never leave the file."""

    rows: list[list[Cell]]
    canaries: frozenset[str]


def ministry_export(count: int, seed: int = 3, villages: Sequence[str] = ("望山村", "街心社区")) -> Export:
    """Households with every private column of the platform's export."""
    random = Random(seed)
    names = Names(random, set())
    rows: list[list[Cell]] = []
    canaries: set[str] = set()
    for number in range(1, count + 1):
        head, members = names.next(), [names.next() for _ in range(random.randint(0, 2))]
        ids = [id_number(random) for _ in range(len(members) + 1)]
        village = villages[number % len(villages)]
        values = dict.fromkeys(HEADINGS, "") | {
            "序号": number,
            "所属省": "某省",
            "所属市": "某市",
            "所属区": "晴川县",
            "所属街": "禾风镇",
            "所属社": village,
            "户主姓名": head,
            "户主身份证号": ids[0],
            "低保证号": f"DB{random.randint(10**9, 10**10)}",
            "家庭人口(数)": len(ids),
            "保障人口(数)": random.randint(1, len(ids)),
            "家庭年总收入（元）": random.randint(1000, 9000),
            "户月保障金额（元）": random.randint(300, 1800) + 0.5,
            "联系电话": mobile_number(random),
            "家庭住址": f"晴川县禾风镇{village}{random.randint(1, 9)}组{random.randint(100, 999)}号",
            "最初享受月(份)": "2024.3",
            "申请原因": random.choice(("因病致贫两年", "重度残疾在家")),
            "开户银行": "晴川农商银行",
            "银行账户名称": head,
            "银行帐号": card_number(random),
            "一卡通账号": card_number(random),
            "金融资产总额（元）": random.randint(0, 20000),
            "家庭成员姓名": "、".join([head, *members]),
            "家庭成员身份证号": "\n".join(ids),
        }
        rows.append([values[heading] for heading in HEADINGS])
        canaries |= {*ids, *members, *(str(values[each]) for each in PRIVATE)}
    return Export(rows, frozenset(canaries))


def workbook(
    rows: Sequence[Sequence[Cell]],
    *,
    merges: Sequence[tuple[int, int, int, int, str]] = (),
    sheet: str = "Sheet1",
    options: Mapping[str, Any] | None = None,
    touch: Callable[[Any, Any], None] | None = None,
) -> bytes:
    """An XLSX of one sheet; `touch(workbook, sheet)` adds what a test is about."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True, **(options or {})}) as book:
        page = book.add_worksheet(sheet)
        for number, row in enumerate(rows):
            for column, cell in enumerate(row):
                if cell != "":
                    (page.write_string if isinstance(cell, str) else page.write)(number, column, cell)
        for first_row, first, last_row, last, text in merges:
            page.merge_range(first_row, first, last_row, last, text)
        if touch:
            touch(book, page)
    return out.getvalue()


def comma_separated(rows: Sequence[Sequence[Cell]], encoding: str = "utf-8", delimiter: str = ",") -> bytes:
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter).writerows(rows)
    return out.getvalue().encode(encoding)


def repacked(content: bytes, change: Callable[[str, bytes], bytes], extra: Mapping[str, bytes] | None = None) -> bytes:
    """A workbook with its parts changed and others added, as other programs write them."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, change(name, old.read(name)))
        for name, part in (extra or {}).items():
            new.writestr(name, part)
    return out.getvalue()
