"""A fresh home: one command makes the server, the tables and the account, and brings the list in."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from leadport.config import embedded
from tests.functional.cli.conftest import PROGRAM

SEED = (
    "Joe, Smith, joe@example.com, Los Angeles, 90225, California, 6192349349\n"
    "Jane, Miller, jane@example.com, Miami, 47749, Florida, 6244949004\n"
)


@pytest.fixture
def home() -> Iterator[Path]:
    # Beside the homes of the other tests, where the server's own user may walk through.
    home = Path(os.environ["LEADPORT_TEST_BASE"]) / f"fresh-{os.environ.get('PYTEST_XDIST_WORKER', 'main')}"
    yield home
    embedded.stop(home=home)


def test_two_first_commands_at_once_share_one_server_and_one_account(home: Path) -> None:
    environment = {name: value for name, value in os.environ.items() if name not in {"DATABASE_URL", "LEADPORT_HOME"}}

    def start(*words: str) -> subprocess.Popen[bytes]:
        return subprocess.Popen(
            [PROGRAM, *words, "--home", home],
            env=environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )

    programs = [start("import", "--paste", "--list", f"List {number}", "--yes", "--json") for number in range(2)]
    answers = [program.communicate(SEED.encode(), timeout=120) for program in programs]
    for program, (_, err) in zip(programs, answers, strict=True):
        assert program.returncode == 0, err.decode()
    told = [json.loads(out) for out, _ in answers]
    assert sum(each["created"] for each in told) == 2
    up = start("up", "--json")
    where = json.loads(up.communicate(timeout=60)[0])
    assert Path(where["home"]) == home
    with psycopg.connect(where["conninfo"]) as connection:
        assert connection.execute("SELECT name FROM account").fetchall() == [("Main",)]
        assert connection.execute("SELECT email, city FROM lead ORDER BY email").fetchall() == [
            ("jane@example.com", "Miami"),
            ("joe@example.com", "Los Angeles"),
        ]
        assert connection.execute("SELECT count(*) FROM list_member").fetchone() == (4,)
