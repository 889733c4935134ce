"""`--profile`: where the time went, stage by stage."""

import re
import time

from generator.cli import run
from generator.cli.clock import Clock


def test_stages_in_their_order_each_once_and_together_the_whole():
    clock, steps = Clock(), []
    advance = clock.watching(lambda *step: steps.append(step))
    for stage in ("网页", "海报", "网页"):
        time.sleep(0.01)
        advance(stage, 1, 2)
    assert [*clock.stages] == ["网页", "海报"] and steps[1] == ("海报", 1, 2)
    assert clock.stages["网页"] > clock.stages["海报"] >= 0.01
    shares = [int(each) for line in clock.lines() for each in re.findall(r"（(\d+)%）", line)]
    assert 98 <= sum(shares) <= 102


def test_a_build_says_where_its_time_went(office, tmp_path, capsys):
    assert run(["build", "--project", str(office.root), "--out", str(tmp_path), "--profile", "--jobs", "1"]) == 0
    said = capsys.readouterr().err
    stages = re.findall(r"^(\S+) [0-9.]+ 秒（", said, re.MULTILINE)
    assert stages == ["检查", "编排", "文章", "网页", "海报", "汇总", "扫描", "发布"]
    assert re.search(r"一共 [0-9.]+ 秒，内存最多 \d+ MB", said)
