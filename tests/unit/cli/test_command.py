"""Every command takes --account and --home, wherever they stand."""

from __future__ import annotations

from pathlib import Path

import pytest
import typer
import typer.main
from typer.core import TyperCommand, TyperGroup
from typer.testing import CliRunner

from leadport.cli.command import AccountOption, Here, HomeOption, command, group
from leadport.cli.main import app as program


def _commands(found: object) -> list[TyperCommand]:
    if isinstance(found, TyperGroup):
        return [each for member in found.commands.values() for each in _commands(member)]
    assert isinstance(found, TyperCommand)
    return [found]


def test_every_command_of_the_program_takes_account_and_home() -> None:
    commands = _commands(typer.main.get_command(program))
    assert len(commands) > 20
    for each in commands:
        names = {name for parameter in each.params for name in parameter.opts}
        assert {"--account", "--home"} <= names, each.name


def test_every_command_says_in_one_sentence_what_it_does() -> None:
    for each in _commands(typer.main.get_command(program)):
        first = (each.help or "").split("\n\n")[0]
        assert first.endswith("."), each.name
        assert "\n" not in first


@pytest.fixture
def seen() -> list[Here]:
    return []


@pytest.fixture
def app(seen: list[Here]) -> typer.Typer:
    app = typer.Typer()

    @app.callback()
    def main(account: AccountOption = None, home: HomeOption = None) -> None:
        pass

    @group(app, "things")
    def things(here: Here) -> None:
        """Show."""
        seen.append(here)

    @command(things, "make")
    def make(here: Here, name: str) -> None:
        """Make."""
        seen.append(here)

    return app


@pytest.mark.parametrize(
    ("words", "account"),
    [
        ("things", None),
        ("things --account a", "a"),
        ("--account a things", "a"),
        ("--account a things list", "a"),
        ("--account a things make x", "a"),
        ("things --account b make x", "b"),
        ("--account a things make x --account b", "b"),
    ],
)
def test_the_nearest_option_counts(app: typer.Typer, seen: list[Here], words: str, account: str | None) -> None:
    result = CliRunner().invoke(app, words.split(), obj="connect")
    assert result.exit_code == 0, result.output
    assert [here.account_name for here in seen] == [account]


def test_the_database_is_started_once_and_only_when_it_is_needed(tmp_path: Path) -> None:
    calls: list[Path | None] = []

    def connect(*, home: Path | None = None, migrate: bool = True) -> Path:
        calls.append(home)
        return tmp_path

    here = Here(connect=connect, chosen_home=tmp_path / "chosen")
    assert calls == []
    assert here.home() == here.home() == tmp_path
    assert calls == [tmp_path / "chosen"]
