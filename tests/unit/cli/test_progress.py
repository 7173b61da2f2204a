"""Progress never touches stdout, and a log gets a line only when something takes long."""

from __future__ import annotations

import io
import time

import pytest

from leadport.cli import progress as showing
from leadport.operations.progress import Step


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


def test_every_step_has_words() -> None:
    assert set(showing.LABELS) == set(Step)


def test_a_log_gets_a_line_only_for_what_takes_long(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    clock = iter([0.0, 1.0, 4.0, 5.0, 15.0, 15.5])
    monkeypatch.setattr(time, "monotonic", lambda: next(clock))
    with showing.shown() as progress:
        for done in range(0, 5000, 1000):
            progress(step=Step.LAND, done=done, total=5000)
        progress(step=Step.READ, done=1, total=None)
    out, err = capsys.readouterr()
    assert out == ""
    assert err == "Importing: 2,000 of 5,000\nImporting: 4,000 of 5,000\n"


def test_a_terminal_gets_a_bar_that_is_gone_afterwards(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    terminal = Terminal()
    monkeypatch.setattr("sys.stderr", terminal)
    monkeypatch.setenv("TERM", "xterm")
    with showing.shown() as progress:
        progress(step=Step.READ, done=10, total=100)
        progress(step=Step.LAND, done=1, total=None)
        progress.pause()
        progress(step=Step.LAND, done=2, total=4)
    assert "Importing" in terminal.getvalue()
    assert capsys.readouterr().out == ""
