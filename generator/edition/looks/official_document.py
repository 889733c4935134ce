"""The layout of an official document (GB/T 9704-2012): a list as its attachment, or the gist of a policy."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from generator.columns.date import show as day
from generator.edition.blocks import in_one_line
from generator.edition.edition import Edition
from generator.edition.looks.notice_list import list_content
from generator.edition.sheets import Content, Sheet, of_notices
from generator.findings import Phrase, phrase
from generator.kinds import Kind
from generator.notices import N
from generator.rendering import Press
from generator.rendering.faces import official_faces, substituted

_LOOK = "official_document"


def sheets(edition: Edition[N], press: Press) -> Iterator[Sheet]:
    yield from of_notices(_LOOK, edition, press, _content, _texts)


def not_checked(kinds: Iterable[Kind], fonts: tuple[Path, ...]) -> Iterator[Phrase]:
    """The faces of the standard that the office has not supplied, if it prints official documents."""
    missing = substituted(fonts)
    if missing and any(poster.look == _LOOK for kind in kinds for poster in kind.posters):
        faces = tuple(phrase("face-substitute", face=face.title, family=face.substitute) for face in missing)
        yield phrase("unchecked-faces", faces=faces)


def _content(notice: N, kind: Kind, edition: Edition[N], press: Press) -> Content:
    """Sections under numbered headings, the signature, and a table as the attachment.

    A policy is told in the office's own words, so it bears neither the mark nor the number of who issued it.
    """
    settings, approval = edition.site.settings, notice.facts.approval
    shared = {"faces": official_faces(press.font_folders), "day": day(approval.decided_on)}
    if kind.shape == "record":
        return {
            **shared,
            **_of_record(notice, press),
            "mark": settings.full_name,
            "number": "",
            "signature": settings.name,
        }
    listed = list_content(notice, kind, edition, press)
    return {
        **shared,
        "mark": settings.government,
        "number": approval.document_number,
        "introduction": listed["introduction"],
        "sections": list(_of_list(listed, edition)),
        "note": listed["note"],
        "signature": settings.government,
        "annex": {"title": notice.facts.title, "columns": listed["columns"], "rows": listed["rows"]},
    }


def _of_list(listed: Content, edition: Edition[N]) -> Iterator[Content]:
    if listed["totals"]:
        words = "，".join(f"{each['title']}{each['text']}{each['unit']}" for each in listed["totals"])
        yield {"title": "基本情况", "lines": [f"{words}，见附件。"], "counted": False}
    if period := listed["period"]:
        line = f"{period['first_day']}至{period['last_day']}，{period['days']}。"
        yield {"title": period["label"], "lines": [line], "counted": False}
    asked = "；".join(f"{each.name}{each.phone}" for each in edition.site.contacts)
    lines = [*listed["objection"]["lines"], f"联系电话：{asked}。"]
    yield {"title": listed["objection"]["title"], "lines": lines, "counted": False}


def _of_record(notice: N, press: Press) -> Content:
    """The gist and the points; what is short stands in the table."""
    record, titles = notice.record(), {each.name: each.title for each in notice.columns}
    told = ("summary", "points")
    rows = [[titles[name], in_one_line(value)] for name, value in record.items() if name not in told and value]
    heads = [{"title": "项目", "align": "left"}, {"title": "内容", "align": "left"}]
    return {
        "introduction": "",
        "sections": [
            {"title": titles["summary"], "lines": [record["summary"]], "counted": False},
            {"title": titles["points"], "lines": list(record["points"]), "counted": True},
        ],
        "note": press.wording("policy_note"),
        "annex": {"title": "文件信息", "columns": heads, "rows": rows},
    }


def _texts(content: Content) -> Iterator[str]:
    yield content["introduction"]
    yield from (line for section in content["sections"] for line in section["lines"])
    yield from (text for row in content["annex"]["rows"] for text in row)
