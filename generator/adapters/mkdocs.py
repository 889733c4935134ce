"""MkDocs builds the hand-written pages and the page shells; nothing else here knows it.

Composed by `cli`, the plugin is handed a bundle and writes into staging. Called
bare (`mkdocs build`, `mkdocs serve`), it makes the bundle itself and writes a
preview, never the live site.
"""

import logging
import os
from datetime import datetime
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from jinja2 import Environment
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException, PluginError
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from generator.artifacts import PDF, Bundle
from generator.artifacts import Page as PageParts
from generator.examination import examine
from generator.exceptions import SetupError, where_it_broke
from generator.findings import Finding, Place, finding, has_errors
from generator.office import demonstration_day
from generator.pipeline import bundle
from generator.project import Project
from generator.rendering.shell import BODY_SLOT, HEAD_SLOT, Shell, split_shell
from generator.reports import make_report, render, said
from generator.today import choose_today

if TYPE_CHECKING:
    # A web server, which a build does not load.
    from mkdocs.livereload import LiveReloadServer

# Shells by folder depth. The file's name becomes the page's address.
_SHELLS = {0: "shell.md", 1: "shell/1.md"}
# MkDocs and Material write these whether or not they are used.
_UNUSED = ("assets/javascripts/", "assets/images/", "assets/stylesheets/", "search/", "sitemap.xml")


def build_prose(project: Project, made: Bundle, folder: Path) -> tuple[dict[int, Shell], tuple[Finding, ...]]:
    """Builds prose pages and shells into `folder`; what MkDocs warns of becomes findings.

    Raises `SetupError` with MkDocs' own message if it gives up.
    """
    warnings = _Warnings()
    logger = logging.getLogger("mkdocs")
    logger.addHandler(warnings)
    # What MkDocs says is told by findings alone, which look for private numbers; no other log may carry it.
    propagated, logger.propagate = logger.propagate, False
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    try:
        # Not strict: its warnings become findings, all of them, instead of an abort at the end.
        config = load_config(str(project.root / "mkdocs.yml"), site_dir=str(folder), strict=False)
        plugin = config.plugins.get("gongshi")
        if not isinstance(plugin, GongshiPlugin):
            raise SetupError("mkdocs.yml 的 plugins 里没有 gongshi")
        plugin.bundle = made
        config.plugins.on_startup(command="build", dirty=False)
        build(config)
        config.plugins.on_shutdown()
    except (MkDocsException, SystemExit) as error:
        raise SetupError("；".join(["MkDocs", *map(said, [str(error), *warnings.messages])])) from error
    finally:
        logger.removeHandler(warnings)
        logger.propagate = propagated
    place = Place("content")
    return plugin.shells, tuple(finding("prose-warning", place, reason=each) for each in warnings.messages)


class _Warnings(logging.Handler):
    """Collects what MkDocs warns of; without a handler it exits 1 in silence."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(record.getMessage())


class _DataFile(File):
    """Stands for a data page, so that links to it are checked; release writes the page itself."""

    def copy_file(self, dirty: bool = False) -> None:
        return


class GongshiPlugin(BasePlugin):  # type: ignore[type-arg, no-untyped-call]
    """The plugin `gongshi` of an office's `mkdocs.yml`."""

    def __init__(self) -> None:
        self.bundle: Bundle | None = None
        self.shells: dict[int, Shell] = {}
        self.preview = False
        self.command = "build"
        self.report = ""

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        self.command = command

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        project = Project(Path(config.config_file_path).parent)
        config.theme.dirs[:0] = [str(folder / "theme") for folder in project.folders("site_templates")]
        config.use_directory_urls = False
        if self.bundle is None or self.preview:
            self.preview = True
            self._preview(project)
        return config

    def _preview(self, project: Project) -> None:
        """Makes the bundle for a bare call; `serve` shows findings as a page instead of hanging."""
        today = choose_today(None, os.environ, demonstration_day(project), datetime.now().astimezone())
        try:
            examination = examine(project, today)
        except Exception as error:  # MkDocs would print a traceback, which quotes values
            raise PluginError(f"内部错误：{where_it_broke(error)}") from None
        self.report = render("text", make_report(examination.findings, examination.not_checked), "zh")
        if not has_errors(examination.findings):
            self.bundle = bundle(project, examination, today)
        elif self.command == "serve":
            self.bundle = None
        else:
            raise PluginError(self.report)

    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        for file in list(files):
            if file.src_uri.startswith(_UNUSED):
                files.remove(file)
        for name in _SHELLS.values():
            files.append(File.generated(config, name, content="# content\n"))
        for artifact in self.bundle.artifacts if self.bundle else ():
            folder, _, path = artifact.path.partition("/")
            if folder == "site":
                files.append(_data_file(path, config))
        return files

    def on_env(self, env: Environment, config: MkDocsConfig, files: Files) -> Environment:
        env.globals["site"] = self.bundle.site if self.bundle else None
        env.globals["preview"] = self.preview
        env.globals["body_slot"] = BODY_SLOT
        # Only our own pages and 404 are wanted; MkDocs' sitemap lists neither data pages nor real dates.
        config.theme.static_templates = {"404.html"}
        return env

    def on_page_content(self, html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
        if self.bundle is None:
            return f"<h1>数据有问题，暂时不能预览</h1><pre>{escape(self.report)}</pre>"
        name = page.meta.get("fragment")
        return html + self.bundle.fragments[str(name)] if name else html

    def on_page_context(self, context: Any, page: Page, config: MkDocsConfig, nav: Any) -> Any:
        shell = page.file.src_uri in _SHELLS.values()
        context["is_shell"] = shell
        if shell:
            context["head"] = HEAD_SLOT
        elif self.bundle:
            root = "../" * page.file.dest_uri.count("/")
            title = "" if page.is_homepage else str(page.title)
            context["head"] = self.bundle.head(root=root, path=page.file.dest_uri, title=title)
        else:
            context["head"] = "<title>预览</title>"
        return context

    def on_serve(self, server: "LiveReloadServer", config: MkDocsConfig, builder: Any) -> "LiveReloadServer":
        project = Project(Path(config.config_file_path).parent)
        for name in ("data", "site_templates"):
            for folder in project.folders(name):
                server.watch(str(folder))
        return server

    def on_post_build(self, config: MkDocsConfig) -> None:
        site = Path(config.site_dir)
        for depth, name in _SHELLS.items():
            path = site / name.replace(".md", ".html")
            self.shells[depth] = split_shell(path.read_text(encoding="utf-8"))
            path.unlink()
        (site / "shell").rmdir()
        (site / "sitemap.xml.gz").unlink(missing_ok=True)
        if self.preview and self.bundle:
            _write_preview(self.bundle, site, self.shells)


def _data_file(path: str, config: MkDocsConfig) -> File:
    file = _DataFile(path, config.docs_dir, config.site_dir, use_directory_urls=False)
    file.generated_by = "gongshi"
    return file


def _write_preview(made: Bundle, site: Path, shells: dict[int, Shell]) -> None:
    """Pages and small files of the web channel. Posters are left to `gongshi posters`: they take long."""
    # What is put together from other files comes last.
    for artifact in sorted(made.artifacts, key=lambda each: each.sources is not None):
        folder, _, path = artifact.path.partition("/")
        if folder != "site" or artifact.media_type == PDF:
            continue
        content = artifact.content(
            {each: (site / each.removeprefix("site/")).read_bytes() for each in artifact.sources or ()}
        )
        target = site / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(shells[path.count("/")].fill(content) if isinstance(content, PageParts) else content)
