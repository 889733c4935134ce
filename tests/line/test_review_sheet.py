"""The sheet that is signed says what pages and posters will say, character by character."""

import subprocess
import sys
from decimal import Decimal

import pytest
from lxml import html

from generator.approvals import in_fours, load_ledger, load_statement, statement_digest
from generator.cli import run
from generator.rendering.readback import pdf_text
from tests.conftest import REPOSITORY
from tests.offices import VILLAGES, pages
from tests.posters.reading import POINTS_PER_MM, compact, outside, overlapping, read_sheets
from tests.posters.sources import cell_text
from tests.sample_office.regenerate import approve_all

LIST = "data/rounds/2026-11/{}.public_notice.csv"
SHEET = ".build/review/{}-2026-11-public_notice.pdf"
KIND = "subsistence_allowance"


def approve(office, path, *arguments):
    """Approves a list again and returns the text of its sheet without white space; "" if there is none."""
    assert run(["approve", str(office.root / path), "--project", str(office.root), *arguments]) == 0
    sheets = list((office.root / ".build/review").glob("*.pdf"))
    return compact(pdf_text(sheets[0].read_bytes())) if sheets else ""


def lines_of(office):
    """The rows of the file that is approved."""
    return (office.root / LIST.format(KIND)).read_text(encoding="utf-8").splitlines()[1:]


def web_rows(office, kind):
    """The rows of a public notice of November as the web shows them, by village."""
    trees = [
        html.fromstring(text) for path, text in pages(office).items() if f"site/notices/{kind}-2026-11-public" in path
    ]
    return {
        village: [
            [cell_text(cell) for cell in row.xpath("./td")]
            for tree in trees
            if tree.xpath("string(//h1)").startswith(village)
            for row in tree.xpath("//table[contains(@class, 'list')]/tbody/tr")
        ]
        for village in VILLAGES
    }


def test_every_row_stands_on_the_sheet_as_on_the_board_and_as_on_the_web(office):
    text = approve(office, LIST.format(KIND))
    web = web_rows(office, KIND)
    board = [line.split(",") for line in lines_of(office)]
    assert len(board) == sum(map(len, web.values())) == 6
    for village, name, *_ in board:
        number, masked, persons, amount = web[village].pop(0)
        assert masked[0] == name[0] and masked != name
        assert f"{number}{name}{persons}{amount}{masked}{persons}{amount}" in text


def test_the_first_and_the_last_row_stand_in_front(office):
    text = approve(office, LIST.format(KIND))
    web = web_rows(office, KIND)
    first, last = "".join(web["望山村"][0]), "".join(web["街心社区"][-1])
    assert f"网站首行望山村{first}" in text and f"网站末行街心社区{last}" in text


def test_sums_in_figures_and_words_and_every_digest_in_full(office):
    text = approve(office, LIST.format(KIND))
    statement = load_statement(office.root / f"data/rounds/2026-11/{KIND}.public_notice.approval.json")
    for total in statement.sums.values():
        assert total.words in text and f"{Decimal(total.figures):,}" in text
    for digest in (statement_digest(statement), statement.rows_sm3):
        assert compact(in_fours(digest)) in text
    recorded = load_ledger(office)[0].last("approve", statement.list)
    assert f"台账第{recorded.number}号" in text


def test_the_days_are_said_in_words_with_the_day_of_the_week(office):
    text = approve(office, LIST.format(KIND))
    assert "2026年11月2日（星期一）至2026年11月10日（星期二），共9天，最后一天也算" in text


def test_villages_and_ballots_add_up(office):
    text = approve(office, LIST.format(KIND))
    statement = load_statement(office.root / f"data/rounds/2026-11/{KIND}.public_notice.approval.json")
    ballots = [each for name, each in statement.ballots.items()]
    votes = "".join(str(sum(getattr(each, name) for each in ballots)) for name in ("eligible", "present", "in_favour"))
    assert len(ballots) > 1
    assert f"合计{statement.rows}{statement.sums['persons_covered'].figures}" in text
    assert votes in text


def test_rows_of_a_village_that_nobody_registered_are_pointed_out(office):
    path = office.root / LIST.format("old_age_allowance")
    path.write_text(path.read_text(encoding="utf-8") + "望水村,甄有田,60.00\n", encoding="utf-8")
    text = approve(office, LIST.format("old_age_allowance"), "--correction", "补上漏掉的一人")
    assert "各村相加只有6行，名单有7行" in text and "甄有田" not in text


def test_what_a_correction_replaces_is_named(office):
    path = office.root / LIST.format("old_age_allowance")
    before = load_statement(path.with_suffix(".approval.json"))
    path.write_text("".join(path.read_text(encoding="utf-8").splitlines(keepends=True)[:-1]), encoding="utf-8")
    text = approve(office, LIST.format("old_age_allowance"), "--correction", "有一人已经去世")
    assert "2026年11月5日更正：有一人已经去世" in text
    assert compact(in_fours(statement_digest(before))) in text


def test_a_long_list_is_shown_by_its_ends_and_the_rest_is_counted(office):
    rows = "".join(f"望山村,甄{chr(0x4E00 + n)},60.00\n" for n in range(202))
    (office.root / LIST.format("old_age_allowance")).write_text(f"村（社区）,姓名,月津贴金额\n{rows}", encoding="utf-8")
    text = approve(office, LIST.format("old_age_allowance"), "--correction", "整份名单重新核对")
    shown = [n for n in range(202) if f"{n + 1}甄{chr(0x4E00 + n)}60.00" in text]
    assert shown == [*range(20), *range(182, 202)]
    assert "中间162行从略（第21行至第182行）" in text


def test_what_both_channels_show_alike_stands_once(office):
    decision = ("--on", "2026-07-20", "--number", "禾政发〔2026〕21号", "--minutes", "禾联纪〔2026〕14号")
    text = approve(office, "data/standing/duty_list/village_assistant.csv", *decision)
    row = (office.root / "data/standing/duty_list/village_assistant.csv").read_text(encoding="utf-8").splitlines()[2]
    assert "公示栏和网站" in text
    assert text.count(compact(row.split(",")[4])) == 1


def test_a_single_document_is_shown_with_all_its_parts(office):
    decision = ("--on", "2026-07-20", "--number", "禾政发〔2026〕22号")
    text = approve(office, "data/standing/service_guide/temporary_assistance.yaml", *decision)
    page = next(text for path, text in pages(office).items() if path == "site/service_guide/temporary_assistance.html")
    for item in html.fromstring(page).xpath("//h2[@id='eligibility']/following-sibling::ul[1]/li"):
        assert compact(item.text_content()) in text
    assert "公示栏不张贴" in text


def test_hidden_counts_are_hidden_from_those_who_sign_too(office):
    kind = (office.root / "data/kinds/children_in_difficulty.yaml").read_text(encoding="utf-8")
    titles = [line.split("title: ")[1].split(",")[0] for line in kind.splitlines() if "type: count" in line]
    rows = [["村（社区）", *titles], ["望山村", *"1" * len(titles)], ["街心社区", *["47"] * len(titles)]]
    path = office.root / "data/rounds/2026-10/children_in_difficulty.announcement.csv"
    path.write_text("".join(f"{','.join(row)}\n" for row in rows), encoding="utf-8")
    approve_all(office)
    text = approve(office, "data/rounds/2026-10/children_in_difficulty.announcement.csv")
    assert f"1望山村{'*' * len(titles)}2街心社区{'*' * len(titles)}" in text
    assert "48人肆拾捌人" in text


def test_a_withdrawn_notice_is_counted_and_not_listed(office):
    code = next(
        path for path in pages(office) if f"site/notices/{KIND}-2026-11-public" in path and path.endswith("201.html")
    )
    notice = code.removeprefix("site/").removesuffix(".html")
    village = next(name for name in VILLAGES if f'<h1 id="content" tabindex="-1">{name}' in pages(office)[code])
    kept = next(name for name in VILLAGES if name != village)
    names = {line.split(",")[0]: line.split(",")[1] for line in reversed(lines_of(office))}
    assert run(["withdraw", notice, "--reason", "金额有误，重新核定", "--project", str(office.root)]) == 0
    text = approve(office, LIST.format(KIND))
    assert f"已撤回{village}（不再公布，本单不列）" in text and "合计6" in text
    assert names[kept] in text and names[village] not in text


def test_there_is_room_for_every_role_of_the_office(office):
    settings = office.root / "data/office.yaml"
    text = settings.read_text(encoding="utf-8")
    assert "{handling: 经办, approving: 审批}" in text
    roles = "{handling: 经办人, approving: 分管领导, auditing: 纪检复核}"
    settings.write_text(text.replace("{handling: 经办, approving: 审批}", roles), encoding="utf-8")
    text = approve(office, LIST.format(KIND))
    assert all(f"{role}年月日" in text for role in ("经办人", "分管领导", "纪检复核"))


def test_the_same_bytes_twice(office):
    sheets = []
    for _ in range(2):
        approve(office, LIST.format(KIND))
        sheets.append((office.root / SHEET.format(KIND)).read_bytes())
    assert sheets[0] == sheets[1]


@pytest.mark.parametrize("kind", [KIND, "temporary_assistance"])
def test_nothing_is_clipped_or_printed_over(office, kind):
    approve(office, LIST.format(kind))
    for sheet in read_sheets((office.root / SHEET.format(kind)).read_bytes()):
        assert not outside(sheet, 10 * POINTS_PER_MM) and not overlapping(sheet)


def test_a_list_with_findings_has_no_sheet(office, capsys):
    path = office.root / LIST.format(KIND)
    path.write_text(path.read_text(encoding="utf-8").replace(".", "元", 1), encoding="utf-8")
    assert run(["approve", str(path), "--project", str(office.root)]) == 1
    assert not (office.root / ".build").exists()


def test_a_list_that_cannot_be_shown_yet_has_no_sheet_and_the_one_before_is_gone(office, capsys):
    approve(office, LIST.format(KIND))
    record = office.root / "data/rounds/2026-11/round.yaml"
    text = record.read_text(encoding="utf-8")
    record.write_text(text.replace(f"{KIND}: {{home_visit", f"{KIND}: {{audit"), encoding="utf-8")
    assert approve(office, LIST.format(KIND)) == ""
    assert "没有做审核单" in capsys.readouterr().err


def test_a_name_that_cannot_be_printed_has_no_sheet(office, capsys):
    path = office.root / LIST.format(KIND)
    path.write_text(path.read_text(encoding="utf-8") + "望山村,甄有𱍊,1,60.00\n", encoding="utf-8")
    assert approve(office, LIST.format(KIND), "--correction", "补上漏掉的一户") == ""
    assert "没有做审核单" in capsys.readouterr().err


def test_a_character_that_only_the_second_font_has_is_printed(office):
    path = office.root / LIST.format(KIND)
    path.write_text(path.read_text(encoding="utf-8") + "望山村,甄有鿰,1,60.00\n", encoding="utf-8")
    assert "4甄有鿰160.00甄某某160.00" in approve(office, LIST.format(KIND), "--correction", "补上漏掉的一户")


def test_scripts_can_leave_it_out(office):
    approve(office, LIST.format(KIND))
    assert approve(office, LIST.format(KIND), "--no-review") == ""


def test_without_a_sheet_no_pdf_engine_is_imported(office):
    code = (
        "import sys; from generator.cli import run; code = run(sys.argv[1:]);"
        "sys.exit(code or bool({'typst', 'pikepdf', 'jinja2'} & set(sys.modules)))"
    )
    command = ["approve", str(office.root / LIST.format(KIND)), "--no-review", "--project", str(office.root)]
    subprocess.run([sys.executable, "-c", code, *command], cwd=REPOSITORY, check=True, capture_output=True)
