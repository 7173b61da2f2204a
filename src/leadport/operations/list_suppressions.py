"""Reads the blocklist, page by page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from leadport.domain.permissions import Actor, Permission, require
from leadport.domain.suppressions import SuppressionKind
from leadport.store.models import Suppression

_PAGE = 1000


@dataclass(frozen=True, kw_only=True)
class SuppressionRow:
    """An entry as it stands; `entry` is the address, domain or hash as it was typed."""

    id: int
    entry: str
    scope: str
    kind: str
    reason: str
    source: str
    import_id: int | None
    created_at: datetime
    lifted_at: datetime | None = None
    lift_reason: str | None = None


def suppressions(
    *,
    account_id: int,
    actor: Actor,
    kind: SuppressionKind | None = None,
    search: str | None = None,
    lifted: bool = False,
    limit: int | None = None,
) -> Iterator[SuppressionRow]:
    """The entries in the order they came; lifted ones only when asked for."""
    require(actor=actor, permission=Permission.VIEW)
    chosen = Suppression.objects.filter(account_id=account_id)
    if not lifted:
        chosen = chosen.filter(lifted_at=None)
    if kind is not None:
        chosen = chosen.filter(kind=kind.value)
    if search:
        chosen = chosen.filter(address__icontains=search.strip())
    last, left = 0, limit
    while left is None or left > 0:
        page = list(chosen.filter(id__gt=last).order_by("id")[: _PAGE if left is None else min(_PAGE, left)])
        if not page:
            return
        for each in page:
            yield _row(each)
        last = page[-1].id
        left = None if left is None else left - len(page)


def _row(found: Suppression) -> SuppressionRow:
    return SuppressionRow(
        id=found.id,
        entry=found.address,
        scope=found.scope,
        kind=found.kind,
        reason=found.reason,
        source=found.source,
        import_id=found.import_id,
        created_at=found.created_at,
        lifted_at=found.lifted_at,
        lift_reason=found.lift_reason,
    )
