"""What a phone number looks like: an office's, or a person's."""

import re

_LANDLINE = re.compile(r"0[1-9][0-9]{1,2}-?[2-9][0-9]{6,7}(?:-[0-9]{1,6})?")
_MOBILE = re.compile(r"1[3-9][0-9]{9}")
# 12345, 12349, 110, 95588, 10086, 400-…: hotlines, by the numbering plan of 信息产业部令第28号.
_SERVICE = re.compile(r"1[12][0-9]|1[0-2][0-9]{3}|9[56][0-9]{3,4}|[48]00-?[0-9]{3}-?[0-9]{4}|[48]00-?[0-9]{7}")


def is_office_number(phone: str) -> bool:
    """Whether a number can be an office's: a landline with its area code, or a hotline."""
    subscriber = phone.rpartition("-")[2]
    return bool(_SERVICE.fullmatch(phone) or (_LANDLINE.fullmatch(phone) and len(set(subscriber)) > 1))


def is_mobile(phone: str) -> bool:
    """Whether it is a mobile's number, which is mostly somebody's own."""
    return bool(_MOBILE.fullmatch(phone))
