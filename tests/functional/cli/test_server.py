"""`leadport up`, `migrate` and `doctor`."""

from __future__ import annotations

import psycopg
import pytest

from tests.functional.cli.conftest import Leadport


def test_up_says_where_the_server_and_the_home_are(leadport: Leadport) -> None:
    told = leadport.ok("up", "--json").json
    assert told["home"] == str(leadport.home)
    with psycopg.connect(str(told["conninfo"])) as connection:
        row = connection.execute("SELECT current_setting('server_version')").fetchone()
    assert row == (told["version"],)
    lines = leadport.ok("up").out.splitlines()
    assert [line.split()[0] for line in lines] == ["Home", "PostgreSQL", "Connect"]


def test_migrating_what_is_up_to_date_says_so(leadport: Leadport) -> None:
    answer = leadport.ok("migrate")
    assert (answer.out, answer.err) == ("", "The tables are up to date.\n")


def test_the_doctor_finds_nothing_and_then_something(leadport: Leadport) -> None:
    fine = leadport.ok("doctor", "--json").rows
    assert all(check["fine"] for check in fine)
    leadport.home.chmod(0o755)
    ill = leadport("doctor")
    assert ill.code == 1
    assert "WRONG  Home" in ill.out


def test_a_server_that_cannot_be_reached_is_a_fault_with_a_sentence(
    bare_leadport: Leadport, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgresql://nobody:secret@127.0.0.1:1/nothing")
    answer = bare_leadport("lists")
    assert answer.code == 1
    assert "cannot be reached" in answer.err
    assert "secret" not in answer.err
    assert "Traceback" not in answer.err
