"""The office's own work: targets, training, home visits, care homes and the money to work with."""

from decimal import Decimal
from random import Random

from generator.columns import percent
from tests.sample_office.relief import Row, Villages

_TARGETS = ["序号", "任务", "目标", "单位", "完成时限", "完成数", "完成率", "进展说明"]
# (task, target, unit, due, done by the end of September, by the end of October, evidence)
_TASKS = (
    ("低保家庭年度复核", 618, "户", "2026-09-30", 618, 618, "复核表和入户照片已归档"),
    ("村级民政协理员培训", 2, "次", "2026-12-31", 2, 2, "签到册和课件已归档"),
    ("医疗救助", 1500, "人次", "2026-12-31", 1096, 1235, "县医疗保障局每月结算单"),
    ("困难家庭老年人居家适老化改造", 32, "户", "2026-10-31", 27, 32, "逐户验收单"),
    ("护理型床位", 120, "张", "2026-12-31", 104, 104, "两家养老机构床位登记"),
    ("募集慈善资金", 300000, "元", "2026-12-31", 188600, 214350, "慈善捐赠登记簿和收据"),
    ("公益性公墓补植树木", 800, "棵", "2026-12-31", 0, 0, ""),
    ("村（居）民代表会议票决", 15, "个村（社区）", "2026-12-31", 13, 15, "票决记录已逐村核对"),
)
_TRAINING = (
    ("序号", "日期", "培训内容", "参加人员", "参加人数", "学时"),
    ("1", "2026-04-16", "低保和特困申请怎样受理、怎样入户", "村民政委员、村级民政协理员", "31", "6"),
    ("2", "2026-07-09", "社会救助法学习：公示什么、不公示什么", "村民政委员、村级民政协理员、窗口人员", "36", "4"),
    ("3", "2026-09-24", "票决怎样计票、记录怎样写", "村民政委员", "15", "3"),
)
_CARE_HOMES = (
    ("名称", "性质", "在哪里", "床位", "护理型床位", "认知障碍照护床位", "入住人数", "收费标准", "咨询电话"),
    (
        "禾风镇敬老院",
        "公办",
        "禾风镇柳湾村南头",
        "96",
        "54",
        "6",
        "61",
        "特困人员免费；自费每月1600元起",
        "0690-5550131",
    ),
    (
        "禾风镇康宁养老服务中心",
        "民办",
        "禾风镇东桥社区桥东路12号",
        "80",
        "50",
        "8",
        "57",
        "每月2200元至3800元，按照护级别",
        "0690-5550132",
    ),
)
_VISITS = ["村（社区）", "重点户", "走访的重点户", "走访总户数", "下村次数"]
_FUND = ["序号", "日期", "环节", "来源", "经费项目", "摘要", "金额", "余额", "会议记录"]
_SERVICE, _COMMUNITY, _TALKS = "服务群众专项经费", "社区工作专项经费", "社区协商工作经费"
_ENTRIES = (
    ("2025-11-01", "期初", "", _SERVICE, "上年结转", "8260.00", "禾联纪〔2025〕20号"),
    ("2025-11-12", "拨入", "县财政", _SERVICE, "县级工作经费", "36000.00", "禾联纪〔2025〕21号"),
    ("2025-12-10", "支出", "", _SERVICE, "冬季入户用车和食宿", "9840.00", "禾联纪〔2025〕22号"),
    ("2026-01-15", "拨入", "乡镇", _SERVICE, "镇级配套上半年", "90000.00", "禾联纪〔2026〕9号"),
    ("2026-02-26", "支出", "", _COMMUNITY, "村级民政协理员上半年补贴", "57600.00", "禾联纪〔2026〕10号"),
    ("2026-04-16", "支出", "", _SERVICE, "协理员培训", "6180.00", "禾联纪〔2026〕12号"),
    ("2026-05-20", "拨入", "福利彩票公益金", _COMMUNITY, "社区服务站设备", "24000.00", "禾联纪〔2026〕13号"),
    ("2026-06-11", "支出", "", _COMMUNITY, "三个社区服务站设备", "23750.00", "禾联纪〔2026〕14号"),
    ("2026-07-14", "拨入", "乡镇", _SERVICE, "镇级配套下半年", "90000.00", "禾联纪〔2026〕15号"),
    ("2026-08-20", "支出", "", _COMMUNITY, "村级民政协理员下半年补贴", "57600.00", "禾联纪〔2026〕16号"),
    ("2026-09-10", "支出", "", _SERVICE, "年度复核入户用车和印制公示表", "21460.00", "禾联纪〔2026〕17号"),
    ("2026-10-22", "支出", "", _TALKS, "票决会议和居民议事会", "8320.00", "禾联纪〔2026〕20号"),
)


def work_lists(random: Random, villages: Villages) -> dict[str, list[Row]]:
    """Heading and rows of each list, by `kind/id`."""
    lists = {
        "work_target/2026-09": _targets(4),
        "work_target/2026-10": _targets(5),
        "training/2026": [list(row) for row in _TRAINING],
        "care_home/township": [list(row) for row in _CARE_HOMES],
        "work_fund/2025-11-to-2026-10": _fund(),
    }
    key = {name: random.choice((1, 1, 2, 4, 6)) + population // 1000 for name, _, population in villages}
    for month in ("2026-09", "2026-10"):
        lists[f"home_visit/{month}"] = _visits(random, key)
        # One household more or less becomes a key household from month to month.
        changed = random.choice(sorted(key))
        key[changed] += random.choice((-1, 1))
    return lists


def _targets(done: int) -> list[Row]:
    """A monthly bulletin; `done` is the position of that month's result."""
    rows = [_TARGETS]
    for number, task in enumerate(_TASKS, start=1):
        item, target, unit, due, evidence = *task[:4], task[6]
        actual = task[done]
        rows.append(
            [str(number), item, str(target), unit, due, str(actual), percent.show(percent.of(actual, target)), evidence]
        )
    return rows


def _visits(random: Random, key: dict[str, int]) -> list[Row]:
    """Every key household once, and other households on the way."""
    rows = [_VISITS]
    for village, households in key.items():
        visited = households + random.randrange(3, 12)
        rows.append([village, str(households), str(households), str(visited), str(random.choice((3, 4, 4, 5)))])
    return rows


def _fund() -> list[Row]:
    rows, balance = [_FUND], Decimal()
    for number, (day, event, source, line, summary, amount, minutes) in enumerate(_ENTRIES, start=1):
        balance += -Decimal(amount) if event == "支出" else Decimal(amount)
        rows.append([str(number), day, event, source, line, summary, amount, f"{balance:.2f}", minutes])
    return rows
