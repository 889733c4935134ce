"""What was approved is changed in every way we can think of: none of it is published.

A change that changes nothing (a line end, the order of columns) may pass, and
then the pages are the same to the byte.
"""

import csv
import io
import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from random import Random

import pytest

from generator.examination import examine
from generator.findings import has_errors
from tests.offices import pages
from tests.signing import PEOPLE, sign_all

TODAY = date(2026, 11, 5)
LIST = "data/rounds/2026-11/old_age_allowance.public_notice.csv"
STATEMENT = "data/rounds/2026-11/old_age_allowance.public_notice.approval.json"
LEDGER = "data/ledger.jsonl"
ROUND = "data/rounds/2026-11/round.yaml"
Rows = list[list[str]]


def in_list(change: Callable[[Rows, Random], object]) -> Callable[[Path, Random], None]:
    """A change of the list's table."""

    def apply(root: Path, random: Random) -> None:
        rows = list(csv.reader(io.StringIO((root / LIST).read_text(encoding="utf-8"))))
        change(rows, random)
        text = io.StringIO()
        csv.writer(text, lineterminator="\n").writerows(rows)
        (root / LIST).write_text(text.getvalue(), encoding="utf-8")

    return apply


def in_statement(change: Callable[[dict, Random], object]) -> Callable[[Path, Random], None]:
    """A change of the statement, written as canonically as we write it."""

    def apply(root: Path, random: Random) -> None:
        content = json.loads((root / STATEMENT).read_text(encoding="utf-8"))
        change(content, random)
        text = json.dumps(content, ensure_ascii=False, sort_keys=True, indent=2) + "\n"
        (root / STATEMENT).write_text(text, encoding="utf-8")

    return apply


def cell(rows: Rows, random: Random) -> None:
    row = random.randrange(1, len(rows))
    column = random.randrange(len(rows[0]))
    others = [each[column] for each in rows[1:] if each[column] != rows[row][column]]
    rows[row][column] = random.choice([*others, "甄有田", "1", "", "100.01"])


def amount(rows: Rows, random: Random) -> None:
    row = random.randrange(1, len(rows))
    rows[row][2] = f"{float(rows[row][2]) + random.choice([-1, 0.01, 1, 10, 900]):.2f}"


def order(rows: Rows, random: Random) -> None:
    one, other = random.sample(range(1, len(rows)), 2)
    rows[one], rows[other] = rows[other], rows[one]


def column_order(rows: Rows, random: Random) -> None:
    places = random.sample(range(len(rows[0])), len(rows[0]))
    rows[:] = [[row[place] for place in places] for row in rows]


def column_added(rows: Rows, random: Random) -> None:
    title = random.choice(["身份证号", "家庭住址", "备注", "手机号"])
    for number, row in enumerate(rows):
        row.insert(random.randrange(len(row) + 1) if not number else len(row), title if not number else "甲")


def one_day(content: dict, random: Random) -> None:
    name = random.choice(["first_day", "last_day", "decided_on"])
    day = date.fromisoformat(content[name])
    content[name] = date.fromordinal(day.toordinal() + random.choice([-30, -1, 1, 30])).isoformat()


def flipped(name: str) -> Callable[[Path, Random], None]:
    """One bit of a file."""

    def apply(root: Path, random: Random) -> None:
        content = bytearray((root / name).read_bytes())
        content[random.randrange(len(content))] ^= 1 << random.randrange(8)
        (root / name).write_bytes(content)

    return apply


def lines_of(name: str, change: Callable[[list[bytes], Random], object]) -> Callable[[Path, Random], None]:
    """A change of the lines of a file."""

    def apply(root: Path, random: Random) -> None:
        lines = (root / name).read_bytes().splitlines(keepends=True)
        change(lines, random)
        (root / name).write_bytes(b"".join(lines))

    return apply


def borrowed(root: Path, random: Random) -> None:
    """Another list's statement under this one's name."""
    others = [path for path in sorted((root / "data").rglob("*.approval.json")) if path != root / STATEMENT]
    (root / STATEMENT).write_bytes(random.choice(others).read_bytes())


def kind_rules(root: Path, random: Random) -> None:
    """What the web shows, or what the figures mean."""
    path = root / "data/kinds/old_age_allowance.yaml"
    old, new = random.choice(
        [("web: surname", "web: full"), ("unit: 元", "unit: 万元"), ("title: 姓名", "title: 名字")]
    )
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


MUTATIONS = {
    "cell": in_list(cell),
    "amount": in_list(amount),
    "order": in_list(order),
    "row left out": in_list(lambda rows, random: rows.pop(random.randrange(1, len(rows)))),
    "row added": in_list(
        lambda rows, random: rows.insert(random.randrange(1, len(rows)), ["望山村", "甄有田", "80.00"])
    ),
    "row twice": in_list(lambda rows, random: rows.append(random.choice(rows[1:]))),
    "column order": in_list(column_order),
    "column added": in_list(column_added),
    "column left out": in_list(lambda rows, random: [row.pop(random.randrange(3)) for row in rows]),
    "heading": in_list(
        lambda rows, random: rows[0].__setitem__(random.randrange(3), random.choice(["名字", "", "金额"]))
    ),
    "days": in_statement(one_day),
    "sums": in_statement(
        lambda content, random: content["sums"]["monthly_amount"].update(figures=f"{random.randrange(9999)}.00")
    ),
    "channels": in_statement(lambda content, random: content.update(channels=random.choice([["web"], ["board"], []]))),
    "decision": in_statement(
        lambda content, random: content.update(decided_by=random.choice(["镇长", "晴川县民政局"]))
    ),
    "borrowed": borrowed,
    "kind": kind_rules,
    "bit of the list": flipped(LIST),
    "bit of the statement": flipped(STATEMENT),
    "bit of the ledger": flipped(LEDGER),
    "line of the ledger": lines_of(LEDGER, lambda lines, random: lines.pop(random.randrange(len(lines)))),
}
# Together a thousand.
EACH = 1000 // len(MUTATIONS)


@pytest.mark.parametrize("name", MUTATIONS)
def test_nothing_changed_after_approval_is_published(name, tiny, times):
    touched = [path for path in sorted((tiny.root / "data").rglob("*")) if path.is_file()]
    before = {path: path.read_bytes() for path in touched}
    approved = pages(tiny)
    refused = 0
    for seed in times(EACH):
        MUTATIONS[name](tiny.root, Random(f"{name} {seed}"))
        if has_errors(examine(tiny, TODAY).findings):
            refused += 1
        else:
            assert pages(tiny) == approved, (name, seed)
        for path, content in before.items():
            if path.read_bytes() != content:
                path.write_bytes(content)
    assert refused or name == "column order"


def signature(role: str) -> str:
    return STATEMENT.replace(".json", f".{role}.sig")


def swapped(root: Path, random: Random) -> None:
    """Each role's signature under the other role's name."""
    one, other = (root / signature(role) for role in PEOPLE)
    first, second = one.read_bytes(), other.read_bytes()
    one.write_bytes(second)
    other.write_bytes(first)


def of_another_list(root: Path, random: Random) -> None:
    others = [
        path
        for path in sorted((root / "data").rglob("*.sig"))
        if path.parent / path.name != root / signature("handling")
    ]
    (root / signature("handling")).write_bytes(random.choice(others).read_bytes())


SIGNED = {
    "bit of a signature": flipped(signature("approving")),
    "signature left out": lambda root, random: (root / signature(random.choice([*PEOPLE]))).unlink(),
    "signatures swapped": swapped,
    "signature of another list": of_another_list,
    "line of the signed ledger": lines_of(LEDGER, lambda lines, random: lines.pop(random.randrange(len(lines)))),
}


@pytest.mark.parametrize("name", SIGNED)
def test_nothing_without_its_signatures_is_published(name, tiny, times):
    sign_all(tiny)
    before = {path: path.read_bytes() for path in sorted((tiny.root / "data").rglob("*")) if path.is_file()}
    approved = pages(tiny)
    refused = 0
    for seed in times(20):
        SIGNED[name](tiny.root, Random(f"{name} {seed}"))
        if has_errors(examine(tiny, TODAY).findings):
            refused += 1
        else:
            assert pages(tiny) == approved, (name, seed)
        for path, content in before.items():
            if not path.is_file() or path.read_bytes() != content:
                path.write_bytes(content)
    assert refused
