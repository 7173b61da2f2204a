"""Runs the real console program, as a user would, on this worker's database and a home of the test's own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest
from django.db.backends.base.base import BaseDatabaseWrapper

PROGRAM = Path(sys.executable).parent / "leadport"


@dataclass(frozen=True)
class Answer:
    """What a run printed and how it ended."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> dict[str, object]:
        """The JSON object on stdout."""
        answer = json.loads(self.out)
        assert isinstance(answer, dict)
        return answer

    @property
    def rows(self) -> list[dict[str, object]]:
        """The JSON array on stdout."""
        answer = json.loads(self.out)
        assert isinstance(answer, list)
        return answer


@dataclass(frozen=True)
class Leadport:
    """The program with a home; stdin is empty unless text is given."""

    home: Path

    @property
    def environment(self) -> dict[str, str]:
        """What the program finds in its environment."""
        return {**os.environ, "LEADPORT_HOME": str(self.home), "COLUMNS": "100", "NO_COLOR": "1"}

    def __call__(self, *words: str | Path, stdin: str | bytes = b"", cwd: Path | None = None) -> Answer:
        """Run one command to its end."""
        done = subprocess.run(
            [PROGRAM, *map(str, words)],
            env=self.environment,
            input=stdin.encode() if isinstance(stdin, str) else stdin,
            capture_output=True,
            cwd=cwd,
            timeout=120,
            check=False,
        )
        return Answer(code=done.returncode, out=done.stdout.decode(), err=done.stderr.decode())

    def ok(self, *words: str | Path, stdin: str | bytes = b"") -> Answer:
        """Run one command that must end well."""
        answer = self(*words, stdin=stdin)
        assert answer.code == 0, answer
        return answer

    def start(self, *words: str | Path) -> subprocess.Popen[bytes]:
        """Start one command and do not wait for it."""
        return subprocess.Popen(
            [PROGRAM, *map(str, words)],
            env=self.environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )


@pytest.fixture
def leadport(database: BaseDatabaseWrapper, tmp_path: Path) -> Leadport:
    """The program on an empty lead book."""
    home = tmp_path / "home"
    home.mkdir(mode=0o700)
    return Leadport(home=home)


@pytest.fixture
def bare_leadport(tmp_path: Path) -> Leadport:
    """The program for commands that need no database: there is none to be found."""
    return Leadport(home=tmp_path / "no-home")
