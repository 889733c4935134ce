"""Headings of private columns in real exports (ministry platform, older systems, rosters)."""

import re
import unicodedata

_PRIVATE = re.compile(
    "身份证|证件号|残|低保证|特困证|保障证|编号|案号"
    "|电话|手机|联系方式|住址|地址|户籍|门牌"
    "|银行|账号|帐号|账户|帐户|一卡通|卡号|存折"
    "|出生|生日|年龄|周岁|性别|民族|婚姻|宗教|信仰|文化程度|学历|就业"
    "|健康|疾病|患病|病种|病情|劳动能力|致贫|原因|收入|财产|金融|资产|住房|房产|车辆"
    "|关系|家庭成员|共同生活|监护|分类施保|增发|分档"
)

_PERSON = re.compile("姓名|户主|申请人|监护人|抚养人|受益人|对象名|人名|儿童名|本人")


def names_persons(heading: str) -> bool:
    """Whether a heading announces names of persons, which a table of counts must not hold."""
    return _PERSON.search(_compact(heading)) is not None


def is_private(heading: str) -> bool:
    """Whether a heading names what is never published, masked or not.

    《社会救助法》第十一条；《个人信息保护法》第二十八条.
    """
    return _PRIVATE.search(_compact(heading)) is not None


def _compact(heading: str) -> str:
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", heading))
