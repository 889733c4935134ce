"""Days that registers, documents and the catalogue bring: what is due every year, and what runs out."""

from collections.abc import Iterator
from datetime import datetime, time

from generator.office.bases import successor_in_force
from generator.office.objection_deadlines import objection_deadlines
from generator.rounds.affairs import Affairs, Due, minute
from generator.schedule import is_done


def yearly(affairs: Affairs) -> Iterator[Due]:
    """What is due every year, as long as its evidence is not there."""
    for year in range(affairs.today.year, affairs.until.year + 1):
        for duty in affairs.office.catalogue.yearly:
            if not is_done(duty, year, affairs.texts, affairs.tables):
                yield Due(
                    day=duty.due(year),
                    event="yearly",
                    reference=f"{duty.title} {year}",
                    title="年度事项到期",
                    subject=f"{duty.title}（{year - 1}年）",
                    action=f"最迟这一天办完并公开（{duty.source}）",
                    stated=datetime(year, 1, 1),
                    lasting=True,
                )


def objections(affairs: Affairs) -> Iterator[Due]:
    """Objections that must be closed."""
    for day, objection in objection_deadlines(affairs.office, affairs.today):
        where = f"，{objection.village}" if objection.village else ""
        yield Due(
            day=day,
            event="objection",
            reference=f"objections/{objection.id}",
            title="异议办结期限",
            subject=f"{objection.id}号异议（{objection.list}{where}）",
            action="最迟这一天查清，答复反映人，并在 data/objections.csv 写上结果和办结日期",
            stated=datetime.combine(objection.received, time(9)),
            lasting=True,
        )


def legal_bases(affairs: Affairs) -> Iterator[Due]:
    """Legal bases that run out, and the kinds that rely on them."""
    bases = affairs.office.registers.legal_bases
    for basis in bases:
        if basis.repealed is None:
            continue
        successor = successor_in_force(bases, basis, basis.repealed)
        used = "、".join(kind.title for kind in affairs.kinds.values() if basis.title in kind.legal_bases)
        yield Due(
            day=basis.repealed,
            event="repealed",
            reference=f"legal_bases/{basis.title}",
            title="依据废止",
            subject=f"《{basis.title}》",
            action=(f"当天起改用《{successor}》" if successor else "当天起不能再引用")
            + (f"；用到它的事项：{used}" if used else ""),
            stated=datetime.combine(basis.effective or basis.repealed, time()),
        )


def documents(affairs: Affairs) -> Iterator[Due]:
    """Documents on the site that run out: from that day on, what they say of their validity is wrong."""
    for each in affairs.approved:
        if not {"title", "repealed"} <= set(each.table.columns):
            continue
        for title, day in zip(each.table.values("title"), each.table.values("repealed"), strict=True):
            if title and day is not None:
                yield Due(
                    day=day,
                    event="repealed",
                    reference=f"{each.table.listing.reference}#{title}",
                    title="文件废止",
                    subject=f"《{title}》",
                    action="当天起网页要写明已经废止：改好以后重新批准",
                    stated=minute(each),
                )


def units(affairs: Affairs) -> Iterator[Due]:
    """Units that cease to exist."""
    for unit in affairs.office.registers.units:
        if unit.ended is not None:
            yield Due(
                day=unit.ended,
                event="ended",
                reference=f"units/{unit.name}",
                title="单位停用",
                subject=unit.name,
                action=f"职责清单和指南里改用{unit.successor}" if unit.successor else "职责清单和指南里不能再写",
                stated=datetime.combine(unit.begun or unit.ended, time()),
            )
