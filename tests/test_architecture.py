"""The rules of the house: import order, the privacy wall, types, style, and nothing of the workplace."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from generator import checks, columns, findings
from tests.conftest import REPOSITORY

BIN = Path(sys.executable).parent


def run(*command: str, cwd: Path = REPOSITORY) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False, timeout=280)


def lint_imports(folder: Path) -> subprocess.CompletedProcess[str]:
    return run(str(BIN / "lint-imports"), "--no-cache", cwd=folder)


def test_import_order_and_privacy_wall():
    result = lint_imports(REPOSITORY)
    assert result.returncode == 0, result.stdout


@pytest.mark.parametrize(
    ("module", "line"),
    [
        ("publications/downloads.py", "from generator.tables import Table"),
        ("edition/pages.py", "from generator.gates.disclose import Disclosed"),
        ("publications/kinds.py", "from generator.changes import compare"),
        ("publications/downloads.py", "from generator.publications.sitemap import web as other"),
        ("columns/money.py", "from generator.kinds import Kind"),
        ("reports/html.py", "from generator.tables import Table"),
        ("pipeline.py", "import mkdocs"),
    ],
)
def test_a_broken_wall_is_named_with_its_file(tmp_path, module, line):
    """The contracts really hold something: each of these imports breaks one."""
    for name in ("generator", ".importlinter"):
        source = REPOSITORY / name
        (shutil.copytree if source.is_dir() else shutil.copy)(source, tmp_path / name)
    path = tmp_path / "generator" / module
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace('"""\n\n', f'"""\n\n{line}\n', 1), encoding="utf-8")
    result = lint_imports(tmp_path)
    assert result.returncode == 1
    assert f"generator.{module[:-3].replace('/', '.')}" in result.stdout


def test_types_and_style():
    for command in (("mypy",), ("ruff", "check"), ("ruff", "format", "--check")):
        where = [] if command == ("mypy",) else ["generator", "tests", "benchmarks", "audit"]
        result = run(str(BIN / command[0]), *command[1:], *where)
        assert result.returncode == 0, result.stdout + result.stderr


def test_a_page_that_asks_for_a_board_notice_fails_the_type_check(tmp_path):
    """`WebNotice` and `BoardNotice` cannot stand for each other."""
    snippet = tmp_path / "leak.py"
    snippet.write_text(
        "from generator.edition import Edition\n"
        "from generator.notices import BoardNotice\n"
        "from generator.publications import notice_pages\n"
        "from generator.rendering import Press\n\n"
        "def leak(edition: Edition[BoardNotice], press: Press) -> None:\n"
        "    list(notice_pages.web(edition, press))\n",
        encoding="utf-8",
    )
    result = run(str(BIN / "mypy"), "--config-file", "pyproject.toml", str(snippet))
    assert result.returncode == 1
    assert "leak.py:7" in result.stdout and "Edition[WebNotice]" in result.stdout


def source_text() -> str:
    return "\n".join(path.read_text(encoding="utf-8") for path in sorted((REPOSITORY / "generator").rglob("*.py")))


def test_every_rule_of_the_catalogue_is_used_and_every_used_rule_is_in_it():
    text = source_text()
    used = set(re.findall(r'(?:finding|Rejected)\(\s*"([a-z-]+)"', text)) | set(
        re.findall(r'"(kind-unknown-[a-z]+)"', text)
    )
    used |= {"prose-warning"} & set(re.findall(r'"(prose-warning)"', text))
    assert used == set(findings.rules())


def test_every_rule_says_what_to_do_in_chinese():
    for rule in findings.rules().values():
        assert rule.severity in {"error", "warning"}
        assert rule.actor and all(re.search(r"[\u4e00-\u9fff]", each["zh"]) for each in (rule.message, rule.remedy))


def test_every_extension_module_opens_with_why():
    for package in (checks, columns):
        for name in package.names():
            path = Path(package.__path__[0]) / f"{name}.py"
            assert path.read_text(encoding="utf-8").startswith('"""'), path.name


def test_modules_stay_small():
    lengths = sorted(
        len(path.read_text(encoding="utf-8").splitlines()) for path in (REPOSITORY / "generator").rglob("*.py")
    )
    assert lengths[len(lengths) // 2] <= 90
    assert lengths[-1] <= 250


def test_templates_carry_no_inline_style_or_script():
    for path in (REPOSITORY / "site_templates").rglob("*.html"):
        # Both are one file each, opened from anywhere: their style stands inside, under a policy of its own.
        if path.name == "404.html" or path.parent.name == "reports":
            continue
        text = path.read_text(encoding="utf-8")
        assert not re.search(
            r"<style|\sstyle=|\son[a-z]+=|<script(?![^>]*\s(?:src=|type=\"application/ld\+json\"))", text
        ), path.name
        assert not re.search(r"""(?:src|href)=["']https?://""", text), path.name
