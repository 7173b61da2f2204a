"""The server is killed and started again while an import lands and is undone: the process goes on by itself."""

from __future__ import annotations

import json
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import IO

import pytest

from leadport.config import embedded


@pytest.fixture
def home() -> Iterator[Path]:
    """The home of a server of its own, which other tests do not miss."""
    directory = Path(tempfile.mkdtemp(prefix="leadport-crash-"))
    # Root's server runs as another user, who must be able to walk through.
    directory.chmod(0o711)
    embedded.ensure_running(home=directory)
    yield directory
    embedded.stop(home=directory)
    shutil.rmtree(directory)


def restart_at_once(home: Path) -> None:
    """What `pg_ctl restart -m immediate` does: no checkpoint, no goodbye, recovery at the start."""
    postmaster = int((home / "postgresql" / "data" / "postmaster.pid").read_text().splitlines()[0])
    os.kill(postmaster, signal.SIGQUIT)
    while Path(f"/proc/{postmaster}").exists():
        time.sleep(0.01)
    embedded.ensure_running(home=home)


def disturbed(home: Path, directory: Path, *, restarts: int) -> tuple[dict[str, object], int]:
    """What the driver tells when the server is restarted so many times in each of its two parts, and how many were."""
    directory.mkdir()
    environment = os.environ | {
        "DJANGO_SETTINGS_MODULE": "leadport.config.settings",
        "DATABASE_URL": embedded.database_url(home=home),
    }
    driver = subprocess.Popen(
        [sys.executable, "-m", "tests.support.restart_driver", str(directory)],
        env=environment,
        cwd=Path(__file__).parents[3],
        stdout=subprocess.PIPE,
        text=True,
    )
    done = 0
    assert driver.stdout is not None
    for part in ("landing", "undoing"):
        assert driver.stdout.readline().strip() == part
        for _ in range(restarts):
            time.sleep(random.uniform(0.05, 0.4))
            if not waiting(driver.stdout):
                restart_at_once(home)
                done += 1
    told: dict[str, object] = json.loads(driver.stdout.readline())
    assert driver.wait() == 0
    return told, done


def waiting(stream: IO[str]) -> bool:
    """True when the driver has said something more, so that the part is over."""
    import select

    return bool(select.select([stream], [], [], 0)[0])


@pytest.mark.parametrize("restarts", [2, pytest.param(20, marks=[pytest.mark.slow, pytest.mark.timeout(900)])])
def test_a_landing_and_an_undo_survive_restarts_of_the_server(restarts: int, home: Path, tmp_path: Path) -> None:
    told, done = disturbed(home, tmp_path / "disturbed", restarts=restarts)
    assert done > 0
    assert told["proved"]
    landed = told["landed"]
    assert isinstance(landed, dict)
    filled = {name: len(found) for name, found in landed.items() if found}
    assert filled == {
        "lead": 600, "list": 1, "list_member": 600, "tag": 1, "lead_tag": 600, "sequence": 1, "step": 2,
        "enrolment": 600,
    }  # fmt: skip
    assert told["undone"] == {name: [] for name in landed}
