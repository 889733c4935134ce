"""What must stop a build: text that cannot be read back, fonts and characters that are missing."""

import shutil
from pathlib import Path

import pytest

from generator.exceptions import GongshiError
from generator.publications.posters import _compiled
from generator.rendering.typst import compile_poster
from tests.posters.contents import CONTENTS, Content, strings
from tests.posters.test_looks import LOOKS, PUBLISHED, SIZES

pytestmark = pytest.mark.xdist_group("looks")
every_look = pytest.mark.parametrize("look", CONTENTS)


@pytest.fixture
def spoilt(tmp_path: Path) -> Path:
    """Looks of a test's own."""
    return Path(shutil.copytree(LOOKS, tmp_path / "posters"))


def test_a_name_that_is_not_printed_stops_the_poster(spoilt: Path, fonts: tuple[Path, ...]):
    """The sound look passes, the one that leaves out a row does not."""
    content = _content("notice_list")
    texts = tuple(strings(content))
    assert _compiled(spoilt / "notice_list.typ", fonts, content, texts, PUBLISHED)
    _replace(spoilt / "notice_list.typ", "poster.rows }", "poster.rows.slice(1) }")
    with pytest.raises(GongshiError, match="cannot be read back"):
        _compiled(spoilt / "notice_list.typ", fonts, content, texts, PUBLISHED)


def test_a_duty_that_is_not_printed_stops_the_poster(spoilt: Path, fonts: tuple[Path, ...]):
    content = _content("duty_board")
    texts = tuple(strings(content))
    assert _compiled(spoilt / "duty_board.typ", fonts, content, texts, PUBLISHED)
    _replace(spoilt / "duty_board.typ", "    task.text\n", "")
    with pytest.raises(GongshiError, match="cannot be read back"):
        _compiled(spoilt / "duty_board.typ", fonts, content, texts, PUBLISHED)


@every_look
@pytest.mark.parametrize("family", ["Noto Sans CJK SC", "Noto Serif SC"])
def test_an_unknown_font_family_stops_the_poster(look: str, family: str, spoilt: Path, fonts: tuple[Path, ...]):
    _replace(spoilt / "lib.typ", f'"{family}"', '"No Such Family"')
    with pytest.raises(GongshiError, match="unknown font family"):
        compile_poster(spoilt / f"{look}.typ", fonts, _content(look), PUBLISHED)


@every_look
def test_without_our_fonts_no_system_font_steps_in(look: str, spoilt: Path, tmp_path: Path):
    with pytest.raises(GongshiError):
        compile_poster(spoilt / f"{look}.typ", (tmp_path,), _content(look), PUBLISHED)


@every_look
@pytest.mark.parametrize("character", ["\ue000", "\U0003fffd", "\U0001f600"])
def test_a_character_that_no_font_has_stops_the_poster(look: str, character: str, fonts: tuple[Path, ...]):
    content = _content(look) | {"seal_name": f"禾风镇{character}"}
    with pytest.raises(GongshiError):
        compile_poster(LOOKS / f"{look}.typ", fonts, content, PUBLISHED)


def _content(look: str) -> Content:
    return CONTENTS[look]({"name": "A4", **SIZES["A4"]}, 3)


def _replace(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
