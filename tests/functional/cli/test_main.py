"""The program as a whole: help, version, and commands that are not there."""

from __future__ import annotations

import pytest

import leadport as package
from tests.functional.cli.conftest import Leadport

COMMANDS = [
    *("import", "detect", "match", "imports", "show", "verify", "rows", "undo", "leads", "lists", "tags", "sequences"),
    *("fields", "suppress", "up", "migrate", "doctor", "accounts"),
]


def test_the_help_lists_every_command(bare_leadport: Leadport) -> None:
    answer = bare_leadport.ok("--help")
    listed = [
        line.split()[1] for line in answer.out.splitlines() if line.startswith("│ ") and not line.startswith("│ -")
    ]
    assert [word for word in listed if word in COMMANDS] == COMMANDS
    assert not bare_leadport.home.exists()


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_explains_itself_without_a_database(bare_leadport: Leadport, name: str) -> None:
    answer = bare_leadport.ok(name, "--help")
    assert f"leadport {name}" in answer.out
    assert not bare_leadport.home.exists()


def test_without_a_command_there_is_help_and_with_a_wrong_one_a_usage_error(bare_leadport: Leadport) -> None:
    assert "Usage" in bare_leadport().out
    wrong = bare_leadport("improt", "list.csv")
    assert wrong.code == 2
    assert "improt" in wrong.err


def test_the_version_is_the_package_s(bare_leadport: Leadport) -> None:
    assert bare_leadport.ok("--version").out == f"leadport {package.__version__}\n"
