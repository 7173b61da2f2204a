"""Keeps the row of an import: makes it, finds it, fills in answers, and takes it from state to state."""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from datetime import datetime
from typing import TypedDict, Unpack

from django.db import transaction

from leadport.domain.status import ImportState, may_become
from leadport.store.ids import reserve_ids
from leadport.store.models import LeadImport
from leadport.store.models.lead_import import UNFINISHED

JsonObject = dict[str, object]


class UnknownImportError(LookupError):
    """The account has no import of this id."""


class ForbiddenTransitionError(Exception):
    """The transition table has no such step; `now` is the state the import is in."""

    def __init__(self, *, now: ImportState, then: ImportState) -> None:
        super().__init__(f"an import that is {now.value} cannot become {then.value}")
        self.now = now
        self.then = then


@dataclass(frozen=True, kw_only=True)
class ImportRow:
    """An import as it stands; the meaning of each column is in `models/lead_import.py`."""

    account_id: int
    id: int
    state: ImportState
    file_name: str
    source_sha256: str | None
    fingerprint: str | None
    options: JsonObject = field(default_factory=dict)
    mapping: JsonObject = field(default_factory=dict)
    actions: JsonObject = field(default_factory=dict)
    targets: JsonObject | None
    tally: JsonObject | None
    counts: JsonObject | None
    watermark: int | None
    lead_id_first: int | None
    lead_id_last: int | None
    chunk_size: int | None
    chunks: int | None
    seconds: dict[str, float] = field(default_factory=dict)
    actor: str
    trouble: str
    created_at: datetime
    started_at: datetime | None
    finished_at: datetime | None
    undone_at: datetime | None


class Answers(TypedDict, total=False):
    """The columns that `update_import` may set; those that are not named stay."""

    file_name: str
    source_sha256: str | None
    fingerprint: str | None
    options: JsonObject
    mapping: JsonObject
    actions: JsonObject
    targets: JsonObject | None
    tally: JsonObject | None
    counts: JsonObject | None
    watermark: int | None
    lead_id_first: int | None
    lead_id_last: int | None
    chunk_size: int | None
    chunks: int | None
    seconds: dict[str, float]
    trouble: str


def create_import(
    *,
    account_id: int,
    file_name: str,
    source_sha256: str | None,
    fingerprint: str | None,
    actor: str,
    now: datetime,
    options: JsonObject | None = None,
) -> ImportRow:
    """A new draft. Raises django.db.IntegrityError when an unfinished import has this fingerprint already."""
    with transaction.atomic():
        made = LeadImport.objects.create(
            account_id=account_id,
            id=reserve_ids(account_id=account_id, counter="next_import_id"),
            file_name=file_name,
            source_sha256=source_sha256,
            fingerprint=fingerprint,
            actor=actor,
            options=options or {},
            created_at=now,
        )
    return _row(made)


def find_import(*, account_id: int, import_id: int) -> ImportRow | None:
    """The import, or None when the account has none of this id."""
    found = LeadImport.objects.filter(account_id=account_id, id=import_id).first()
    return _row(found) if found else None


def get_import(*, account_id: int, import_id: int) -> ImportRow:
    """The import; raises UnknownImportError."""
    found = find_import(account_id=account_id, import_id=import_id)
    if found is None:
        raise UnknownImportError(import_id)
    return found


def find_open_import(*, account_id: int, fingerprint: str) -> ImportRow | None:
    """The unfinished import (draft, filtered or landing) of this fingerprint, or None; there is at most one."""
    found = LeadImport.objects.filter(account_id=account_id, fingerprint=fingerprint, state__in=UNFINISHED).first()
    return _row(found) if found else None


def list_imports(*, account_id: int, limit: int = 100, before: int | None = None) -> tuple[ImportRow, ...]:
    """The account's imports, newest first; `before` is the id to page on from."""
    found = LeadImport.objects.filter(account_id=account_id)
    if before is not None:
        found = found.filter(id__lt=before)
    return tuple(_row(each) for each in found.order_by("-id")[:limit])


def update_import(*, account_id: int, import_id: int, **answers: Unpack[Answers]) -> ImportRow:
    """Fill in answers and numbers; the state is changed by `transition` only. Raises UnknownImportError."""
    LeadImport.objects.filter(account_id=account_id, id=import_id).update(**answers)
    return get_import(account_id=account_id, import_id=import_id)


def transition(*, account_id: int, import_id: int, then: ImportState, now: datetime, trouble: str = "") -> ImportRow:
    """Take the import to another state under its row's lock, with the time stamp that belongs to it.

    Raises UnknownImportError, or ForbiddenTransitionError when the table does not allow the step. Chunks being landed
    hold a share of that lock, so after this returns none of them is under way in the old state.
    """
    with transaction.atomic():
        locked = LeadImport.objects.select_for_update().filter(account_id=account_id, id=import_id).first()
        if locked is None:
            raise UnknownImportError(import_id)
        state = ImportState(locked.state)
        if not may_become(now=state, then=then):
            raise ForbiddenTransitionError(now=state, then=then)
        locked.state = then.value
        locked.trouble = trouble
        match then:
            case ImportState.LANDING:
                locked.started_at = now
            case ImportState.LANDED | ImportState.CANCELLED | ImportState.FAILED:
                locked.finished_at = now
            case ImportState.UNDONE:
                locked.undone_at = now
            case _:
                pass
        locked.save(update_fields=["state", "trouble", "started_at", "finished_at", "undone_at"])
    return _row(locked)


def _row(found: LeadImport) -> ImportRow:
    values = {each.name: getattr(found, each.name) for each in fields(ImportRow)}
    return ImportRow(**(values | {"state": ImportState(found.state)}))
