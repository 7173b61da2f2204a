"""The address of each record: that of the email column, or another where that column holds none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from leadport.engine.address_column import AddressColumn
from leadport.engine.text_column import Bools, scattered

_TEXT = pa.string()
_HOLDS_NO_ADDRESS = pa.array(["email_missing", "email_placeholder", "email_internal"])


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Who each record is about; everything is NULL where there is no address, but `fault`, which says why.

    `promoted` marks the records whose email column gave way to another. `secondary` are the other addresses, joined.
    """

    email: pa.Array
    email_key: pa.Array
    mailbox_key: pa.Array
    suggestion: pa.Array
    fault: pa.Array
    promoted: Bools
    secondary: pa.Array


def person_of(*, count: int, main: AddressColumn | None, others: Sequence[AddressColumn]) -> Person:
    """The person of each of `count` records, from the email column and the other address columns."""
    nothing = pa.nulls(count, _TEXT)
    spare = {"email": nothing, "email_key": nothing, "mailbox_key": nothing, "suggestions": nothing}
    for column in reversed(others):
        there = column.email.is_valid()
        spare = {name: pc.if_else(there, getattr(column, name), value) for name, value in spare.items()}
    own = {name: getattr(main, name) if main else nothing for name in spare}
    fault = pc.coalesce(main.faults, "email_missing") if main else pa.array(["email_missing"] * count, _TEXT)
    promoted = pc.and_(pc.and_(own["email"].is_null(), spare["email"].is_valid()), pc.is_in(fault, _HOLDS_NO_ADDRESS))
    taken = {name: pc.if_else(promoted, spare[name], own[name]) for name in spare}
    columns = ([main] if main else []) + list(others)
    return Person(
        email=taken["email"],
        email_key=taken["email_key"],
        mailbox_key=taken["mailbox_key"],
        suggestion=taken["suggestions"],
        fault=pc.if_else(taken["email"].is_null(), fault, pa.scalar(None, _TEXT)),
        promoted=promoted.to_numpy(zero_copy_only=False),
        secondary=_secondary(taken["email_key"], columns, others),
    )


def _secondary(key: pa.Array, columns: Sequence[AddressColumn], others: Sequence[AddressColumn]) -> pa.Array:
    """The addresses besides the one that stands, each once, joined by "; "."""
    count = len(key)
    given = np.zeros(count, dtype=np.int64)
    for column in others:
        given += column.email.is_valid().to_numpy(zero_copy_only=False)
    several = given > 1
    for column in columns:
        several |= column.second.is_valid().to_numpy(zero_copy_only=False)
    single = pa.nulls(count, _TEXT)
    for column in others:
        other = pc.fill_null(pc.not_equal(column.email_key, key), fill_value=True)
        single = pc.coalesce(single, pc.if_else(other, column.email, pa.scalar(None, _TEXT)))
    rows = np.flatnonzero(several)
    if not len(rows):
        return single
    joined = [_joined(row, key, columns, others) for row in rows.tolist()]
    return pc.if_else(pa.array(several), scattered(count, rows, joined, _TEXT), single)


def _joined(row: int, key: pa.Array, columns: Sequence[AddressColumn], others: Sequence[AddressColumn]) -> str | None:
    found = [email for column in columns for email in column.second[row].as_py() or []]
    found += [email for column in others if (email := column.email[row].as_py())]
    standing = key[row].as_py()
    distinct = {email.casefold(): email for email in reversed(found)}
    kept = [email for email in dict.fromkeys(found) if distinct[email.casefold()] == email]
    return "; ".join(email for email in kept if email.casefold() != standing) or None
