"""The command line. One file per command; exit codes are the same everywhere.

0 done · 1 findings of severity error · 2 wrong usage or missing set-up ·
3 another build holds the lock, or writing failed · 70 internal error.
"""

import gc
import importlib
import sys
from collections.abc import Callable, Sequence

import typer

from generator.exceptions import GongshiError, ReleaseError, SetupError, where_it_broke

# What each does. Each is a module of this package with a function of the same name.
COMMANDS = {
    "build": "检查，生成网站和海报，扫描，然后一次切换到新版本。",
    "check": "只检查，不生成网站。",
    "intake": "原始表格进来，只写出可以公布的列；身份证号等不会带出。",
    "new-list": "写出一张空白名单：表头、下拉列表和填写说明都有，填好就能批准。",
    "approve": "名单批准之后，写下批准书。",
    "sign": "看过名单之后，用自己的钥匙给批准书签名。",
    "diff": "两轮名单相比：各村新增、减少、调整多少，合计怎样变化；只有数量，没有姓名。",
    "due": "今后几天有什么开始、到期、要再次公开，每件要办什么；也能导入日历。",
    "serve": "在本机预览，改了文件自动更新；不影响已发布的版本。",
    "posters": "只生成张贴用的海报，放进 .build/posters/（或 --out），不发布。",
    "withdraw": "撤回已经公开的一份通知或一份名单，写明原因；不能取消。",
    "purge": "撤下已过最后一天的、已撤回的内容；不需要数据无误，可以放进定时任务。",
    "rollback": "退回上一个还保留着的版本；里面有到期或撤回的内容就不退。",
    "verify": "核对一份发布的版本（文件夹或网址）：签名、每个文件和台账，指出被改的文件。",
    "archive": "把一期的名单、批准书、签名、海报和张贴照片归档成一包，不用本程序也能看、能核对。",
    "explain": "说明一条规则：什么意思，怎么办，由谁处理，为什么要查。",
    "list": "列出可用的事项、检查、列、尺寸、海报样式、规则或上墙套件。",
}
# Lists are hundreds of thousands of small tuples that live until the end: looking through
# them for cycles every 700 of them takes as long as the work itself.
_GARBAGE = (100_000, 50, 1_000)


def application(asked: Sequence[str]) -> typer.Typer:
    """The commands; only the module of the one asked for is imported, because all take a second."""
    app = typer.Typer(
        name="gongshi",
        help="把批准过的名单变成公示网站和张贴海报。",
        no_args_is_help=True,
        add_completion=False,
        # Rich tracebacks print values, and CI logs are public.
        pretty_exceptions_enable=False,
    )
    for name, help_text in COMMANDS.items():
        app.command(name, help=help_text)(_function(name) if name in asked[:1] else _not_asked_for)
    return app


def _function(name: str) -> Callable[..., int]:
    function = name.replace("-", "_")
    command: Callable[..., int] = getattr(importlib.import_module(f"{__name__}.{function}"), function)
    return command


def _not_asked_for() -> None:
    """Stands in the list of commands for one that this process does not run."""


def main() -> None:
    """Runs the command line and ends the process with its exit code."""
    gc.set_threshold(*_GARBAGE)
    sys.exit(run(sys.argv[1:]))


def run(arguments: Sequence[str]) -> int:
    """Runs one command and returns its exit code."""
    try:
        return application(arguments)(args=[*arguments], prog_name="gongshi", standalone_mode=False) or 0
    except typer.Exit as end:
        return end.exit_code
    except typer.TyperException as error:
        if reason := error.format_message():  # empty where the help has been printed instead
            typer.echo(f"用法有误：{reason}", err=True)
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
