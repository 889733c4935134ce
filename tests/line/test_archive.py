"""The archive of a round: complete, the same each time, readable with tools that every archive has, and kept private."""

import csv
import os
import shutil
import subprocess
import zipfile
from datetime import date

import bagit
import pytest

from generator.cli import run
from generator.examination import examine
from generator.project import Project
from tests.conftest import REPOSITORY

ROUND = "2026-10"
FOLDER = f"data/rounds/{ROUND}"
VILLAGE = "990101100201"


def archive(office: Project, out, *more: object) -> int:
    return run(["archive", ROUND, "--project", str(office.root), "--out", str(out), *map(str, more)])


def photograph(office: Project, name: str) -> None:
    folder = office.root / FOLDER / "photos"
    folder.mkdir(exist_ok=True)
    (folder / name).write_bytes(b"\xff\xd8 a picture")


def names(office: Project) -> set[str]:
    """Recipients of a list of the round."""
    with (office.root / FOLDER / "old_age_allowance.announcement.csv").open(encoding="utf-8", newline="") as file:
        return {row["姓名"] for row in csv.DictReader(file)}


@pytest.fixture(scope="module")
def printed(tmp_path_factory, pattern):
    """The small office with a release, which no test changes."""
    folder = tmp_path_factory.mktemp("printed") / "office"
    shutil.copytree(pattern, folder)
    assert run(["build", "--project", str(folder)]) == 0
    return Project(folder)


def test_every_archive_can_read_it(printed, tmp_path, capsys):
    """Unpacked with unzip's rules, valid for the Library of Congress's own validator and for `sha256sum`."""
    photographed = Project(shutil.copytree(printed.root, tmp_path / "office", symlinks=True))
    photograph(photographed, f"{VILLAGE}-2026-10-20-posted.jpg")
    path = tmp_path / "round.zip"
    assert archive(photographed, path) == 0
    assert "里面有真实姓名" in capsys.readouterr().out
    with zipfile.ZipFile(path) as packed:
        packed.extractall(tmp_path / "unpacked")
    (folder,) = (tmp_path / "unpacked").iterdir()
    found = bagit.Bag(str(folder))
    assert found.is_valid()
    assert found.info["Retain-Until"] == "2032-12-31"
    for manifest in ("manifest-sha256.txt", "tagmanifest-sha256.txt"):
        subprocess.run(["sha256sum", "-c", "--strict", manifest], cwd=folder, check=True, capture_output=True)
    held = folder / "data"
    for source in (photographed.root / FOLDER).iterdir():
        if source.is_file():
            assert (held / "round" / source.name).read_bytes() == source.read_bytes()
    posters = sorted((photographed.root / "print/posters").glob(f"*-{ROUND}-*.pdf"))
    assert posters and [each.name for each in posters] == sorted(each.name for each in (held / "posters").iterdir())
    assert (held / "photos" / f"{VILLAGE}-2026-10-20-posted.jpg").is_file()
    explanation = (held / "说明.txt").read_text(encoding="utf-8")
    for statement in (held / "round").glob("*.approval.json"):
        digest = subprocess.run(["sha256sum", statement], check=True, capture_output=True, text=True).stdout[:16]
        assert " ".join(digest[each : each + 4] for each in range(0, 16, 4)) in explanation
    assert f"{VILLAGE} 望山村" in explanation
    assert not [name for name in names(photographed) if name in explanation]


def test_an_altered_archive_is_noticed(printed, tmp_path):
    assert archive(printed, tmp_path / "bag") == 0
    (tmp_path / "bag/data/round/round.yaml").write_text("schema: 1", encoding="utf-8")
    assert not bagit.Bag(str(tmp_path / "bag")).is_valid()


def test_the_same_round_gives_the_same_bytes(printed, tmp_path, monkeypatch):
    contents = []
    for number, zone in enumerate(("Pacific/Kiritimati", "America/New_York")):
        monkeypatch.setenv("TZ", zone)
        path = tmp_path / f"{number}.zip"
        assert archive(printed, path, "--today", f"2026-12-0{number + 1}") == 0
        contents.append(path.read_bytes())
    assert contents[0] == contents[1]


def test_only_the_owner_may_read_it(printed, tmp_path):
    assert archive(printed, tmp_path / "a.zip") == archive(printed, tmp_path / "bag") == 0
    assert (tmp_path / "a.zip").stat().st_mode & 0o077 == 0
    assert (tmp_path / "bag").stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("place", ["site", "print", ".build", "content", "data", "data/rounds/2026-10", "site/kinds"])
def test_it_is_never_written_where_it_could_be_published(printed, capsys, place):
    assert archive(printed, printed.root / place / "a.zip") == 2
    assert "不能写进" in capsys.readouterr().err
    assert not (printed.root / place / "a.zip").exists()


def test_it_is_never_written_into_a_copy_of_the_site(printed, tmp_path, capsys):
    copy = shutil.copytree(printed.root / "site", tmp_path / "www")
    assert archive(printed, copy / "files" / "a.zip") == 2
    assert "不能写进" in capsys.readouterr().err


def test_nothing_is_overwritten(printed, tmp_path, capsys):
    path = tmp_path / "a.zip"
    path.write_text("mine", encoding="utf-8")
    assert archive(printed, path) == 2
    assert path.read_text(encoding="utf-8") == "mine" and "不覆盖" in capsys.readouterr().err


def test_a_round_with_a_list_that_is_not_approved_is_refused(office, tmp_path, capsys):
    (office.root / FOLDER / "old_age_allowance.announcement.approval.json").unlink()
    assert archive(office, tmp_path / "a.zip") == 1
    assert "没有归档" in capsys.readouterr().err
    assert not list(tmp_path.glob("*.zip"))


def test_a_round_with_a_changed_list_is_refused(office, tmp_path):
    path = office.root / FOLDER / "old_age_allowance.announcement.csv"
    path.write_text(path.read_text(encoding="utf-8").replace(".00", ".01", 1), encoding="utf-8")
    assert archive(office, tmp_path / "a.zip") == 1
    assert not (tmp_path / "a.zip").exists()


def test_a_broken_ledger_is_refused(office, tmp_path):
    path = office.root / "data/ledger.jsonl"
    path.write_bytes(path.read_bytes().replace(b"2026-07-20", b"2026-07-21", 1))
    assert archive(office, tmp_path / "a.zip") == 1


def test_what_is_wrong_with_another_round_does_not_matter(office, tmp_path):
    (office.root / "data/rounds/2026-11/old_age_allowance.public_notice.approval.json").unlink()
    assert archive(office, tmp_path / "a.zip") == 0


@pytest.mark.parametrize("name", ["2026-01", "..", "../standing"])
def test_a_round_that_is_not_there(office, tmp_path, capsys, name):
    assert run(["archive", name, "--project", str(office.root), "--out", str(tmp_path / "a.zip")]) == 2
    assert "没有" in capsys.readouterr().err


def test_villages_without_photographs_are_named(office, tmp_path, capsys):
    photograph(office, f"{VILLAGE}-2026-10-20-posted.jpg")
    assert archive(office, tmp_path / "a.zip", "--today", "2026-11-05") == 0
    reminders = [line for line in capsys.readouterr().err.splitlines() if "照片" in line]
    assert reminders == [
        "提醒：公布没有张贴照片的村（社区）：街心社区",
        "提醒：公示没有张贴照片的村（社区）：望山村、街心社区",
        "提醒：公示没有撤下照片的村（社区）：望山村、街心社区",
    ]


def test_complete_photographs_bring_no_reminder(office, tmp_path, capsys):
    for village in (VILLAGE, "990101100001"):
        for what in ("2026-10-09-posted", "2026-10-19-taken_down", "2026-10-20-posted"):
            photograph(office, f"{village}-{what}.jpg")
    assert archive(office, tmp_path / "a.zip", "--today", "2026-11-05") == 0
    assert "照片" not in capsys.readouterr().err


@pytest.mark.parametrize(
    "name",
    ["IMG_0001.jpg", f"{VILLAGE}-2026-13-01-posted.jpg", "000000000000-2026-10-20-posted.jpg", "x.approval.json"],
)
def test_a_file_that_is_not_called_as_a_photograph_is(office, tmp_path, capsys, name):
    photograph(office, name)
    assert archive(office, tmp_path / "a.zip") == 1
    assert name in capsys.readouterr().err


def test_a_private_number_in_the_name_of_a_photograph_is_not_repeated(office, tmp_path, capsys):
    photograph(office, "13912345678.jpg")
    assert archive(office, tmp_path / "a.zip") == 1
    assert "13912345678" not in capsys.readouterr().err


def test_photographs_are_no_lists_and_never_published(office):
    today = date(2026, 11, 5)
    before = examine(office, today).findings
    photograph(office, f"{VILLAGE}-2026-10-20-posted.jpg")
    assert examine(office, today).findings == before
    assert run(["build", "--project", str(office.root)]) == 0
    assert not [name for _, _, files in os.walk(office.root / ".build/current/") for name in files if "posted" in name]


def test_posters_of_a_notice_that_has_ended_come_from_a_build_for_its_days(office, tmp_path, capsys):
    assert run(["build", "--project", str(office.root)]) == 0
    assert archive(office, tmp_path / "a") == 0
    assert "当前版本里没有这些海报" in capsys.readouterr().err
    first = examine(office, date(2026, 11, 5)).approved
    day = min(each.statement.first_day for each in first if each.statement.round == ROUND)
    then = tmp_path / "then"
    assert run(["build", "--project", str(office.root), "--out", str(then), "--today", str(day)]) == 0
    assert archive(office, tmp_path / "b", "--sheets", office.root, "--sheets", then) == 0
    assert "当前版本里没有这些海报" not in capsys.readouterr().err
    stages = {path.name.split("-")[3] for path in (tmp_path / "b/data/posters").iterdir()}
    assert stages == {"public_notice", "announcement"}


def test_an_altered_poster_is_refused(office, tmp_path, capsys):
    assert run(["build", "--project", str(office.root)]) == 0
    poster = next((office.root / "print/posters").glob(f"*-{ROUND}-*.pdf"))
    poster.write_bytes(b"%PDF-1.7 another")
    assert archive(office, tmp_path / "a.zip") == 2
    assert "与发布时不一样" in capsys.readouterr().err


def test_the_longer_of_two_rules_counts(office, tmp_path, capsys):
    pack = office.root / "data/rules/county-2026-07-01.yaml"
    pack.write_text(
        "schema: 1\nplace: 某县\neffective: '2026-07-01'\nsources: []\n"
        "rules:\n  retention_years: {title: 保管年限, unit: 年, at_least: '10', source: 某县规定}\n",
        encoding="utf-8",
    )
    assert archive(office, tmp_path / "a.zip") == 0
    assert "至少保管 10 年，到 2037-12-31" in capsys.readouterr().out


def test_without_a_rule_nobody_knows_how_long_to_keep_it(office, tmp_path, capsys):
    name = "data/rules/national-2026-07-01.yaml"
    own = (REPOSITORY / name).read_text(encoding="utf-8")
    rule = own.index("  retention_years:")
    (office.root / name).write_text(own[:rule] + own[own.index("  # 金额范围", rule) :], encoding="utf-8")
    assert archive(office, tmp_path / "a.zip") == 2
    assert "retention_years" in capsys.readouterr().err


def test_a_signature_is_archived_and_explained(office, tmp_path):
    """The successor's own check, as the explanation words it."""
    folder, signers = office.root / FOLDER, office.root / "data/signers"
    statement = folder / "old_age_allowance.announcement.approval.json"
    signers.mkdir()
    key = tmp_path / "key"
    subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", key], check=True)
    public = key.with_suffix(".pub").read_text(encoding="utf-8")
    (signers / "allowed_signers").write_text(f'director/a namespaces="gongshi-approval@v1" {public}', encoding="utf-8")
    command = ["ssh-keygen", "-Y", "sign", "-f", key, "-n", "gongshi-approval@v1", statement]
    subprocess.run(command, check=True, capture_output=True)
    statement.with_name(f"{statement.name}.sig").rename(folder / "old_age_allowance.announcement.director.sig")
    assert archive(office, tmp_path / "bag") == 0
    held = tmp_path / "bag/data"
    assert "round/old_age_allowance.announcement.director.sig" in (held / "说明.txt").read_text(encoding="utf-8")
    command = ["ssh-keygen", "-Y", "verify", "-f", held / "signers/allowed_signers", "-I", "director/a"]
    command += ["-n", "gongshi-approval@v1", "-s", held / "round/old_age_allowance.announcement.director.sig"]
    with (held / "round" / statement.name).open("rb") as content:
        result = subprocess.run(command, stdin=content, check=True, capture_output=True, text=True)
    assert result.stdout.startswith("Good")
