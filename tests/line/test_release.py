"""Releases: reproducible, scanned, switched at once; an interrupted build changes nothing."""

import errno
import fcntl
import hashlib
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from random import Random

import pytest

from generator.cli import run
from generator.release import make
from generator.release.layout import current_release
from generator.release.manifest import load_manifest
from tests.conftest import REPOSITORY, run_gongshi
from tests.numbers import id_number


def tree(folder: Path) -> dict[str, str]:
    """Digest by path of every file below a folder."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def release_tree(out: Path) -> dict[str, str]:
    release = current_release(out)
    assert release is not None
    return tree(release)


def test_the_same_bytes_in_another_folder_zone_and_hash_seed(office, tmp_path):
    """Different folders, time zones, hash seeds, locales and numbers of jobs."""
    trees = []
    for name, zone, seed, jobs in (("a", "Pacific/Kiritimati", "1", 1), ("b/deeper", "America/New_York", "2", 2)):
        environment = {**os.environ, "TZ": zone, "PYTHONHASHSEED": seed, "LC_ALL": "C"}
        result = run_gongshi(
            "build", "--project", office.root, "--out", tmp_path / name, "--jobs", jobs, env=environment
        )
        assert result.returncode == 0, result.stderr
        trees.append(release_tree(tmp_path / name))
    assert trees[0] == trees[1]


def test_an_incremental_build_equals_a_clean_one(published, tmp_path):
    path = published.root / "data/rounds/2026-11/old_age_allowance.public_notice.csv"
    path.write_text("村（社区）,姓名,月津贴金额\n望山村,甄有田,120\n", encoding="utf-8")
    assert run(["approve", str(path), "--correction", "重新核对了名单", "--project", str(published.root)]) == 0
    assert run(["build", "--project", str(published.root)]) == 0
    assert run(["build", "--project", str(published.root), "--out", str(tmp_path / "clean")]) == 0
    assert release_tree(published.root) == release_tree(tmp_path / "clean")


def test_where_nothing_changed_nothing_is_made(published, capsys):
    before = current_release(published.root)
    capsys.readouterr()
    assert run(["build", "--project", str(published.root)]) == 0
    assert "什么都没有变" in capsys.readouterr().out
    assert current_release(published.root) == before


def test_nothing_changed_makes_no_artifact_again(published, capsys):
    first = release_tree(published.root)
    (published.root / ".build/inputs.json").unlink()
    capsys.readouterr()
    assert run(["build", "--project", str(published.root)]) == 0
    made = load_manifest(current_release(published.root)).files
    prose = sum(not each.key for each in made.values())
    assert f"新做 {prose}，沿用 {len(made) - prose}" in capsys.readouterr().out
    assert release_tree(published.root) == first


def damaged(page: Path) -> None:
    page.write_bytes(page.read_bytes().replace("公示".encode(), "公布".encode()))


def cut(page: Path) -> None:
    page.write_bytes(page.read_bytes()[:100])


def scribbled(page: Path) -> None:
    (page.parents[2] / "manifest.json").write_text("{}", encoding="utf-8")


def forgotten(page: Path) -> None:
    (page.parents[4] / "inputs.json").write_text("[]", encoding="utf-8")


@pytest.mark.parametrize("harm", [damaged, cut, Path.unlink, scribbled, forgotten])
def test_a_damaged_release_costs_time_and_no_more(published, harm):
    first = release_tree(published.root)
    harm(current_release(published.root) / "site/villages/index.html")
    assert run(["build", "--project", str(published.root)]) == 0
    assert release_tree(published.root) == first


def test_what_a_build_reads_makes_it_run(published):
    """A text of the office, a new file, another day: each is a new release; a file removed is the first one again."""
    releases = [current_release(published.root)]
    note = published.root / "content/how-to-object.md"
    for change in (
        lambda: note.write_text(note.read_text(encoding="utf-8") + "\n再问一句也可以。\n", encoding="utf-8"),
        lambda: (published.root / "content/new.md").write_text("# 新的一页\n", encoding="utf-8"),
        lambda: (published.root / "content/new.md").unlink(),
    ):
        change()
        assert run(["build", "--project", str(published.root)]) == 0
        releases.append(current_release(published.root))
    assert run(["build", "--project", str(published.root), "--today", "2026-11-04"]) == 0
    releases.append(current_release(published.root))
    assert len(set(releases)) == len(releases)


def test_the_manifest_names_every_file_with_its_digest(built):
    release = current_release(built)
    found = {path: digest for path, digest in tree(release).items() if path != "manifest.json"}
    manifest = load_manifest(release)
    assert {path: made.sha256 for path, made in manifest.files.items()} == found
    dated = {path for path, made in manifest.files.items() if made.until}
    assert {path for path in found if "-public_notice-" in path and path.startswith("print/posters/")} <= dated


def test_a_number_in_a_template_is_caught_by_the_output_scan(office, capsys):
    """Even what no gate sees, an office's own template, is scanned before it is published."""
    number = id_number(Random(11))
    template = office.root / "site_templates/pages/villages.html"
    template.parent.mkdir(parents=True)
    template.write_text(f"<h1>村</h1><p data-x='{number[:6]}&#8203;{number[6:]}'></p>", encoding="utf-8")
    assert run(["build", "--project", str(office.root)]) == 1
    printed = capsys.readouterr().err
    assert "site/villages/index.html" in printed and "身份证号码" in printed
    assert number not in printed
    assert not (office.root / "site").exists()


def test_a_full_name_in_prose_is_caught_in_site(office, capsys):
    """The office's own articles are part of `site/`: a recipient's name in one stops the build as a cell."""
    path = office.root / "data/rounds/2026-11/old_age_allowance.public_notice.csv"
    path.write_text("村（社区）,姓名,月津贴金额\n望山村,甄有田,120\n", encoding="utf-8")
    assert run(["approve", str(path), "--correction", "重新核对了名单", "--project", str(office.root)]) == 0
    template = office.root / "site_templates/pages/villages.html"
    template.parent.mkdir(parents=True)
    template.write_text("<h1>村</h1><p>本月慰问甄 有<b>田</b>老人</p>", encoding="utf-8")
    assert run(["build", "--project", str(office.root)]) == 1
    printed = capsys.readouterr().err
    assert "site/villages/index.html" in printed and "应当隐去的全名" in printed
    assert "甄有田" not in printed


def test_a_new_name_on_a_list_is_looked_for_in_what_was_published_before(office, capsys):
    """The article has not changed, and was clean as long as nobody on a list had that name."""
    article = office.root / "content/terms.md"
    article.write_text(article.read_text(encoding="utf-8") + "\n感谢褚小禾提供照片。\n", encoding="utf-8")
    assert run(["build", "--project", str(office.root)]) == 0
    path = office.root / "data/rounds/2026-11/old_age_allowance.public_notice.csv"
    path.write_text("村（社区）,姓名,月津贴金额\n望山村,褚小禾,120\n", encoding="utf-8")
    assert run(["approve", str(path), "--correction", "重新核对了名单", "--project", str(office.root)]) == 0
    assert run(["build", "--project", str(office.root)]) == 1
    assert "（output-masked）" in capsys.readouterr().err


def test_a_second_build_is_told_to_wait(office, capsys):
    (office.root / ".build").mkdir()
    with (office.root / ".build" / "lock").open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        assert run(["build", "--project", str(office.root)]) == 3
    assert "另一次生成正在进行" in capsys.readouterr().err


def test_a_full_disk_leaves_the_live_release(published, monkeypatch, capsys):
    before, link = release_tree(published.root), (published.root / ".build/current").readlink()
    written = 0

    def full(target: Path, content: bytes) -> None:
        nonlocal written
        written += 1
        if written > 20:
            raise OSError(errno.ENOSPC, "No space left on device")
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)

    monkeypatch.setattr(make, "_write", full)
    assert run(["build", "--project", str(published.root), "--clean", "--jobs", "1"]) == 3
    assert "写文件失败" in capsys.readouterr().err
    assert (published.root / ".build/current").readlink() == link
    assert release_tree(published.root) == before
    assert not (published.root / ".build/releases/.staging").exists()


@pytest.mark.parametrize("delay", [1.5, 3.5, 5.0])
def test_a_killed_build_leaves_the_live_release(published, delay):
    """SIGKILL at some moment, workers included; then a new build succeeds."""
    before, link = release_tree(published.root), (published.root / ".build/current").readlink()
    command = [sys.executable, "-m", "generator", "build", "--project", str(published.root), "--clean"]
    process = subprocess.Popen(
        command, cwd=REPOSITORY, start_new_session=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    time.sleep(delay)
    os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    if (published.root / ".build/current").readlink() == link:
        assert release_tree(published.root) == before
    assert run(["build", "--project", str(published.root)]) == 0
    assert release_tree(published.root) == before


def test_a_foreign_folder_is_never_overwritten(office, capsys):
    (office.root / "site").mkdir()
    (office.root / "site" / "mine.txt").write_text("x", encoding="utf-8")
    assert run(["build", "--project", str(office.root)]) == 3
    assert (office.root / "site" / "mine.txt").exists()
    assert "请移走" in capsys.readouterr().err


def test_wrong_usage_is_exit_two(tmp_path, capsys):
    assert run(["build", "--project", str(tmp_path)]) == 2
    assert run(["build", "--nonsense"]) == 2
    assert run(["approve", str(tmp_path / "x.csv"), "--project", str(REPOSITORY)]) == 2
    assert run(["purge", "--project", str(tmp_path)]) == 2


def test_an_internal_error_prints_no_value(office, monkeypatch, capsys):
    secret = id_number(Random(13))

    def broken(*_: object) -> None:
        raise ValueError(secret)

    monkeypatch.setattr("generator.gates.privacy.private_texts", broken)
    assert run(["check", "--project", str(office.root)]) == 70
    printed = capsys.readouterr()
    assert "ValueError" in printed.err and secret not in printed.err + printed.out
