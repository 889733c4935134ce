"""Which posters must be printed again after a release, and why."""

import json
import shutil
from dataclasses import replace
from datetime import date

from generator.cli import run
from generator.examination import examine
from generator.pipeline import bundle
from generator.release.layout import current_release
from generator.release.manifest import Made, Manifest, load_manifest, write_manifest
from generator.release.reprint import full_list, reprint, summary
from tests.conftest import REPOSITORY
from tests.offices import VILLAGES

TODAY = date(2026, 11, 5)
LIST = "data/rounds/2026-11/old_age_allowance.public_notice.csv"


def planned(office, today=TODAY):
    """What the manifest of a build would say, with a poster's key in place of its bytes."""
    made = bundle(office, examine(office, today), today).artifacts
    return Manifest("", "", {each.path: Made(each.key, 0, each.key, parts=each.parts) for each in made})


def posters(manifest):
    return sum(path.startswith("print/posters/") for path in manifest.files)


def change(office, register, old, new):
    path = office.root / f"data/registers/{register}.csv"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def without_one_of_the_first_village(office):
    path = office.root / LIST
    heading, first, *others = path.read_text(encoding="utf-8").splitlines(keepends=True)
    assert first.startswith(VILLAGES[0])
    path.write_text("".join([heading, *others]), encoding="utf-8")
    assert (
        run(["approve", str(path), "--correction", "有一人已经去世", "--no-review", "--project", str(office.root)]) == 0
    )


def reasons(found):
    return {(each.title.removeprefix(each.village), each.village): each.why for each in found.hang}


def test_another_telephone_stands_on_every_poster_that_gives_it(office):
    before = planned(office)
    change(office, "contacts", "0690-5550110", "0690-5550111")
    found = reprint(before, planned(office))
    assert set(reasons(found).values()) == {"电话或单位变了"}
    notices = [each for each in found.hang if "public_notice" in each.path]
    assert {each.village for each in notices} == set(VILLAGES) and not found.take_down
    assert summary(found)[0] == f"需要重新张贴 {len(found.hang)} 张（共 {posters(before)} 张）："
    assert summary(found)[1] == "  电话或单位变了："


def test_a_correction_changes_the_list_of_one_village_and_the_check_code_of_all(office):
    before = planned(office)
    without_one_of_the_first_village(office)
    found = reprint(before, planned(office))
    title = "高龄津贴名单公示（2026年11月）"
    assert reasons(found) == {
        (title, VILLAGES[0]): "名单变了，批准书变了（更正、重新批准、签名），期限变了",
        (title, VILLAGES[1]): "批准书变了（更正、重新批准、签名），期限变了",
    }
    assert len(found.hang) < found.total == posters(before)


def test_after_its_last_day_a_notice_is_taken_down_and_the_next_one_is_new(office):
    before = planned(office, date(2026, 10, 10))
    found = reprint(before, planned(office))
    assert {why for (title, _), why in reasons(found).items() if "2026年11月" in title} == {"新公示"}
    assert {each.title for each in found.take_down} >= {f"{name}高龄津贴名单公示（2026年10月）" for name in VILLAGES}
    text = "\n".join(summary(found))
    assert "  新公示：" in text and "请摘下" in text
    for each in (*found.hang, *found.take_down):
        assert each.path in full_list(found, "2026-11-05")


def test_another_look_is_named_as_such(office):
    before = planned(office)
    folder = office.root / "site_templates/posters"
    shutil.copytree(REPOSITORY / "site_templates/posters", folder)
    found = reprint(before, planned(office))
    assert set(reasons(found).values()) == {"版式或字体变了"}
    assert len(found.hang) == found.total


def test_with_no_part_changed_or_none_recorded_the_software_is_the_reason(office):
    now = planned(office)
    for before in (
        {path: replace(made, sha256="other") for path, made in now.files.items()},
        {path: Made("other", 0, "") for path in now.files},
    ):
        found = reprint(Manifest("", "", before), now)
        assert set(reasons(found).values()) == {"版本更新"}


def test_what_is_most_urgent_comes_first():
    old, new = ({"title": "", "village": "", "list": each, "look": each} for each in "ab")
    before = {
        "print/posters/a.pdf": Made("1", 0, "", parts={**new, "look": "a"}),
        "print/posters/b.pdf": Made("1", 0, "", parts=old),
    }
    after = {path: Made("2", 0, "", parts=new) for path in before}
    found = reprint(Manifest("", "", before), Manifest("", "", after))
    assert [(each.path, each.changed) for each in found.hang] == [
        ("print/posters/b.pdf", ("list", "look")),
        ("print/posters/a.pdf", ("look",)),
    ]


def test_a_long_summary_ends_with_how_much_is_left_out():
    parts = [{"title": f"第{n}号清单", "village": "", "list": str(n)} for n in range(30)]
    files = {f"print/posters/{n:02}.pdf": Made(str(n), 0, "", parts=each) for n, each in enumerate(parts)}
    before = {path: replace(made, sha256="", parts={**made.parts, "list": ""}) for path, made in files.items()}
    lines = summary(reprint(Manifest("", "", before), Manifest("", "", files)))
    # The heading, 20 lines of which the first is the reason, what is left out, and where all of it stands.
    assert [line for line in lines if "号清单" in line][-1] == "    第18号清单，1 张"
    assert lines[-2:] == ["  还有 11 行没有列出。", "清单和文件名在 .build/reprint.txt"]


def test_the_build_says_what_to_print(office, capsys):
    """The first build, one that changes nothing, one that changes templates but no poster, and one that does."""

    def build():
        assert run(["build", "--project", str(office.root)]) == 0
        return capsys.readouterr().out

    written = office.root / ".build/reprint.txt"
    total = f"海报 {posters(planned(office))} 张都是新的"
    assert total in build()
    first = written.read_text(encoding="utf-8")
    assert "海报没有变，不用重新打印。" in build()
    folder = office.root / "site_templates/posters"
    shutil.copytree(REPOSITORY / "site_templates/posters", folder)
    (folder / "lib.typ").write_text((folder / "lib.typ").read_text(encoding="utf-8") + "// ours\n", encoding="utf-8")
    assert "海报没有变，不用重新打印。" in build()
    assert written.read_text(encoding="utf-8") == first

    without_one_of_the_first_village(office)
    printed = build()
    assert "需要重新张贴 2 张" in printed and f"高龄津贴名单公示（2026年11月）：{VILLAGES[0]}，1 张" in printed
    lines = written.read_text(encoding="utf-8").splitlines()
    named = [line.split()[0] for line in lines if line.startswith("  print/")]
    release = current_release(office.root)
    assert len(named) == 2 and all((release / each).is_file() for each in named)


def test_a_manifest_keeps_the_parts_and_one_of_an_older_version_is_read_too(tmp_path):
    plain, poster = Made("0" * 64, 1, "key"), Made("1" * 64, 2, "key", parts={"title": "名单", "list": "ab"})
    manifest = Manifest("2026-11-05", "", {"site/index.html": plain, "print/posters/a.pdf": poster})
    write_manifest(tmp_path, manifest)
    assert load_manifest(tmp_path) == manifest
    content = json.loads((tmp_path / "manifest.json").read_text(encoding="utf-8"))
    assert "parts" not in content["files"]["site/index.html"]
    del content["files"]["print/posters/a.pdf"]["parts"]
    (tmp_path / "manifest.json").write_text(json.dumps(content), encoding="utf-8")
    assert load_manifest(tmp_path).files["print/posters/a.pdf"] == replace(poster, parts={})
