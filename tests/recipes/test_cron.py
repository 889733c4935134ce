"""The cron recipe: the script through an office's month, and what can come in its way."""

import fcntl
import re
import shutil
from pathlib import Path

from generator.project import Project
from tests.numbers import NUMBERS
from tests.recipes.cron import run_script, settle
from tests.recipes.repository import office_repository
from tests.recipes.story import LATER, LIST, PAGE, RECIPES, tell, tree, write_amount


def test_a_month(office: Project, server: Path, tmp_path: Path):
    repository = office_repository(office.root, tmp_path)
    recipe = RECIPES["cron"](repository, server)
    assert len(list(tell(recipe, repository))) == 5


def test_the_log_has_dates_and_a_letter_only_goes_out_when_something_is_wrong(office, server, tmp_path):
    repository = office_repository(office.root, tmp_path)
    settings = settle(repository, server)
    good = run_script(settings)
    assert (good.code, good.log) == (0, "")
    assert all(re.match(r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d ", line) for line in good.summary.splitlines())
    assert good.summary.splitlines()[-1].endswith(" 结束")
    write_amount(repository, "六十元")
    repository.push("A slip of the pen")
    bad = run_script(settings)
    assert bad.code == 1
    assert bad.log == f"没有生成新版本，线上仍是原来的版本（退出码 1），详见 {server / 'out' / 'gongshi.log'}\n"
    assert f"{LIST}" in (server / "out" / "check.html").read_text(encoding="utf-8")


def test_while_another_build_is_at_work_it_steps_back_quietly(office, server, tmp_path):
    settings = settle(office_repository(office.root, tmp_path), server)
    before = tree(server / "out" / "site")
    with (server / "out" / ".build" / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        run = run_script(settings, LATER)
    assert (run.code, run.log) == (3, "")
    assert run.summary.splitlines()[-1].endswith("另一次生成正在进行，这次不做")
    assert tree(server / "out" / "site") == before


def test_what_cannot_be_written_is_not_taken_for_another_build(office, server, tmp_path):
    settings = settle(office_repository(office.root, tmp_path), server)
    (server / "out" / "print").unlink()
    (server / "out" / "print").mkdir()
    run = run_script(settings)
    assert run.code == 3
    assert run.log.startswith("没有生成新版本，线上仍是原来的版本（退出码 3）")


def test_without_the_repository_names_still_go(office, server, tmp_path):
    repository = office_repository(office.root, tmp_path)
    settings = settle(repository, server)
    repository.bare.rename(tmp_path / "elsewhere")
    run = run_script(settings, LATER)
    assert run.code != 0 and run.log.startswith("没有取到最新的名单，按本机已有的办")
    assert "名单撤下" in (server / "out" / "site" / PAGE).read_text(encoding="utf-8")


def test_nothing_to_take_down_is_said_too(office, tmp_path):
    """An office that never published, with a fault: neither built nor purged, and both are said."""
    repository = office_repository(office.root, tmp_path)
    write_amount(repository, "六十元")
    repository.push("A slip of the pen")
    run = run_script(settle(repository, tmp_path / "server"))
    assert run.code == 3
    assert [line[:6] for line in run.log.splitlines()] == ["没有生成新版", "到期的内容也"]


def test_a_private_number_never_comes_out(office, server, tmp_path):
    repository = office_repository(office.root, tmp_path)
    settings = settle(repository, server)
    number = NUMBERS["ID"]
    write_amount(repository, number)
    repository.push("A number in the wrong column")
    run = run_script(settings)
    assert run.code == 1 and "cell-private-number" in run.summary
    assert number not in run.log + run.summary + (server / "out" / "check.html").read_text(encoding="utf-8")


def test_another_server_gets_the_site_alone(office, server, tmp_path):
    settings = settle(office_repository(office.root, tmp_path), server)
    portal, log = tmp_path / "portal", tmp_path / "gongshi.log"
    with settings.open("a", encoding="utf-8") as file:
        file.write(f"GONGSHI_SITE={portal}\nGONGSHI_LOG={log}\n")
    assert run_script(settings, log=log).code == 0
    assert tree(portal) == tree(server / "out" / "site")
    shutil.rmtree(portal)
    portal.write_text("no folder", encoding="utf-8")
    run = run_script(settings, log=log)
    assert run.code != 0 and run.log.startswith("没有送到网站服务器")
