"""Where a long title may part on a narrow screen."""

import pytest

from generator.rendering.jinja import whole_numbers


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ("县民政局关于公布2026年社会救助标准的通知", "县民政局关于公布<wbr>2026年社会救助标准的通知"),
        ("望山村高龄津贴名单公示（2026年11月）", "望山村高龄津贴名单公示（2026年11月）"),
        ("高龄津贴公示第2批", "高龄津贴公示第2批"),
        ("<b>3</b>", "&lt;b&gt;3&lt;/b&gt;"),
    ],
)
def test_before_a_number_and_never_inside_a_date(title, shown):
    assert whole_numbers(title) == shown
