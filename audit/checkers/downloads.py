"""Open data (`frictionless`, from PyPI): the package and every table in it are what they say they are.

It reads each file again and compares digest, size, columns and the type of every cell.
"""

from collections.abc import Iterator

import frictionless

from audit.sample import Sample
from audit.verdict import Verdict, counted


def verdicts(sample: Sample) -> Iterator[Verdict]:
    packages = sorted(sample.site.rglob("datapackage.json"))
    if not packages:
        yield Verdict("frictionless", "datapackage.json", 0, "missing", "valid", False)
    for package in packages:
        report = frictionless.validate(str(package.resolve()))
        places = report.flatten(["name", "rowNumber", "fieldName", "note"])
        complaints = [" ".join(str(part) for part in place if part is not None) for place in places]
        complaints += [f"{package.name}: {error.message}" for error in report.errors]
        yield counted("frictionless", sample.name(package), len(report.tasks), complaints, "errors")
