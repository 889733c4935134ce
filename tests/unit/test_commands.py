"""The list of commands, which is shown without importing them, against the commands there are."""

import importlib

import pytest

from generator.cli import COMMANDS, run


def test_every_command_is_in_the_list(capsys):
    assert run(["--help"]) == 0
    shown = capsys.readouterr().out
    for name, does in COMMANDS.items():
        assert name in shown and does[:12] in shown


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_of_the_list_is_there(name, capsys):
    assert run([name, "--help"]) == 0
    shown = capsys.readouterr().out
    assert f"gongshi {name}" in shown and COMMANDS[name][:12] in shown
    function = getattr(importlib.import_module(f"generator.cli.{name.replace('-', '_')}"), name.replace("-", "_"))
    assert function.__doc__


def test_a_misspelt_command_is_told_the_nearest(capsys):
    assert run(["chek"]) == 2
    assert "check" in capsys.readouterr().err
