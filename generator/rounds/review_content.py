"""What the review sheet says, as plain JSON values: of the approval, of what the public will see, and the digests."""

import hashlib
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from decimal import Decimal
from typing import Any

from generator.approvals import in_fours
from generator.approvals.ledger import Line, line_bytes
from generator.columns.date import show as day
from generator.columns.date import weekday
from generator.edition import Edition
from generator.findings import phrase, spoken
from generator.gates.aggregate import Hidden
from generator.gates.approval import Approved
from generator.gates.disclose import HIDDEN, Disclosed
from generator.gates.figures import totals
from generator.kinds import Kind
from generator.notices import Facts, Total, WebNotice
from generator.office import Ballot
from generator.rendering import Press
from generator.rounds.review_tables import Column, Side, ends, one_table, parts, sides
from generator.writing import capital, capital_yuan

Content = dict[str, Any]
Fact = tuple[str, str]
Row = tuple[str, str, str]
_FIGURES = (Column("项目", "left"), Column("数字", "right"), Column("大写", "left"))


@dataclass(frozen=True)
class Reviewed:
    """An approved list, its notices in both channels, the counts that are not shown, and its line in the ledger.

    `withdrawn` are notices that stay down after this approval.
    """

    approved: Approved
    notices: tuple[Disclosed, ...]
    withdrawn: tuple[Disclosed, ...]
    hidden: Hidden
    line: Line


def review_content(reviewed: Reviewed, edition: Edition[WebNotice], press: Press) -> Content:
    """Everything on the sheet. What the public will see comes from the notices alone."""
    kind, facts = reviewed.approved.table.kind, reviewed.notices[0].facts
    found = sides(reviewed.notices, kind)
    return {
        "title": _title(facts, kind),
        "issuer": edition.site.settings.full_name,
        "demo": edition.site.mark,
        "language": "zh",
        "author": edition.site.settings.full_name,
        "keywords": [edition.site.settings.township, facts.list_title, "审核单"],
        "code": facts.approval.digest,
        "roles": [*edition.site.settings.signatures.roles.values()],
        "facts": [*_facts(reviewed, press)],
        "channels": [*_channels(found, kind, edition)],
        "figures": asdict(one_table(_FIGURES, [*_totals(reviewed), *_other_sums(reviewed)])),
        "ends": [asdict(each) for each in ends(found, kind)],
        "villages": _villages(reviewed, edition),
        "texts": _texts(facts, found, kind, edition, press),
        "parts": [asdict(each) for each in parts(found, kind)],
        "digests": [*_digests(reviewed)],
    }


def _title(facts: Facts, kind: Kind) -> str:
    """A single document bears its own title: the sheet says of what kind it is."""
    title = facts.title.removeprefix(facts.village)
    return f"{title}（{kind.title}）" if kind.shape == "record" else title


def _facts(reviewed: Reviewed, press: Press) -> Iterator[Fact]:
    """Who decided what, when, and on what it rests."""
    approved, statement, facts = reviewed.approved, reviewed.approved.statement, reviewed.notices[0].facts
    yield "名单文件", approved.table.listing.file
    if facts.round:
        yield "期次、阶段", f"{facts.round_title}，{facts.stage_title}"
    yield "决定机关", statement.decided_by
    yield "决定日期", f"{day(statement.decided_on)}（{weekday(statement.decided_on)}）"
    yield "文号", statement.document_number
    yield "会议记录", statement.minutes or "无"
    yield "公开期限", press.wording("shown_from", facts=facts)
    for name, text in statement.evidence.items():
        yield spoken(phrase(f"evidence-{name}"), "zh"), text
    if statement.pipia:
        yield "影响评估", f"个人信息保护影响评估 {statement.pipia}"
    if facts.approval.correction:
        yield "更正", press.wording("correction", correction=facts.approval.correction)
    if reviewed.withdrawn:
        yield "已撤回", "、".join(each.facts.village for each in reviewed.withdrawn) + "（不再公布，本单不列）"
    yield "台账", f"第{reviewed.line.number}号，{day(reviewed.line.day)}登记"
    kept = [column.title for column in approved.table.kind.columns if column.board == column.web == "never"]
    if kept:
        yield "不公开的列", "、".join(kept)


def _channels(found: tuple[Side, ...], kind: Kind, edition: Edition[WebNotice]) -> Iterator[Fact]:
    """Where the list is shown."""
    if kind.state == "draft":
        yield "注意", "这个事项还是草稿，批准以后也不公布"
    sizes = dict.fromkeys(size for each in kind.posters if "board" in each.channels for size in each.sizes)
    posters = "、".join(edition.office.sizes[size].title for size in sizes)
    shown = "和".join(side.title for side in found)
    yield "公示栏", f"张贴，{posters}" if "公示栏" in shown else "不张贴"
    yield "网站", "公布每一行" if "网站" in shown else "只公布数目"


def _whole(reviewed: Reviewed) -> tuple[Total, ...]:
    """The totals of the whole list, as public as those of its notices."""
    facts, table = reviewed.notices[0].facts, reviewed.approved.table
    return totals(table.kind, table.rows()) if facts.village else facts.totals


def _totals(reviewed: Reviewed) -> Iterator[Row]:
    """What the public can read as a total, in figures and in words; goods of different units have no words."""
    kind = reviewed.approved.table.kind
    added = {rule.name: kind.column(rule.column).type for rule in kind.totals if not rule.distinct}
    for each in _whole(reviewed):
        words = HIDDEN
        if each.plain != HIDDEN:
            words = _words(each.plain, added.get(each.name, "count"), each.unit)
        yield each.title, f"{each.text}{each.unit}", words


def _other_sums(reviewed: Reviewed) -> Iterator[Row]:
    """Sums of money that the statement names besides, of columns that no total reads."""
    kind, statement = reviewed.approved.table.kind, reviewed.approved.statement
    read = {rule.column for rule in kind.totals}
    for name, total in statement.sums.items():
        column = kind.column(name)
        if column.type == "money" and name not in read:
            yield f"{column.title}逐行相加", f"{Decimal(total.figures):,}{column.unit}", total.words


def _words(plain: str, type_: str, unit: str) -> str:
    match type_:
        case "money":
            return capital_yuan(Decimal(plain))
        case "count":
            return capital(int(plain)) + unit
        case _:
            return ""


def _villages(reviewed: Reviewed, edition: Edition[WebNotice]) -> Content | None:
    """The figures and the ballot of each village, and what they add up to; `None` for a list of the whole office."""
    statement = reviewed.approved.statement
    notices = (*reviewed.notices, *reviewed.withdrawn)
    by_village = {each.facts.village: each.facts for each in notices if each.facts.village}
    if not by_village and not statement.ballots:
        return None
    names = [each.name for each in edition.office.registers.villages]
    listed = [name for name in names if name in by_village or name in statement.ballots]
    columns = [Column("村（社区）", "left")]
    rows = [[name] for name in (*listed, "合计")]
    if by_village:
        whole = _whole(reviewed)
        columns += [Column(f"{each.title}（{each.unit}）" if each.unit else each.title, "right") for each in whole]
        for row, name in zip(rows, listed, strict=False):
            row += [each.text for each in by_village[name].totals] if name in by_village else [""] * len(whole)
        rows[-1] += [each.text for each in whole]
    if statement.ballots:
        columns += [Column(title, "right") for title in ("票决日期", "应到", "实到", "同意", "反对", "弃权")]
        for row, name in zip(rows, listed, strict=False):
            row += _ballot(statement.ballots[name]) if name in statement.ballots else [""] * 6
        votes = [_votes(each) for each in statement.ballots.values()]
        rows[-1] += ["", *(str(sum(each)) for each in zip(*votes, strict=True))]
    return {
        "table": asdict(one_table(columns, rows)),
        "ballots": bool(statement.ballots),
        "note": _left_out(reviewed),
    }


def _ballot(ballot: Ballot) -> list[str]:
    return [day(ballot.held), *map(str, _votes(ballot))]


def _votes(ballot: Ballot) -> tuple[int, ...]:
    return ballot.eligible, ballot.present, ballot.in_favour, ballot.against, ballot.abstained


def _left_out(reviewed: Reviewed) -> str:
    """What is wrong where the villages do not add up to the list: rows of a village that is not registered."""
    every, approved = (*reviewed.notices, *reviewed.withdrawn), reviewed.approved.statement.rows
    found = sum(each.facts.count for each in every)
    if found == approved:
        return ""
    return f"注意：各村相加只有{found}行，名单有{approved}行。有的行写的村（社区）没有登记，这些行不会公布。"


def _texts(
    facts: Facts, found: tuple[Side, ...], kind: Kind, edition: Edition[WebNotice], press: Press
) -> Content | None:
    """The words around the list, as the first notice has them; `None` where there are none."""
    if facts.stage == "standing" or not found:
        return None
    site = edition.site
    notice = found[-1].notices[0]
    notes = []
    if "网站" in found[-1].title and any(column.type == "person_name" for column in notice.columns):
        notes.append(press.wording("mask_note", village=facts.village))
    if notice.hidden_below:
        notes.append(press.wording("hidden_note", below=notice.hidden_below))
    return {
        "title": facts.title,
        "introduction": press.wording("introduction", facts=facts, site=site, evidence=kind.evidence),
        "objection": press.wording("objection", facts=facts, site=site).splitlines(),
        "contacts": [[each.name, each.phone, each.hours] for each in site.contacts],
        "notes": notes,
    }


def _digests(reviewed: Reviewed) -> Iterator[Fact]:
    """What ties the sheet to the files: whoever holds both can compare."""
    statement, line = reviewed.approved.statement, reviewed.line
    yield "批准书（SHA-256）", in_fours(reviewed.approved.digest)
    yield "名单内容（SM3）", in_fours(statement.rows_sm3)
    if statement.follows:
        yield "所依据的公示（SHA-256）", in_fours(statement.follows.sha256)
    if statement.correction:
        yield "被代替的批准书（SHA-256）", in_fours(statement.correction.supersedes)
    yield f"台账第{line.number}号（SHA-256）", in_fours(hashlib.sha256(line_bytes(line)).hexdigest())
