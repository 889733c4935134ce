"""The command line. One file per command; exit codes are the same everywhere.

0 done · 1 findings of severity error · 2 wrong usage or missing set-up ·
3 another build holds the lock, or writing failed · 70 internal error.
"""

import gc
import importlib
import sys
from collections.abc import Sequence

import typer

from generator.exceptions import GongshiError, ReleaseError, SetupError, where_it_broke

# Each is a module of this package with a function of the same name.
COMMANDS = ("build", "check", "intake", "new-list", "approve", "serve", "posters", "purge", "explain", "list")
# Lists are hundreds of thousands of small tuples that live until the end: looking through
# them for cycles every 700 of them takes as long as the work itself.
_GARBAGE = (100_000, 50, 1_000)


def application(asked: Sequence[str]) -> typer.Typer:
    """The commands; of a known command only its own module is imported, because all take a second."""
    app = typer.Typer(
        name="gongshi",
        help="把批准过的名单变成公示网站和张贴海报。",
        no_args_is_help=True,
        add_completion=False,
        # Rich tracebacks print values, and CI logs are public.
        pretty_exceptions_enable=False,
    )
    app.callback()(_several)
    for name in asked[:1] if asked and asked[0] in COMMANDS else COMMANDS:
        function = name.replace("-", "_")
        module = importlib.import_module(f"{__name__}.{function}")
        app.command(name)(getattr(module, function))
    return app


def _several() -> None:
    """Makes one command alone still need its name."""


def main() -> None:
    """Runs the command line and ends the process with its exit code."""
    gc.set_threshold(*_GARBAGE)
    sys.exit(run(sys.argv[1:]))


def run(arguments: Sequence[str]) -> int:
    """Runs one command and returns its exit code."""
    try:
        return application(arguments)(args=[*arguments], standalone_mode=False) or 0
    except typer.Exit as end:
        return end.exit_code
    except typer.TyperException as error:
        typer.echo(f"用法有误：{error.format_message()}", err=True)
        return 2
    except (typer.Abort, KeyboardInterrupt):
        return 130
    except SetupError as error:
        typer.echo(f"不能运行：{error}", err=True)
        return 2
    except ReleaseError as error:
        typer.echo(f"没有发布：{error}", err=True)
        return 3
    except GongshiError as error:
        typer.echo(f"内部错误（线上版本没有变）：{error}", err=True)
        return 70
    except Exception as error:  # the last resort: say what kind, never which values
        typer.echo(f"内部错误（线上版本没有变）：{where_it_broke(error)}", err=True)
        return 70
