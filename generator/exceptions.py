"""Exceptions are for us; what is wrong with an office's files is a `Finding`."""


def where_it_broke(error: BaseException) -> str:
    """The kind of an unexpected exception, and its file and line; never its message, which may quote a value."""
    trace = error.__traceback__
    while trace and trace.tb_next:
        trace = trace.tb_next
    place = f"{trace.tb_frame.f_code.co_filename}:{trace.tb_lineno}" if trace else "位置不明"
    return f"{type(error).__name__}，{place}"


class GongshiError(Exception):
    """A broken guarantee of our own: a bug, never bad input. Exit code 70."""


class SetupError(GongshiError):
    """Something the machine or the command line lacks. Exit code 2."""


class ReleaseError(GongshiError):
    """Writing failed, or another build holds the lock. Exit code 3."""
