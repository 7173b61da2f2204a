"""Reads imports: the list of them, and one with everything that is known about it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime

from leadport.domain.permissions import Actor, Permission, require
from leadport.domain.status import ImportState
from leadport.domain.verdicts import Verdict
from leadport.operations.receipt import ImportUnknown, receipt_of
from leadport.store.imports import ImportRow, find_import, list_imports
from leadport.store.ledger import landed_so_far

_PAGE = 100


@dataclass(frozen=True, kw_only=True)
class ImportSummary:
    """One line of the list of imports; `counts` by verdict is empty until the filter has run."""

    id: int
    file_name: str
    state: ImportState
    actor: str
    created_at: datetime
    finished_at: datetime | None
    uploaded: int | None
    counts: dict[Verdict, int] = field(default_factory=dict)
    trouble: str = ""


def imports(*, account_id: int, actor: Actor, limit: int | None = None) -> Iterator[ImportSummary]:
    """The account's imports, newest first."""
    require(actor=actor, permission=Permission.VIEW)
    before, left = None, limit
    while left is None or left > 0:
        page = list_imports(account_id=account_id, limit=_PAGE if left is None else min(_PAGE, left), before=before)
        if not page:
            return
        yield from (summary_of(row) for row in page)
        before = page[-1].id
        left = None if left is None else left - len(page)


def get_import_row(*, account_id: int, import_id: int, actor: Actor) -> ImportRow:
    """The import's row; raises ImportUnknown."""
    require(actor=actor, permission=Permission.VIEW)
    found = find_import(account_id=account_id, import_id=import_id)
    if found is None:
        raise ImportUnknown(f"There is no import {import_id}. `leadport imports` lists them.")
    return found


def summary_of(row: ImportRow) -> ImportSummary:
    """One line about an import."""
    known = (
        receipt_of(row=row, counts=landed_so_far(account_id=row.account_id, import_id=row.id)) if row.tally else None
    )
    counts = {verdict: int(getattr(known, verdict.value)) for verdict in Verdict} if known else {}
    return ImportSummary(
        id=row.id,
        file_name=row.file_name,
        state=row.state,
        actor=row.actor,
        created_at=row.created_at,
        finished_at=row.finished_at,
        uploaded=known.uploaded if known else None,
        counts=counts,
        trouble=row.trouble,
    )
