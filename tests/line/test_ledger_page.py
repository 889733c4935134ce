"""What residents and subscribers see of the ledger: the same digests as on paper, the head of the chain, no names."""

import csv
import json
import re
from datetime import date
from hashlib import sha256
from random import Random
from xml.etree import ElementTree

import pytest

from generator.approvals import LEDGER, append, load_ledger
from generator.cli import run
from generator.examination import examine
from generator.pipeline import bundle
from generator.rendering.readback import pdf_text
from tests.numbers import mobile_number

ATOM = "{http://www.w3.org/2005/Atom}"
LEDGER_ELEMENT = "{urn:gongshi:ledger-v1}ledger"
VILLAGE = "990101100201"
NOTICE = f"notices/old_age_allowance-2026-11-public_notice-{VILLAGE}"


def made(office, today=date(2026, 11, 5)) -> dict[str, str]:
    """The ledger page, the ledger's file and the feeds that a build would make."""
    examination = examine(office, today)
    found = {}
    for artifact in bundle(office, examination, today).artifacts:
        if artifact.path.endswith(("site/ledger.html", "site/ledger.jsonl", "site/feed.xml")):
            content = artifact.make()
            found[artifact.path] = content.decode("utf-8") if isinstance(content, bytes) else content.body
    return found


def entries(feed: str) -> dict[str, str]:
    """Address without its ending → summary."""
    found = ElementTree.fromstring(feed).findall(f"{ATOM}entry")
    return {each.findtext(f"{ATOM}id").split("/minzheng/")[1][:-5]: each.findtext(f"{ATOM}summary") for each in found}


def everybody(office) -> set[str]:
    names = set()
    for path in (office.root / "data/rounds").rglob("*.csv"):
        with path.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                names |= {value for title, value in row.items() if title.endswith("姓名") and value}
    return names


def test_page_file_manifest_and_feed_tell_one_head(office):
    assert run(["build", "--project", str(office.root)]) == 0
    site = office.root / "site"
    ledger, _ = load_ledger(office)
    assert (site / "ledger.jsonl").read_bytes() == (office.root / LEDGER).read_bytes()
    page = (site / "ledger.html").read_text(encoding="utf-8")
    assert " ".join(re.findall("....", ledger.head)) in page and f"{len(ledger.lines)}号" in page
    feed = ElementTree.fromstring((site / "feed.xml").read_text(encoding="utf-8"))
    assert feed.find(LEDGER_ELEMENT).attrib["head"] == ledger.head
    for manifest in (site / "release.json", office.root / ".build/current/manifest.json"):
        told = json.loads(manifest.read_text(encoding="utf-8"))["ledger"]
        assert told == {"head": ledger.head, "lines": len(ledger.lines)}


def test_a_resident_finds_the_poster_s_characters_and_number_in_the_table(office):
    """Poster, notice page and ledger page show the same 16 characters and the same number of a line."""
    assert run(["build", "--project", str(office.root)]) == 0
    statement = office.root / "data/rounds/2026-11/old_age_allowance.public_notice.approval.json"
    digest = " ".join(re.findall("....", sha256(statement.read_bytes()).hexdigest()[:16]))
    line = load_ledger(office)[0].last("approve", "2026-11/old_age_allowance.public_notice").number
    row = rf"第{line}号</td>.*?高龄津贴公示（2026年11月）.*?<code>{digest}</code>"
    assert re.search(row, (office.root / "site/ledger.html").read_text(encoding="utf-8"))
    notice = (office.root / f"site/{NOTICE}.html").read_text(encoding="utf-8")
    assert digest in notice and f'<a href="../ledger.html">第{line}号</a>' in notice
    assert 'type="application/atom+xml"' in notice
    poster = pdf_text((office.root / f"print/posters/{NOTICE.removeprefix('notices/')}-A4.pdf").read_bytes())
    assert digest.replace(" ", "") in re.sub(r"\s", "", poster) and f"第{line}号" in re.sub(r"\s", "", poster)


def test_older_rounds_are_counted_and_stay_in_the_file(office):
    """The table begins with the round before the current one."""
    ledger, _ = load_ledger(office)
    page = made(office)["site/ledger.html"]
    shown = [int(number) for number in re.findall(r"第(\d+)号</td>", page)]
    first = min(line.number for line in ledger.lines if line.subject.startswith("2026-10/"))
    assert shown == list(range(len(ledger.lines), first - 1, -1))
    assert f"更早的{first - 1}号：批准{first - 1}次" in page


def test_nobody_is_named(office):
    names = everybody(office)
    assert len(names) > 10
    for path, text in made(office).items():
        assert not [name for name in names if name in text], path


def test_the_feed_tells_of_notices_with_counts(office):
    feed = entries(made(office)["site/feed.xml"])
    assert feed[NOTICE].startswith("公示2026年11月2日至2026年11月10日")
    assert "3人" in feed[NOTICE] and "台账第" in feed[NOTICE]
    ended = f"notices/old_age_allowance-2026-10-public_notice-{VILLAGE}"
    assert "已经结束，名单撤下" in feed[ended]
    assert "起正式公布" in feed[f"notices/old_age_allowance-2026-10-announcement-{VILLAGE}"]


def test_an_entry_is_updated_when_its_notice_ends(office):
    def updated(today: date) -> str:
        feed = ElementTree.fromstring(made(office, today)["site/feed.xml"])
        (entry,) = [each for each in feed.findall(f"{ATOM}entry") if NOTICE in each.findtext(f"{ATOM}id")]
        assert feed.findtext(f"{ATOM}updated") >= entry.findtext(f"{ATOM}updated")
        return entry.findtext(f"{ATOM}updated")

    assert updated(date(2026, 11, 10)) == "2026-11-02T09:00:00+08:00"
    assert updated(date(2026, 11, 11)) == updated(date(2026, 12, 1)) == "2026-11-11T00:00:00+08:00"


def test_after_a_purge_the_feed_says_what_has_ended(office):
    assert run(["build", "--project", str(office.root)]) == 0
    assert run(["purge", "--project", str(office.root), "--today", "2026-11-11"]) == 0
    feed = entries((office.root / "site/feed.xml").read_text(encoding="utf-8"))
    assert feed[NOTICE].startswith("2026年11月10日已经结束")
    # Once more, long afterwards: the feed itself never goes.
    assert run(["purge", "--project", str(office.root), "--today", "2027-12-01"]) == 0
    assert (office.root / "site/feed.xml").is_file()
    assert run(["verify", str(office.root)]) == 0


@pytest.mark.parametrize("today", [date(2026, 11, 5), date(2026, 11, 11)])
def test_the_feed_is_what_atom_asks_for(office, today):
    """RFC 4287, sections 4.1.1 and 4.1.2: what a feed and an entry must have; addresses are unique."""
    feed = ElementTree.fromstring(made(office, today)["site/feed.xml"])
    assert all(feed.find(f"{ATOM}{name}") is not None for name in ("id", "title", "updated", "author"))
    found = feed.findall(f"{ATOM}entry")
    assert all(each.findtext(f"{ATOM}{name}") for each in found for name in ("id", "title", "updated", "summary"))
    assert all(
        re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:00\+08:00", each.findtext(f"{ATOM}updated")) for each in (feed, *found)
    )
    assert len({each.findtext(f"{ATOM}id") for each in found}) == len(found)


def test_a_private_number_in_the_ledger_stops_the_build(office, capsys):
    """The file is scanned as every other; its digests alone are let pass."""
    ledger, _ = load_ledger(office)
    number = mobile_number(Random(7))
    append(office, ledger, date(2026, 11, 5), "approve", f"standing/duty_list/{number}", "1" * 64)
    assert run(["build", "--project", str(office.root)]) == 1
    printed = capsys.readouterr().err
    assert "site/ledger.jsonl" in printed and number not in printed
