"""How an operation says how far it is."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import Protocol


class Step(StrEnum):
    """What is being done; `receive` and `read` count bytes, the others count records."""

    RECEIVE = "receive"
    READ = "read"
    NORMALISE = "normalise"
    LOOK_UP = "look_up"
    FILTER = "filter"
    PLAN = "plan"
    LAND = "land"
    UNDO = "undo"
    VERIFY = "verify"


class Progress(Protocol):
    """Called now and then, never more often than some hundred times a second; `total` is None while it is unknown."""

    def __call__(self, *, step: Step, done: int, total: int | None) -> None:
        """Say how far the step is."""
        ...


def silent(*, step: Step, done: int, total: int | None) -> None:
    """Say nothing."""


def of_step(progress: Progress, *, step: Step) -> Callable[[int, int], None]:
    """The progress of one step, for a stage that says only how much is done and how much there is."""

    def say(done: int, total: int) -> None:
        progress(step=step, done=done, total=total)

    return say
