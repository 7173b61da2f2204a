"""Writes the audit log."""

from __future__ import annotations

from datetime import datetime

from leadport.store.ids import reserve_ids
from leadport.store.models import AuditEntry


def record_deed(
    *,
    account_id: int,
    actor: str,
    deed: str,
    object_kind: str,
    object_id: int | None,
    now: datetime,
    facts: dict[str, object] | None = None,
) -> None:
    """Add one entry in the transaction at hand, so that deed and entry exist together or not at all.

    `facts` holds numbers and the names of things, never a person's data.
    """
    AuditEntry.objects.create(
        account_id=account_id,
        id=reserve_ids(account_id=account_id, counter="next_id"),
        at=now,
        actor=actor,
        deed=deed,
        object_kind=object_kind,
        object_id=object_id,
        facts=facts or {},
    )
