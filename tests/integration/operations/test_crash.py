"""kill -9 at any point, then again: the lead book, the ledger and the audit log are as if nothing had happened."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.usefixtures("database")


def swept(mode: str, directory: Path, *, which: str, stride: int = 1) -> dict[str, object]:
    """Let the driver kill at each point in turn."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.support.crash_driver", mode, str(directory), which, str(stride)],
        env=os.environ | {"DJANGO_SETTINGS_MODULE": "leadport.config.settings"},
        cwd=Path(__file__).parents[3],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    told: dict[str, object] = json.loads(done.stdout)
    return told


@pytest.mark.parametrize(("mode", "stride"), [("land", 1), ("undo", 5)])
def test_killed_before_or_after_a_commit_it_ends_as_if_undisturbed(mode: str, stride: int, tmp_path: Path) -> None:
    told = swept(mode, tmp_path, which="commits", stride=stride)
    assert told["different"] == []
    # Three chunks or more, the blocklist, the beginning and the end: a point before and one after each COMMIT.
    assert int(str(told["points"])) > 10


@pytest.mark.parametrize(("mode", "stride"), [("land", 17), ("undo", 41)])
def test_killed_at_some_statement_it_ends_as_if_undisturbed(mode: str, stride: int, tmp_path: Path) -> None:
    told = swept(mode, tmp_path, which="every", stride=stride)
    assert told["different"] == []


@pytest.mark.slow
@pytest.mark.timeout(1800)
@pytest.mark.parametrize("mode", ["land", "undo"])
def test_killed_at_any_commit_or_statement_it_ends_as_if_undisturbed(mode: str, tmp_path: Path) -> None:
    assert swept(mode, tmp_path / "commits", which="commits")["different"] == []
    told = swept(mode, tmp_path / "statements", which="every")
    assert told["different"] == []
    assert int(str(told["points"])) > 100
