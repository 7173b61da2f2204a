"""What goes wrong with the server is said in a sentence that helps."""

import errno

import pytest

from leadport.config.failure import explain, explain_system


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ("FATAL: could not write: No space left on device", "The disk that holds /home/ada is full."),
        ("mkdir: Permission denied", "Leadport may not use /home/ada."),
        ("Read-only file system", "/home/ada is on a read-only file system."),
        ("sh: 1: exec: Exec format error", "does not run on this system"),
    ],
)
def test_a_known_cause_is_explained(said: str, sentence: str) -> None:
    assert sentence in str(explain(said=said, where="/home/ada", otherwise="It failed:"))


def test_an_unknown_cause_is_shown_by_its_last_lines() -> None:
    said = "\n".join(f"line {number}" for number in range(20))
    assert str(explain(said=said, where="/home/ada", otherwise="It failed:")).splitlines() == [
        "It failed:",
        *[f"line {number}" for number in range(15, 20)],
    ]


def test_a_failed_system_call_is_explained_by_its_cause() -> None:
    assert "is full" in str(explain_system(OSError(errno.ENOSPC, "x"), where="/home/ada"))
    assert str(explain_system(OSError(errno.ENOTDIR, "x"), where="/a")) == "Leadport cannot use /a: Not a directory."
