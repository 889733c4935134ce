"""Findings as text for people: at most twenty per rule, then a count; last, what was not checked."""

from collections import Counter
from collections.abc import Sequence

from generator.findings import SHOWN_PER_RULE, Finding

_SEVERITY = {"error": "错误", "warning": "提醒"}
NOT_CHECKED = (
    "本程序只核对文件，不核对事实：人是否该在名单上、金额是否算对，由审批负责",
    "隐藏的行、列、批注和宏（导入原始表格时才核对）",
    "照片和扫描件里的文字",
)


def text_report(findings: Sequence[Finding]) -> str:
    """The report; empty if there is nothing to say."""
    if not findings:
        return ""
    lines: list[str] = []
    shown: Counter[str] = Counter()
    totals = Counter(each.rule for each in findings)
    for each in findings:
        shown[each.rule] += 1
        if shown[each.rule] <= SHOWN_PER_RULE:
            lines += [f"{_SEVERITY[each.severity]} {each.place}", f"    {each.message()}（{each.rule}）"]
            lines += [f"    怎么办：{each.remedy()}。由{each.actor()}处理"]
        elif shown[each.rule] == SHOWN_PER_RULE + 1:
            lines.append(f"    …… {each.rule} 还有 {totals[each.rule] - SHOWN_PER_RULE} 处")
    errors = sum(each.severity == "error" for each in findings)
    lines.append(f"共 {errors} 处错误，{len(findings) - errors} 处提醒。没有核对的：{'；'.join(NOT_CHECKED)}。")
    return "\n".join(lines)
