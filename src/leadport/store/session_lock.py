"""Lets one process at a time work on an import, for as long as its connection to the database lives."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection

_TRY = "SELECT pg_try_advisory_lock(hashtextextended(%s, 0))"
_RELEASE = "SELECT pg_advisory_unlock(hashtextextended(%s, 0))"
_PATIENCE = 10.0
"""Seconds a server may take to notice that the last holder was killed."""


@contextmanager
def import_lock(*, account_id: int, import_id: int, patience: float = _PATIENCE) -> Iterator[bool]:
    """True while this connection holds the import, False when somebody else has held it for `patience` seconds.

    Only a courtesy: what makes a chunk happen once is its row in the ledger.
    """
    name = f"leadport import {account_id}/{import_id}"
    until = time.monotonic() + patience
    while not (mine := _try(name)) and time.monotonic() < until:
        time.sleep(0.05)
    try:
        yield mine
    finally:
        # A connection that was lost has let go already, and one that broke just now is about to.
        if mine and connection.is_usable():
            with connection.cursor() as cursor:
                cursor.execute(_RELEASE, [name])


def _try(name: str) -> bool:
    with connection.cursor() as cursor:
        cursor.execute(_TRY, [name])
        return bool(cursor.fetchone()[0])
