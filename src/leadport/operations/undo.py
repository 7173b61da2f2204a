"""Takes an import back: what it created, changed and added, as far as nobody has built upon it since."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from django.db import transaction

from leadport.domain.refusal import Refusal
from leadport.domain.status import ImportState, may_become
from leadport.operations.land_workers import Counted, uncounted
from leadport.operations.receipt import ImportUnknown
from leadport.store.attempts import persist
from leadport.store.audit import record_deed
from leadport.store.frozen import thaw
from leadport.store.imports import ImportRow, find_import, get_import, transition
from leadport.store.ledger import landed_so_far
from leadport.store.session_lock import import_lock
from leadport.store.undo_chunk import Place, UndoJob, stages, steps_done, undo_chunk
from leadport.store.undo_numbers import Line

CHUNK_SIZE = 50_000

_BEGUN = (ImportState.UNDOING, ImportState.UNDONE)


class NotUndoable(Refusal):
    """The import is in a state from which nothing can be taken back."""

    code = "not_undoable"


class UndoBusy(Refusal):
    """Another process is at work on the same import."""

    code = "undo_busy"


@dataclass(frozen=True, kw_only=True)
class UndoDetail:
    """The numbers of one kind of effect; `kind` and `name` as in `store.undo_numbers.Line`."""

    kind: str
    name: str
    reversed: int
    kept_edited: int
    not_reversible: int


@dataclass(frozen=True, kw_only=True)
class UndoResult:
    """Effects taken back, kept because somebody has changed or used them since, and such as cannot be taken back.

    The numbers are the sums of `details`: a created lead, a lead whose fields were changed, each link, each blocklist
    entry, and each list, tag, category, sequence or field that the import made counts one.
    """

    import_id: int
    dry_run: bool
    reversed: int
    kept_edited: int
    not_reversible: int
    details: tuple[UndoDetail, ...]


def undo(
    *,
    account_id: int,
    import_id: int,
    dry_run: bool,
    actor: str,
    now: datetime,
    progress: Counted = uncounted,
    chunk_size: int = CHUNK_SIZE,
) -> UndoResult:
    """Take the import back chunk by chunk, or with `dry_run` say what that would do; a second call goes on or repeats.

    Whoever calls has made sure that the actor may do this. Raises ImportUnknown, NotUndoable, UndoBusy.
    """
    with import_lock(account_id=account_id, import_id=import_id, patience=0 if dry_run else 10) as mine:
        row = find_import(account_id=account_id, import_id=import_id)
        if row is None:
            raise ImportUnknown(f"There is no import {import_id}. `leadport imports` lists them.")
        if row.state not in _BEGUN and not may_become(now=row.state, then=ImportState.UNDOING):
            raise NotUndoable(f"Import {import_id} is {row.state.value}; only one that has landed can be undone.")
        if not mine and not dry_run:
            raise UndoBusy("Another process is at work on this import. Wait for it to finish.")
        job = _job(row, now=now, chunk_size=chunk_size)
        work = partial(_count, job, progress) if dry_run else partial(_undo, job, actor=actor, progress=progress)
        # Chunks are repeated one by one; what is between them is repeated as a whole and goes on where it stopped.
        return _result(import_id, persist(work, repeats=0), dry_run=dry_run)


def _job(row: ImportRow, *, now: datetime, chunk_size: int) -> UndoJob:
    return UndoJob(
        account_id=row.account_id,
        import_id=row.id,
        first_id=row.lead_id_first or 1,
        last_id=row.lead_id_last or 0,
        updated=landed_so_far(account_id=row.account_id, import_id=row.id).updated,
        targets=thaw(row.targets).targets if row.targets else (),
        size=chunk_size,
        now=now,
    )


def _count(job: UndoJob, progress: Counted) -> list[Line]:
    lines, place = _so_far(job)
    while place is not None:
        step = undo_chunk(job=job, place=place, act=False)
        lines += step.lines
        place = step.following
        _tell(progress, job, place)
    return lines


def _undo(job: UndoJob, *, actor: str, progress: Counted) -> list[Line]:
    state = get_import(account_id=job.account_id, import_id=job.import_id).state
    if state not in _BEGUN:
        with transaction.atomic(durable=True):
            _record(job, actor=actor, deed="undo_begun")
            transition(account_id=job.account_id, import_id=job.import_id, then=ImportState.UNDOING, now=job.now)
    lines, place = _so_far(job)
    while place is not None:
        step = persist(partial(undo_chunk, job=job, place=place, act=True))
        lines += step.lines
        place = step.following
        _tell(progress, job, place)
    if state is not ImportState.UNDONE:
        with transaction.atomic(durable=True):
            transition(account_id=job.account_id, import_id=job.import_id, then=ImportState.UNDONE, now=job.now)
            result = _result(job.import_id, lines, dry_run=False)
            facts = {name: getattr(result, name) for name in ("reversed", "kept_edited", "not_reversible")}
            _record(job, actor=actor, deed="undone", facts=facts)
    return lines


def _so_far(job: UndoJob) -> tuple[list[Line], Place | None]:
    """What the finished chunks have done, and where to go on."""
    done = steps_done(account_id=job.account_id, import_id=job.import_id)
    return [line for step in done for line in step.lines], done[-1].following if done else Place()


def _record(job: UndoJob, *, actor: str, deed: str, facts: dict[str, object] | None = None) -> None:
    record_deed(
        account_id=job.account_id,
        actor=actor,
        deed=deed,
        object_kind="import",
        object_id=job.import_id,
        now=job.now,
        facts=facts,
    )


def _tell(progress: Counted, job: UndoJob, place: Place | None) -> None:
    """Progress in stages: how many rows each of them has is not known beforehand."""
    total = len(stages(job))
    progress(total if place is None else place.stage, total)


def _result(import_id: int, lines: Iterable[Line], *, dry_run: bool) -> UndoResult:
    sums: dict[tuple[str, str], list[int]] = defaultdict(lambda: [0, 0, 0])
    for line in lines:
        sums[line.kind, line.name] = [
            before + more
            for before, more in zip(
                sums[line.kind, line.name], (line.reversed, line.kept_edited, line.not_reversible), strict=True
            )
        ]
    details = tuple(
        UndoDetail(kind=kind, name=name, reversed=numbers[0], kept_edited=numbers[1], not_reversible=numbers[2])
        for (kind, name), numbers in sums.items()
    )
    return UndoResult(
        import_id=import_id,
        dry_run=dry_run,
        reversed=sum(each.reversed for each in details),
        kept_edited=sum(each.kept_edited for each in details),
        not_reversible=sum(each.not_reversible for each in details),
        details=details,
    )
