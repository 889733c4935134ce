"""What a kind declares about its account, its targets and its views must fit its columns and figures."""

import pytest

from generator.findings import spoken
from generator.kinds import load_kinds
from generator.project import Project
from tests.conftest import REPOSITORY
from tests.offices import rewrite


@pytest.mark.parametrize(
    ("kind", "old", "new", "words"),
    [
        ("fund_ledger", "sources: by_source", "sources: by_origin", "没有“by_origin”"),
        ("fund_ledger", "opening: opening\n", "opening: first\n", "没有“first”"),
        ("fund_ledger", "balance: balance\n", "balance: left\n", "没有名为“left”的列"),
        ("fund_ledger", "balance: balance\n", "balance: summary\n", "“summary”列要网上全写，类型须是：money"),
        ("fund_ledger", "  audited: summary\n", "", "audit 和 audited"),
        ("fund_ledger", "  on_card: 一卡通\n", "", "methods 和 on_card"),
        ("work_target", "target: target\n", "target: due\n", "“due”列要网上全写，类型须是：count"),
        (
            "work_target",
            "title: 目标, type: count, board: full, web: full",
            "title: 目标, type: count, board: full, web: never",
            "“target”列",
        ),
        ("duty_list", "group: post, under: person}", "group: post}", "group 和 under 一起写"),
        (
            "duty_list",
            "group: post, under: person}",
            "group: post, under: person, roles: {lead_units: 牵头}}",
            "只写 roles",
        ),
        ("duty_list", "roles: {lead_units: 牵头", "roles: {leading: 牵头", "没有名为“leading”的列"),
    ],
)
def test_what_does_not_fit_is_named(tmp_path, kind, old, new, words):
    path = tmp_path / "data/kinds" / f"{kind}.yaml"
    path.parent.mkdir(parents=True)
    path.write_bytes((REPOSITORY / "data/kinds" / path.name).read_bytes())
    rewrite(path, old, new)
    problems = [each for each in load_kinds(Project(tmp_path))[1] if each.place.file.endswith(f"/{kind}.yaml")]
    assert problems, "refused"
    assert any(words in spoken(word, "zh") for each in problems for _, word in each.words)
