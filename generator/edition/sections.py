"""The sections of the site, in the order of its menu."""

SECTIONS = {
    "relief": "救助名单",
    "funds": "资金",
    "duties": "职责",
    "guides": "办事指南",
    "policies": "政策",
}
# The sorts of column (ColumnType) that portals know, by section; all others are disclosure.
COLUMN_TYPE = "政务公开"
COLUMN_TYPES = {"duties": "机构职能", "guides": "办事服务", "policies": "政策文件"}
