"""What `connect` does for a command, seen from processes of their own, as it is called once in each."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from leadport.config import embedded, entry

CONNECT = """
import os, pathlib, sys
from leadport.config import entry
print(entry.connect(home=pathlib.Path(sys.argv[1])))
from django.db import connection
with connection.cursor() as cursor:
    cursor.execute("SELECT current_database()")
    print(cursor.fetchone()[0])
    print("django_migrations" in connection.introspection.table_names(cursor))
"""


def connect(home: Path, **variables: str) -> "subprocess.CompletedProcess[str]":
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("LEADPORT_", "DATABASE_URL"))}
    return subprocess.run(
        [sys.executable, "-c", CONNECT, home], check=False, capture_output=True, text=True, env={**kept, **variables}
    )


def test_a_first_command_finds_a_migrated_database_and_a_key(home: Path) -> None:
    done = connect(home)
    assert (done.stdout.splitlines(), done.stderr) == ([str(home), "leadport", "True"], "")
    assert embedded.secret_key(home=home) != ""


def test_with_a_database_url_nothing_is_started(home: Path, connection_info: str) -> None:
    done = connect(home, DATABASE_URL=connection_info)
    assert done.stdout.splitlines()[0] == str(home)
    assert list(home.iterdir()) == []


def test_a_server_that_cannot_be_reached_is_said_so(home: Path) -> None:
    done = connect(home, DATABASE_URL=f"postgresql://ada:secret@/leads?host={home}")
    assert "The PostgreSQL server of DATABASE_URL cannot be reached" in done.stderr
    assert "secret" not in done.stderr


def test_a_program_started_without_standard_streams_still_works(tmp_path: Path) -> None:
    (tmp_path / "list.csv").write_text("email\nzoe@example.com\n")
    program = "import sys; from leadport.config.entry import main; sys.exit(main())"
    # The shell closes streams in ways that a parent process cannot.
    for command, closed, code in (
        ("detect list.csv", "<&- >&- 2>&-", 0),
        ("detect list.csv", "2>&-", 0),
        ("detect -", "<&-", 3),
        ("detect nowhere.csv", "2>&- >&-", 3),
    ):
        line = f'exec "$0" -c "{program}" {command} {closed}'
        done = subprocess.run(["sh", "-c", line, sys.executable], check=False, capture_output=True, cwd=tmp_path)
        assert (done.returncode, b"Traceback" in done.stderr) == (code, False), (command, closed)


def test_ctrl_c_while_the_program_is_still_loading_ends_it_quietly(monkeypatch: pytest.MonkeyPatch) -> None:
    def stopped(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("leadport.cli.main.app", stopped)
    assert entry.main() == 130
