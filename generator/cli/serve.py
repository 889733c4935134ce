"""`gongshi serve`"""

from pathlib import Path
from typing import Annotated

import typer

from generator.adapters.serving import serve_preview
from generator.cli.common import ProjectOption, open_project


def serve(
    project: ProjectOption = Path(),
    address: Annotated[str, typer.Option("--address", help="在本机的哪个地址预览")] = "127.0.0.1:8000",
) -> int:
    """A preview on this machine that follows changes; the live release stays as it is."""
    serve_preview(open_project(project), address)
    return 0
