"""W3C checker (`vnu-jar`, from npm; Java): every page, 404 and the print room too, without an error.

Fragments are parts of a page: each is judged inside the smallest valid page.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from audit.sample import Sample
from audit.tools import MODULES, program, run
from audit.verdict import ToolFailed, Verdict, counted

_AROUND = """<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><title>fragment</title></head><body>
{}
</body></html>
"""


def verdicts(sample: Sample) -> Iterator[Verdict]:
    yield counted("W3C checker", "pages", len(sample.pages), _errors(sample, sample.pages), "errors")
    fragments = sorted((sample.site / "fragments").rglob("*.html"))
    if fragments:
        with TemporaryDirectory(prefix="gongshi-fragments-") as folder:
            wrapped = [_wrapped(each, Path(folder) / f"{number}.html") for number, each in enumerate(fragments)]
            errors = _errors(sample, wrapped)
        yield counted("W3C checker", "fragments", len(fragments), errors, "errors")


def _wrapped(fragment: Path, page: Path) -> Path:
    page.write_text(_AROUND.format(fragment.read_text(encoding="utf-8")), encoding="utf-8")
    return page


def _errors(sample: Sample, pages: tuple[Path, ...] | list[Path]) -> list[str]:
    jar = MODULES / "vnu-jar" / "build" / "dist" / "vnu.jar"
    if not jar.is_file():
        raise ToolFailed("vnu-jar is not installed; `make audit` installs it")
    options = ("--format", "json", "--stdout", "--exit-zero-always", "--errors-only")
    answer = run(program("java"), "-jar", str(jar), *options, *map(str, pages))
    messages = json.loads(answer)["messages"]
    return [
        f"{sample.name(each['url'].removeprefix('file:'))}:{each.get('lastLine', 0)} {each['message']}"
        for each in messages
    ]
