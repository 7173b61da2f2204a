"""Who runs the server, and what that user may reach."""

import os
import pwd
import shutil
import stat
from pathlib import Path

import pytest

from leadport.config import server_user
from leadport.config.failure import EmbeddedServerError
from leadport.config.server_user import ServerUser, current_user, dedicated_user, for_directory, may_read, may_traverse

STRANGER = ServerUser(uid=54321, gid=54321, steps_down=True)


@pytest.fixture
def directory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a directory whose parents are all open."""
    open_to_all = os.stat_result((0o40755, 0, 0, 0, 0, 0, 0, 0, 0, 0))
    stat_of = Path.stat
    monkeypatch.setattr(Path, "stat", lambda path: stat_of(path) if path.is_relative_to(tmp_path) else open_to_all)
    tmp_path.chmod(0o755)
    (tmp_path / "inner").mkdir(mode=0o755)
    return tmp_path


def test_a_user_may_walk_where_every_directory_lets_others_through(directory: Path) -> None:
    assert may_traverse(STRANGER, directory / "inner")
    directory.chmod(0o711)
    assert may_traverse(STRANGER, directory / "inner")
    directory.chmod(0o700)
    assert not may_traverse(STRANGER, directory / "inner")


def test_the_bits_of_the_group_count_for_its_members_only(directory: Path) -> None:
    directory.chmod(0o710)
    group = directory.stat().st_gid
    assert may_traverse(ServerUser(uid=54321, gid=group, steps_down=True), directory)
    assert not may_traverse(STRANGER, directory)
    directory.chmod(0o701)
    assert not may_traverse(ServerUser(uid=54321, gid=group, steps_down=True), directory)


def test_a_file_must_be_readable_and_so_must_the_way_to_it(directory: Path) -> None:
    program = directory / "inner" / "postgres"
    program.touch(mode=0o755)
    program.chmod(0o755)
    assert may_read(STRANGER, program)
    program.chmod(0o711)
    assert not may_read(STRANGER, program)
    program.chmod(0o755)
    directory.chmod(0o700)
    assert not may_read(STRANGER, program)


def test_an_ordinary_user_runs_the_server_itself(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    assert for_directory(tmp_path) == current_user()
    assert not current_user().steps_down


def test_root_is_told_what_to_do_when_the_user_cannot_be_made(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LEADPORT_SERVER_USER", "nobody-has-this-name")
    monkeypatch.setattr(shutil, "which", lambda name: None)
    with pytest.raises(EmbeddedServerError, match="this system has neither useradd nor adduser"):
        dedicated_user()


def test_the_server_never_runs_as_root(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LEADPORT_SERVER_USER", pwd.getpwuid(0).pw_name)
    with pytest.raises(EmbeddedServerError, match="PostgreSQL does not run as root"):
        dedicated_user()


def test_a_program_is_run_with_nothing_of_our_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LEADPORT_SECRET_KEY", "secret")
    said = server_user.run_as(current_user(), ["/bin/sh", "-c", "env; umask; pwd"]).stdout.splitlines()
    assert not any(line.startswith("LEADPORT") for line in said)
    assert int(said[-2], 8) == stat.S_IRWXG | stat.S_IRWXO
    assert said[-1] == "/"
