"""The preview that follows changes, by the server of the site engine."""

import os

from mkdocs.commands.serve import serve

from generator.project import Project


def serve_preview(project: Project, address: str) -> None:
    """Serves the preview at `address` (host:port) until interrupted, following every change."""
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    serve(str(project.root / "mkdocs.yml"), dev_addr=address, livereload=True)
