"""Private numbers are found in every usual disguise, and ordinary text is left alone."""

import hashlib
import re
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum import luhn

from generator import detection
from generator.detection import public_numbers
from generator.detection.normalise import source_text, visible_text
from generator.findings import spoken
from tests.numbers import card_number, id_number, mobile_number

ID = id_number(Random(1))
CARD = card_number(Random(2))
MOBILE = mobile_number(Random(3))
CHINESE = str.maketrans("0123456789", "〇一二三四五六七八九")
FULL_WIDTH = str.maketrans("0123456789X", "０１２３４５６７８９Ｘ")


def private_numbers(text: str, public: frozenset[str] = frozenset()) -> tuple[str, ...]:
    """What is found, as a clerk reads it."""
    return tuple(spoken(kind, "zh") for kind in detection.private_numbers(text, public))


DISGUISES = [
    ("plain", ID, "身份证号码"),
    ("inside a sentence", f"请核对{ID}，谢谢", "身份证号码"),
    ("after a letter", f"ID{ID}号", "身份证号码"),
    ("spaced", " ".join(ID), "身份证号码"),
    ("hyphens", f"{ID[:6]}-{ID[6:14]}-{ID[14:]}", "身份证号码"),
    ("full width", ID.translate(FULL_WIDTH), "身份证号码"),
    ("zero-width characters", "\u200b".join(ID), "身份证号码"),
    ("combining marks", ID[:5] + "\u0301" + ID[5:], "身份证号码"),
    ("Arabic-Indic digits", "".join(chr(0x660 + int(c)) if c.isdigit() else c for c in ID), "身份证号码"),
    ("Excel kept 15 digits", ID[:15] + "000", "身份证号码"),
    ("scientific notation", f"{ID[0]}.{ID[1:6]}E+17", "身份证号码"),
    ("disability card", ID[:17].replace("X", "1") + ID[17] + "43", "身份证号码"),
    ("old 15-digit ID", ID[:6] + ID[8:17], "身份证号码"),
    ("Chinese numerals", f"{ID[:17].translate(CHINESE)}{ID[17].translate(CHINESE)}", "身份证号码"),
    ("card", CARD, "银行账号"),
    ("card in groups", " ".join(CARD[i : i + 4] for i in range(0, 19, 4)), "银行账号"),
    ("mobile", MOBILE, "手机号码"),
    ("mobile after a name that ends in 三", f"张三{MOBILE}", "手机号码"),
    ("mobile in groups", f"{MOBILE[:3]} {MOBILE[3:7]} {MOBILE[7:]}", "手机号码"),
    ("mobile with country code", f"+86 {MOBILE}", "手机号码"),
    ("mobile in Chinese", MOBILE.translate(CHINESE), "手机号码"),
    ("landline", "0731-8" + "2345678", "电话号码"),
]


@pytest.mark.parametrize(("text", "kind"), [case[1:] for case in DISGUISES], ids=[case[0] for case in DISGUISES])
def test_found_in_disguise(text, kind):
    assert kind in private_numbers(text)


ORDINARY = [
    "2026年11月2日至2026年11月10日，共9天",
    "12,345.00 67,890.00 2026-09-10",
    "990101100201",
    "640104-001/2020-00011",
    "禾政民示〔2026〕11号",
    "GB/T 37668-2019",
    "人口2846，户数812，1,048.50元",
    "一二三四五六七八九",
    "第一、第二、第三",
    "核对码 a139 1234 5678 9012",
    "核对码 6217 0000 1234 567f",
]


@pytest.mark.parametrize("text", ORDINARY)
def test_ordinary_text_is_left_alone(text):
    assert private_numbers(text) == ()


def test_an_office_phone_is_public_by_its_exact_value_only():
    public = public_numbers(["0690-5550110"])
    assert private_numbers("请打0690-5550110。", public) == ()
    assert private_numbers("请打0690-5550111。", public) == ("电话号码",)
    assert private_numbers(f"0690-5550110和{MOBILE}", public) == ("手机号码",)


@given(st.integers(), st.sampled_from(["", " ", "-", "\u200b", "\ufeff", "."]))
def test_every_generated_id_is_found_whatever_stands_between(seed, between):
    assert "身份证号码" in private_numbers(between.join(id_number(Random(seed))))


@given(st.integers(), st.text(alphabet="甲乙丙，。 ", max_size=5))
def test_every_generated_mobile_is_found_in_text(seed, around):
    assert "手机号码" in private_numbers(around + mobile_number(Random(seed)) + around)


@pytest.mark.parametrize(
    "markup",
    [
        f"<td>{ID[:6]}<b>{ID[6:14]}</b>{ID[14:]}</td>",
        f"<td>{ID[:6]}<!-- -->{ID[6:]}</td>",
        "<td>" + "".join(f"&#{ord(c)};" for c in ID) + "</td>",
    ],
)
def test_tags_and_entities_do_not_hide_a_number(markup):
    assert "身份证号码" in private_numbers(visible_text(markup))


@pytest.mark.parametrize("markup", [f'<a title="{ID}">x</a>', f"<!-- {ID} -->", f"<script>var x='{ID}'</script>"])
def test_attributes_comments_and_scripts_are_seen(markup):
    assert "身份证号码" in private_numbers(source_text(markup))


def test_numbers_of_neighbouring_cells_do_not_run_together():
    cells = f"<tr><td>{ID[:9]}</td><td>{ID[9:]}</td></tr>"
    assert private_numbers(visible_text(cells)) == ()


def digest_that_looks_private() -> str:
    """A real SHA-256 with eleven digits in a row that a phone could have."""
    digests = (hashlib.sha256(str(number).encode()).hexdigest() for number in range(100_000))
    return next(each for each in digests if re.search(r"(?<![0-9])1[3-9][0-9]{9}(?![0-9])", each))


def test_a_whole_digest_is_no_number():
    digest = digest_that_looks_private()
    assert private_numbers(f'{{"previous":"{digest}","number":1}}') == ()
    assert private_numbers(digest[1:]) != ()
    assert "身份证号码" in private_numbers(f"{digest} {ID}")


@pytest.mark.parametrize("after", [" a", " 户主 a", "a", "", "。"])
def test_letters_that_stand_behind_a_card_number_make_no_digest_of_it(after):
    """Four groups of four look like the short form of a digest, which has letters of its own."""
    body = card_number(Random(2))[:15]
    card = body + luhn.calc_check_digit(body)
    groups = " ".join(card[start : start + 4] for start in range(0, 16, 4))
    assert private_numbers(f"卡号 {groups}{after}") == ("银行账号",)
