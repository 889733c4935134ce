"""The output scan: numbers and names in every kind of file, in disguise, and what it must let pass."""

import io
from pathlib import Path
from random import Random

import pikepdf
import pytest

from generator.release.scan import Target, make_target, scan_file, searches
from tests.numbers import id_number, mobile_number

ID = id_number(Random(21))
PHONE = mobile_number(Random(22))
TARGET = make_target(["0690-5550110"], frozenset({"甄有田", "高龄", "霍知远", "龚䶮"}), frozenset({"霍知远"}))


def scan(folder: Path, path: str, content: str | bytes, target: Target = TARGET) -> tuple[list[str], bool]:
    """Rules found in one file, and whether a word looked like a name."""
    file = folder / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
    scanned = scan_file(folder, path, searches(target))
    assert all(secret not in str(each) for each in scanned.findings for secret in (ID, PHONE, "甄有田"))
    return [each.rule for each in scanned.findings], bool(scanned.ambiguous)


def pdf_with_title(title: str) -> bytes:
    out = io.BytesIO()
    with pikepdf.new() as document:
        document.add_blank_page()
        document.docinfo["/Title"] = title
        document.save(out)
    return out.getvalue()


@pytest.mark.parametrize(
    ("path", "content"),
    [
        ("site/a.html", f"<p>{ID}</p>"),
        ("site/a.html", f"<p>{ID[:8]}<b></b>{ID[8:]}</p>"),
        ("site/a.html", f"<p data-note='{ID}'></p>"),
        ("site/a.html", f"<!-- {PHONE} -->"),
        ("site/a.json", f'{{"a": "{ID}"}}'),
        ("site/a.csv", f"甲,{PHONE}\r\n"),
        ("site/a.xml", f"<a>{ID}</a>"),
        ("site/a.txt", PHONE),
        ("print/index.html", f"<td>{ID}</td>"),
        ("print/a.pdf", pdf_with_title(f"名单 {ID}")),
        (f"site/{ID}.html", "<p></p>"),
        (f"print/{PHONE}.pdf", b""),
        ("after/site/a.html", f"<p>{ID}</p>"),
    ],
)
def test_a_number_is_found(tmp_path, path, content):
    rules, _ = scan(tmp_path, path, content)
    assert rules == ["output-private"]


@pytest.mark.parametrize(
    ("path", "content"),
    [
        ("site/a.html", "<td>甄有田</td>"),
        ("site/a.html", "<p>慰问甄有田老人</p>"),
        ("site/a.html", "<p>慰问甄 有<i>田</i></p>"),
        ("site/a.html", "<img alt='甄\u200b有田'>"),
        ("site/甄有田.html", "<p></p>"),
        ("site/a.csv", "望山村,甄有田\r\n"),
        ("site/a.html", "<td>高龄</td>"),
        ("site/a.html", "<td>龚䶮</td>"),
        ("site/a.pdf", pdf_with_title("甄有田")),
        ("after/site/a.html", "<td>甄有田</td>"),
    ],
)
def test_a_full_name_is_found_in_site(tmp_path, path, content):
    rules, _ = scan(tmp_path, path, content)
    assert rules == ["output-masked"]


@pytest.mark.parametrize(
    ("path", "content"),
    [
        ("print/a.html", "<td>甄有田</td>"),
        ("site/a.html", "<td>甄某某</td><td>霍知远</td>"),
        ("site/a.html", "<p>电话0690-5550110</p>"),
        ("site/a.html", "<td>甄有</td><td>田野</td>"),
        ("site/a.html", '<path d="M13912345678 6217000012345678"/>'),
    ],
)
def test_what_is_lawful_passes(tmp_path, path, content):
    assert scan(tmp_path, path, content) == ([], False)


def test_a_two_character_name_inside_a_word_is_a_reminder_only(tmp_path):
    assert scan(tmp_path, "site/a.html", "<p>高龄津贴</p>") == ([], True)
