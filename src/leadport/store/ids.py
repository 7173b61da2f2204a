"""Hands out the ids of an account, from the counters in its row."""

from __future__ import annotations

from typing import Literal

from django.db import connection

Counter = Literal["next_lead_id", "next_import_id", "next_id"]

_RESERVE: dict[Counter, str] = {
    "next_lead_id": "UPDATE account SET next_lead_id = next_lead_id + %s WHERE id = %s RETURNING next_lead_id",
    "next_import_id": "UPDATE account SET next_import_id = next_import_id + %s WHERE id = %s RETURNING next_import_id",
    "next_id": "UPDATE account SET next_id = next_id + %s WHERE id = %s RETURNING next_id",
}


def reserve_ids(*, account_id: int, counter: Counter, count: int = 1) -> int:
    """The first of `count` consecutive ids that nobody else will get; raises LookupError when the account is gone.

    The account's row stays locked until the transaction ends, so call this in a short one. Ids of a transaction that
    is rolled back are handed out again.
    """
    with connection.cursor() as cursor:
        cursor.execute(_RESERVE[counter], [count, account_id])
        row = cursor.fetchone()
    if row is None:
        raise LookupError(f"there is no account {account_id}")
    return int(row[0]) - count
