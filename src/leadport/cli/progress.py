"""Progress on stderr: a bar on a terminal, one line a step otherwise."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Protocol

from rich.progress import BarColumn, DownloadColumn, Progress, ProgressColumn, Task, TaskID, TextColumn
from rich.text import Text

from leadport.cli.output import stderr
from leadport.cli.text import number
from leadport.operations import progress as operation

LABELS: dict[operation.Step, str] = {
    operation.Step.RECEIVE: "Taking the file in",
    operation.Step.READ: "Reading",
    operation.Step.NORMALISE: "Checking values",
    operation.Step.LOOK_UP: "Comparing with the lead book",
    operation.Step.FILTER: "Sorting",
    operation.Step.PLAN: "Planning",
    operation.Step.LAND: "Importing",
    operation.Step.UNDO: "Undoing",
    operation.Step.VERIFY: "Proving",
}

_IN_BYTES = frozenset({operation.Step.RECEIVE, operation.Step.READ})
_SECONDS_BEFORE_FIRST_LINE = 3.0
_SECONDS_BETWEEN_LINES = 10.0


class Shown(Protocol):
    """A progress reporter that can make room for a question."""

    def __call__(self, *, step: operation.Step, done: int, total: int | None) -> None:
        """Show how far the step is."""
        ...

    def pause(self) -> None:
        """Take the bar off the terminal; the next step brings it back."""


@contextmanager
def shown() -> Iterator[Shown]:
    """A progress reporter for the length of a command; it never writes to stdout."""
    if not sys.stderr.isatty():
        yield _Lines()
        return
    bars = Progress(
        TextColumn("{task.description}"), BarColumn(bar_width=28), _Done(), _Left(), console=stderr(), transient=True
    )
    try:
        yield _Bars(bars)
    finally:
        bars.stop()


class _Bars:
    """One bar a step; a finished step's bar makes room for the next."""

    def __init__(self, bars: Progress) -> None:
        self._bars = bars
        self._current: operation.Step | None = None
        self._task: TaskID | None = None

    def __call__(self, *, step: operation.Step, done: int, total: int | None) -> None:
        self._bars.start()
        if step is not self._current or self._task is None:
            self._forget()
            self._current = step
            self._task = self._bars.add_task(LABELS[step], total=total, bytes=step in _IN_BYTES)
        self._bars.update(self._task, completed=done, total=total)

    def pause(self) -> None:
        self._forget()
        self._bars.stop()

    def _forget(self) -> None:
        if self._task is not None:
            self._bars.remove_task(self._task)
            self._task = None


class _Done(ProgressColumn):
    """How much is done, in records or in bytes."""

    def __init__(self) -> None:
        super().__init__()
        self._bytes = DownloadColumn()

    def render(self, task: Task) -> Text:
        if task.fields.get("bytes"):
            return self._bytes.render(task)
        whole = "" if task.total is None else f" of {number(int(task.total))}"
        return Text(f"{number(int(task.completed))}{whole}")


class _Left(ProgressColumn):
    """The rate and the time left."""

    def render(self, task: Task) -> Text:
        if not task.speed or task.fields.get("bytes"):
            return Text("")
        left = f", {_left(task.time_remaining)}" if task.total is not None and task.time_remaining else ""
        return Text(f"{number(int(task.speed))} a second{left}", style="dim")


def _left(seconds: float) -> str:
    return f"about {seconds:.0f} seconds left" if seconds < 100 else f"about {seconds / 60:.0f} minutes left"


class _Lines:
    """Plain lines now and then, for logs; a step that is over soon says nothing."""

    def __init__(self) -> None:
        self._current: operation.Step | None = None
        self._due = 0.0

    def pause(self) -> None:
        """Lines are in nobody's way."""

    def __call__(self, *, step: operation.Step, done: int, total: int | None) -> None:
        now = time.monotonic()
        if step is not self._current:
            self._current, self._due = step, now + _SECONDS_BEFORE_FIRST_LINE
        if now >= self._due:
            self._due = now + _SECONDS_BETWEEN_LINES
            whole = "" if total is None else f" of {number(total)}"
            unit = " bytes" if step in _IN_BYTES else ""
            sys.stderr.write(f"{LABELS[step]}: {number(done)}{whole}{unit}\n")
            sys.stderr.flush()
