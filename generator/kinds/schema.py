"""JSON Schema of the kind file, for editors: `python -m generator.kinds.schema > data/kinds/kind.schema.json`.

An editor that knows YAML schemas reads the first line of a kind file, completes
its keys and underlines what no kind may say. `gongshi check` says the rest:
what hangs together, such as columns that totals name.
"""

import json
from typing import Any

from generator import columns
from generator.kinds.model import Kind

_ADDRESS = "https://json-schema.org/draft/2020-12/schema"
# What each key means, in the words of the administrator who writes a kind.
_KEYS: dict[str, dict[str, str]] = {
    "Kind": {
        "schema": "格式的版本，写 1",
        "title": "全称，用在标题里",
        "short_title": "简称，用在目录里",
        "section": "归在网站的哪一栏：relief 救助名单、funds 资金、duties 职责、guides 办事指南、policies 政策",
        "shape": "rows：一份名单有许多行；record：一个文件就是一条",
        "per": "village：每个村一份公示；office：全镇一份",
        "state": "draft：只检查不发布；live：发布",
        "entry_unit": "一行叫什么：户、人、笔、项",
        "lists": "两个渠道各能公布到什么程度",
        "refusal": "refused 和 aggregate 要写：不公布名单的法律依据",
        "small_cells": "aggregate 用：小于这个数的人数隐去",
        "list_titles": "长期公开的清单各叫什么：文件名对标题",
        "catalogue_rows": "对应公开目录（民办函〔2019〕52号）的第几项；目录没有的写 []",
        "legal_bases": "依据，名称要与 legal_bases.csv 一致",
        "evidence": "第一次公开以前要留下哪些记录",
        "notice_exemption": "没有公示阶段就公布的，写明依据哪一条",
        "every_months": "至少几个月公开一次：1 每月，3 每季度，12 每年，0 有变化时",
        "continuing": "名单上的人是不是一期接一期享受：是的写 true，才比较新增、减少和调整；办一次给一次的不写",
        "ending_reason": "终止公示名单里写终止原因的列，须是 choice；没有的不写",
        "paid_by": "钱不经过本办专户的，写由谁直接支付",
        "guide": "对应哪份办事指南（文件名）",
        "stages": "可以有哪些阶段",
        "search": "群众怎么找：also 是这类事的通俗叫法；办事指南这样一条一个文件的，再写按哪些列找",
        "columns": "允许公开的列，按顺序；不在这里的列一律不收",
        "identity": "哪几列相同就算重复",
        "totals": "要公布的合计",
        "summaries": "图表",
        "views": "另外的分组页",
        "account": "资金台账用：网页怎样讲清钱从哪里来、到哪里去",
        "progress": "工作目标用：哪几列讲完成到哪一步",
        "page": "网页模板：list 名单，record 单条",
        "posters": "海报的样式、尺寸和渠道；不做海报写 []",
        "downloads": "可下载的格式：csv、xlsx、json；不提供写 []",
        "checks": "要做的专门检查",
    },
    "KindColumn": {
        "name": "列的代号，小写英文",
        "title": "表头文字，要与名单一致",
        "type": "列的类型",
        "board": "公示栏怎么写：full 全写，surname 只写姓，never 不写",
        "web": "网上怎么写：full 全写，surname 只写姓，never 不写",
        "unit": "单位，如 元、人、户",
        "required": "是否必填；可以空的写 false",
        "choices": "choice 列只能写的词",
        "parts": "parts 列每一条的组成",
        "aliases": "导出表里的其他叫法，只用于整理原始表",
    },
    "TotalRule": {
        "name": "代号",
        "title": "显示的名称",
        "sum": "把哪一列加起来",
        "last": "取哪一列的最后一个数",
        "distinct": "数哪一列有几种",
        "unit": "单位；不写就用那一列的",
        "where": "只算符合条件的行：列名对值",
    },
    "Summary": {
        "name": "代号",
        "title": "图表的标题",
        "group": "按哪一列分组",
        "sum": "把哪一列加起来",
        "by": "value 按值分组，month 按月分组",
        "series": "再按哪一列分成几组",
        "only": "只要哪几组",
        "where": "只算符合条件的行：列名对值",
    },
    "View": {
        "name": "代号",
        "title": "页面标题",
        "group": "按哪一列分组",
        "under": "大组用哪一列",
        "roles": "按单位分组用：列名对角色，如 lead_units: 牵头",
    },
    "Account": {
        "opening": "期初余额是哪个合计",
        "received": "收到的钱是哪个合计",
        "paid": "用出去的钱是哪个合计",
        "closing": "还剩的钱是哪个合计",
        "sources": "从哪里来，是哪个图表",
        "uses": "到哪里去，是哪个图表",
        "months": "每月收支是哪个图表",
        "monthly_uses": "每月各用在哪里，是哪个图表",
        "methods": "怎样发到手里，是哪个图表",
        "on_card": "methods 里的哪一种是打到卡上",
        "month": "按哪一列分月",
        "balance": "余额是哪一列",
        "minutes": "会议记录是哪一列",
        "audit": "哪些行是审计结果：列名对值",
        "audited": "审计结果写在哪一列",
    },
    "Progress": {
        "task": "任务是哪一列",
        "target": "目标是哪一列",
        "unit": "单位是哪一列",
        "due": "完成时限是哪一列",
        "actual": "完成数是哪一列",
        "completed": "完成率是哪一列",
        "evidence": "进展说明是哪一列",
    },
    "Poster": {
        "look": "样式",
        "title": "这种样式叫什么，有几种样式时写",
        "sizes": "尺寸，见 sizes.yaml",
        "channels": "board 公示栏，web 网站",
    },
    "Lists": {
        "board": "公示栏：named 名单，aggregate 各村人数，counts 只有总数，refused 不得公布",
        "web": "网站：named 名单，aggregate 各村人数，counts 只有总数，refused 不得公布",
    },
    "Search": {
        "also": "群众还把这类事叫什么",
        "words": "record 用：写着别的叫法的列",
        "numbers": "record 用：写着文号、索引号的列",
        "text": "record 用：最后才找的列",
    },
    "CheckCall": {"name": "检查的名称", "parameters": "检查的参数"},
}


def kind_schema() -> dict[str, Any]:
    """The schema of a kind file as an editor reads it: plain YAML, so that `schema: 1` is a number."""
    schema = Kind.model_json_schema(by_alias=True)
    parts = schema.pop("$defs")
    del schema["properties"]["id"]  # the file's name
    schema["required"].remove("id")
    schema["properties"]["schema"] = {"enum": [1, "1"]}
    schema["properties"]["checks"]["items"] = {"anyOf": [{"type": "string"}, {"$ref": "#/$defs/CheckCall"}]}
    parts["KindColumn"]["properties"]["type"]["enum"] = list(columns.names())
    for name, part in {"Kind": schema, **parts}.items():
        part["description"] = (part.get("description") or name).splitlines()[0]
        for key, value in part["properties"].items():
            value.pop("title", None)
            value["description"] = _KEYS[name][key]
    return {"$schema": _ADDRESS, **schema, "title": "公开事项", "$defs": parts}


def schema_text() -> str:
    """What is committed beside the kinds."""
    return json.dumps(kind_schema(), ensure_ascii=False, indent=2) + "\n"


if __name__ == "__main__":
    print(schema_text(), end="")
