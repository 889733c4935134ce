"""The sections of the site, in the order of its menu."""

SECTIONS = {
    "relief": "救助名单",
    "funds": "资金",
    "duties": "职责",
    "guides": "办事指南",
    "policies": "政策",
}

# Pages that belong to a section and to no kind: title and address.
MORE = {
    "duties": (("谁负责我们村", "who.html"), ("人员配备", "staffing.html")),
    "policies": (("公开计划", "schedule.html"),),
}
