"""Reads the ledger of an import: which chunks are done, and what they add up to."""

from __future__ import annotations

from dataclasses import fields
from typing import Literal

from leadport.store.land_chunk import Counts
from leadport.store.models import ImportChunk

Phase = Literal["land", "suppress", "undo"]


def chunks_done(*, account_id: int, import_id: int, phase: Phase) -> set[int]:
    """The numbers of the chunks that are finished for good."""
    found = ImportChunk.objects.filter(account_id=account_id, import_id=import_id, phase=phase)
    return set(found.values_list("number", flat=True))


def landed_so_far(*, account_id: int, import_id: int) -> Counts:
    """The sum of all chunks that have landed."""
    total = Counts()
    found = ImportChunk.objects.filter(account_id=account_id, import_id=import_id, phase__in=("land", "suppress"))
    for counts in found.order_by("phase", "number").values_list("counts", flat=True):
        _add(total, counts)
    return total


def _add(total: Counts, counts: dict[str, object]) -> None:
    for field in fields(Counts):
        before, more = getattr(total, field.name), counts.get(field.name)
        if isinstance(before, int) and isinstance(more, int):
            setattr(total, field.name, before + more)
        elif isinstance(before, dict) and isinstance(more, dict):
            for key, value in more.items():
                before[key] = _sum(before.get(key), value)


def _sum(before: object, more: object) -> object:
    if isinstance(before, list) and isinstance(more, list):
        return [first + second for first, second in zip(before, more, strict=True)]
    return before + more if isinstance(before, int) and isinstance(more, int) else more
