"""Exceptions are for us; what is wrong with an office's files is a `Finding`."""


class GongshiError(Exception):
    """A broken guarantee of our own: a bug, never bad input. Exit code 70."""


class SetupError(GongshiError):
    """Something the machine or the command line lacks. Exit code 2."""


class ReleaseError(GongshiError):
    """Writing failed, or another build holds the lock. Exit code 3."""
