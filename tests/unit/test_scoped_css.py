"""A style sheet that touches one class only. What it does in a page is tested in the browser."""

import pytest
import tinycss2

from generator.rendering.scoped_css import scoped
from tests.conftest import REPOSITORY

OWN = ".g:not(#g_):not(#g_)"


def rules(css: str) -> str:
    """What was made of `css`, without what every sheet begins and ends with."""
    return "\n".join(scoped(css, "g").splitlines()[3:-1])


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("p, .a > b { color: red }", f"{OWN} p, {OWN} .a > b {{ color: red }}"),
        (":root { --x: 1px }", f"{OWN} {{ --x: 1px }}"),
        ("body { margin: 0 }", f"{OWN} {{ margin: 0 }}"),
        ("a:is(.b, .c) {}", f"{OWN} a:is(.b, .c) {{}}"),
        ("html { font-size: 112.5% }", ""),
        ('html[data-size="large"] p { color: red }', ""),
        (
            "p { margin: -.5rem 1rem }",
            f"{OWN} p {{ margin: calc(-.5 * var(--gongshi-rem, 18px)) calc(1 * var(--gongshi-rem, 18px)) }}",
        ),
        (
            "@media (min-width: 48rem) { p { color: red } }",
            f"@media (min-width: 864px) {{\n{OWN} p {{ color: red }}\n}}",
        ),
        (
            "@container (min-width: 10rem) { p { color: red } }",
            f"@container (min-width: 180px) {{\n{OWN} p {{ color: red }}\n}}",
        ),
        ("@media (prefers-color-scheme: dark) { p { color: red } }", ""),
        ("@media print { p { color: red } }", ""),
    ],
)
def test_every_selector_stays_inside(before, after):
    assert rules(before) == after


def test_what_cannot_be_parsed_is_not_published():
    with pytest.raises(ValueError, match="line 1"):
        scoped("p { } }", "g")


def test_the_site_s_own_sheet():
    """No selector of the whole sheet reaches outside, and no length depends on the other page."""
    css = "\n".join(
        path.read_text("utf-8") for path in sorted((REPOSITORY / "site_templates/assets").rglob("site*/*.css"))
    )
    made = scoped(css, "g")
    assert "rem;" not in made and "rem " not in made.replace("--gongshi-rem ", "")
    for rule in tinycss2.parse_stylesheet(made, skip_comments=True, skip_whitespace=True):
        inner = (
            [rule]
            if rule.type == "qualified-rule"
            else tinycss2.parse_rule_list(rule.content or [], skip_whitespace=True)
        )
        for each in inner:
            if each.type == "qualified-rule":
                assert tinycss2.serialize(each.prelude).strip().startswith(OWN), tinycss2.serialize(each.prelude)
