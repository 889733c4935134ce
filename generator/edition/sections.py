"""The sections of the site, in the order of its menu."""

SECTIONS = {
    "relief": "救助名单",
    "funds": "资金",
    "duties": "职责",
    "guides": "办事指南",
    "policies": "政策",
}
