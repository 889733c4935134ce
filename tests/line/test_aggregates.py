"""Tables of counts: published without names, small counts hidden on every output, named lists refused."""

import re

from generator.cli import run
from generator.rendering.readback import pdf_text
from tests.offices import pages
from tests.sample_office.regenerate import approve_all

KIND = "children_in_difficulty"
LIST = "data/rounds/2026-10/{kind}.announcement.csv"
NAMES = "村（社区）,儿童姓名\n望山村,甄小田\n"


def test_small_counts_are_starred_with_their_complements_and_named_lists_are_refused(office, capsys):
    kind = (office.root / f"data/kinds/{KIND}.yaml").read_text(encoding="utf-8")
    titles = [line.split("title: ")[1].split(",")[0] for line in kind.splitlines() if "type: count" in line]
    path = office.root / LIST.format(kind=KIND)
    # 1 is a small count; 47 is hidden with it, because 48 − 1 would tell it.
    rows = [["望山村", "1", *["0"] * (len(titles) - 1)], ["街心社区", "47", *["58"] * (len(titles) - 1)]]
    content = "\n".join(",".join(row) for row in [["村（社区）", *titles], *rows])
    path.write_text(content + "\n", encoding="utf-8")
    approve_all(office)
    made = {path: text for path, text in pages(office).items() if KIND in path}
    page = next(text for path, text in made.items() if path.endswith(".html") and "notices/" in path)
    assert ">*<" in page and ">47<" not in page and ">58<" in page and "48" in page
    assert "少于3的数不公布" in page and "名单公布" not in page
    table = next((text for path, text in made.items() if path.endswith(".csv")), "")
    assert "47" not in table and ("*" in table or not table)

    path.write_text(NAMES, encoding="utf-8")
    assert run(["check", "--project", str(office.root)]) == 1
    printed = capsys.readouterr().err
    assert "list-refused" in printed and "甄小田" not in printed


def test_posters_of_counts_are_starred_too(office, capsys):
    kind = office.root / f"data/kinds/{KIND}.yaml"
    text = kind.read_text(encoding="utf-8")
    if "posters: []" in text:
        poster = "posters:\n  - {look: notice_list, sizes: [A4], channels: [board]}"
        kind.write_text(text.replace("posters: []", poster), encoding="utf-8")
    titles = [line.split("title: ")[1].split(",")[0] for line in text.splitlines() if "type: count" in line]
    rows = [["望山村", *["1"] * len(titles)], ["街心社区", *["47"] * len(titles)]]
    content = "\n".join(",".join(row) for row in [["村（社区）", *titles], *rows])
    (office.root / LIST.format(kind=KIND)).write_text(content + "\n", encoding="utf-8")
    approve_all(office)
    assert run(["posters", "--kind", KIND, "--project", str(office.root)]) == 0, capsys.readouterr().err
    (poster_file,) = (office.root / ".build/posters").rglob("*.pdf")
    poster = pdf_text(poster_file.read_bytes())
    # The digest of the list is made of the same characters.
    assert "*" in poster and not re.search(r"(?<![0-9a-f])47(?![0-9a-f])", poster)
    assert "少于3的数不公布" in poster.replace(" ", "")
