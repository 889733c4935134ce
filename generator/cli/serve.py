"""`gongshi serve`"""

import os
from pathlib import Path
from typing import Annotated

import typer

from generator.cli.common import ProjectOption, open_project


def serve(
    project: ProjectOption = Path(),
    address: Annotated[str, typer.Option("--address", help="在本机的哪个地址预览")] = "127.0.0.1:8000",
) -> int:
    """在本机预览，改了文件自动更新；不影响已发布的版本。"""
    from mkdocs.commands.serve import serve as mkdocs_serve

    opened = open_project(project)
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    mkdocs_serve(str(opened.root / "mkdocs.yml"), dev_addr=address, livereload=True)
    return 0
