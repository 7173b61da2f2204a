"""The server's programs, readable for the user who runs them."""

import os
from pathlib import Path

import pytest

from leadport.config import programs as module
from leadport.config.programs import programs
from leadport.config.server_user import current_user, dedicated_user, run_as


@pytest.mark.skipif(os.geteuid() != 0, reason="only root lends the server a user of its own")
def test_programs_that_the_servers_user_cannot_read_are_copied_once(
    base: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "may_read", lambda user, path: False)
    user = dedicated_user()
    copied = programs(user=user, system_directory=base / "system")
    assert copied.is_relative_to(base / "system")
    for program in ("postgres", "initdb"):
        said = run_as(user, [str(copied / program), "--version"])
        assert (said.returncode, "PostgreSQL" in said.stdout) == (0, True)
    made = (copied / "postgres").stat()
    assert programs(user=user, system_directory=base / "system") == copied
    assert (copied / "postgres").stat().st_ino == made.st_ino
    assert len(list((base / "system" / "postgresql").iterdir())) == 1


def test_an_ordinary_user_runs_the_programs_where_they_were_installed(base: Path) -> None:
    found = programs(user=current_user(), system_directory=base / "system")
    assert (found / "postgres").is_file()
    assert not (base / "system").exists()
