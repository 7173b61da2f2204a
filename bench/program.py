"""Runs the real program as a user would, in a process of its own, and watches its time and memory."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

_INSTALLED = Path(sys.executable).with_name("leadport")
_LAUNCHER = Path(__file__).parent.parent / "leadport"
_WATCH_EVERY = 0.02


class ProgramError(Exception):
    """The program ended with another exit code than 0."""


@dataclass(frozen=True, kw_only=True)
class Run:
    """One finished run: wall seconds, the most memory its processes held at one time in MB, and the answer."""

    seconds: float
    peak_mb: float
    answer: dict[str, object]

    @property
    def stages(self) -> dict[str, float]:
        """The seconds of each stage as the receipt tells them."""
        told = self.answer.get("seconds")
        return {str(name): float(value) for name, value in told.items()} if isinstance(told, dict) else {}


ACTIONS = ("--list", "Bench people", "--tag", "Bench/Speed", "--sequence", "Welcome:1")
"""List, tag and sequence: what the measured imports do besides creating people."""


def import_people(*, file: Path, home: Path, options: Sequence[str] = ACTIONS, launcher: bool = False) -> Run:
    """Import `file` with `--yes --json`; `launcher` goes through ./leadport as a user of a checkout does."""
    start = [str(_LAUNCHER if launcher else _INSTALLED), "import", str(file), *options, "--yes", "--json"]
    return _watched([*start, "--home", str(home)], environment=_environment(home))


def prepare(*, home: Path) -> None:
    """Make the tables, which happens once in the life of a home and belongs to no import."""
    subprocess.run(
        [str(_INSTALLED), "migrate", "--home", str(home)], env=_environment(home), check=True, capture_output=True
    )


def _environment(home: Path) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    return {**kept, "LEADPORT_HOME": str(home)}


def _watched(command: Sequence[str], *, environment: dict[str, str]) -> Run:
    with tempfile.TemporaryFile() as answer, tempfile.TemporaryFile() as messages:
        started = time.perf_counter()
        process = subprocess.Popen(command, stdout=answer, stderr=messages, env=environment)
        watch = _Watch(process.pid)
        watch.start()
        _, status, used = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - started
        process.returncode = os.waitstatus_to_exitcode(status)
        watch.stop()
        if process.returncode:
            messages.seek(0)
            raise ProgramError(f"exit code {process.returncode}: {messages.read().decode(errors='replace').strip()}")
        answer.seek(0)
        # Linux counts the largest process in KB, macOS in bytes.
        largest = used.ru_maxrss / (1024 * 1024 if sys.platform == "darwin" else 1024)
        return Run(seconds=seconds, peak_mb=max(watch.peak_kb / 1024, largest), answer=json.load(answer))


class _Watch(threading.Thread):
    """Adds up the resident memory of a process and all its descendants, again and again, and keeps the most."""

    def __init__(self, pid: int) -> None:
        super().__init__(daemon=True)
        self.peak_kb = 0
        self._pid = pid
        self._ended = threading.Event()

    def run(self) -> None:
        while not self._ended.wait(_WATCH_EVERY):
            self.peak_kb = max(self.peak_kb, sum(map(_resident_kb, _family(self._pid))))

    def stop(self) -> None:
        self._ended.set()
        self.join()


def _family(pid: int) -> list[int]:
    """The process and its descendants; on systems without /proc the process alone."""
    try:
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii").split()
    except OSError:
        return [pid]
    return [pid, *(member for child in children for member in _family(int(child)))]


def _resident_kb(pid: int) -> int:
    try:
        status = Path(f"/proc/{pid}/status").read_text(encoding="ascii", errors="replace")
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in status.splitlines() if line.startswith("VmRSS:")), 0)
