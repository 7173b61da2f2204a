"""Repeats a transaction whose failure says nothing about the data: a deadlock, a lost connection, a server restart."""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from typing import TypeVar

from django.db import DatabaseError, InterfaceError, connection

T = TypeVar("T")

_REPEATABLE = {
    "40001",  # serialization_failure
    "40P01",  # deadlock_detected
    "23503",  # foreign_key_violation: a lead or target was deleted while it was being linked
}
_MOST_REPEATS = 20
_PATIENCE = 60.0
"""Seconds a server may take to come back."""


def persist(work: Callable[[], T], *, patience: float = _PATIENCE, repeats: int = _MOST_REPEATS) -> T:
    """The result of `work`, a transaction that looks in the ledger, or another row, before it does anything.

    A COMMIT that raised may have committed all the same, so `work` is asked again on a new connection and finds its row
    or does not. Whatever else the database raises is passed on, and so is the last failure when `patience`, in seconds
    without a server, or the number of `repeats` after deadlocks is used up.
    """
    tries, lost_at = 0, 0.0
    while True:
        try:
            return work()
        except (DatabaseError, InterfaceError) as error:
            state = getattr(error.__cause__, "sqlstate", None)
            if state in _REPEATABLE and tries < repeats:
                tries += 1
                time.sleep(random.uniform(0.001, 0.02) * tries)  # noqa: S311
            elif _is_lost(error, state):
                lost_at = lost_at or time.monotonic()
                if time.monotonic() - lost_at > patience:
                    raise
                connection.close()
                time.sleep(0.2)
            else:
                raise


def _is_lost(error: Exception, state: str | None) -> bool:
    """True when the connection broke (class 08), was ended by the server (57P), or could not be made (no state)."""
    return isinstance(error, InterfaceError) or state is None or state.startswith(("08", "57P"))
