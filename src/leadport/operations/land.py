"""Lands an approved plan: writes its people and actions into the lead book, in chunks, exactly once."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path

from django.db import transaction

from leadport.domain.actions import Actions
from leadport.domain.refusal import Refusal
from leadport.domain.status import ImportState, may_become
from leadport.domain.verdicts import ExistingPolicy
from leadport.operations.land_targets import prepare_targets
from leadport.operations.land_workers import Counted, Work, land_all, uncounted
from leadport.store.attempts import persist
from leadport.store.audit import record_deed
from leadport.store.frozen import freeze, thaw
from leadport.store.ids import reserve_ids
from leadport.store.imports import ImportRow, get_import, transition, update_import
from leadport.store.land_chunk import Counts, Job, LandingStoppedError
from leadport.store.ledger import landed_so_far
from leadport.store.plan_slices import Extent, PlanSlices
from leadport.store.session_lock import import_lock

CHUNK_SIZE = 51_200
"""Records a transaction; as many as a row group of the plan holds, so that each chunk unpacks one."""


class NotReadyToLand(Refusal):
    """The import is in a state from which nothing lands."""

    code = "import_not_ready"


class LandingBusy(Refusal):
    """Another process is landing the same import."""

    code = "import_busy"


class PlanChanged(Refusal):
    """A landing that was begun goes on with another plan."""

    code = "plan_changed"


class LandingStopped(Refusal):
    """The import was cancelled while it landed; what had landed stays and can be undone."""

    code = "landing_stopped"


@dataclass(frozen=True, kw_only=True)
class LandingResult:
    """What landing did. `repeated` says that the import had landed before and nothing was done this time."""

    import_id: int
    created: int
    existing: int
    updated: int
    suppressed: int
    blocked: int
    gone: int
    repeated: bool = False


def land(
    *,
    account_id: int,
    import_id: int,
    plan: Path,
    suppress: Path,
    actions: Actions,
    policy: ExistingPolicy,
    actor: str,
    now: datetime,
    workers: int = 2,
    progress: Counted = uncounted,
    chunk_size: int = CHUNK_SIZE,
) -> LandingResult:
    """Everything of the plan is in the lead book once, or this raises and a second call goes on where it stopped.

    `plan` and `suppress` are the files that `engine/plan.py` makes. What the first call decided (ids,
    targets, chunks) stands for every later one. Whoever calls has made sure that the actor may do this. Raises
    NotReadyToLand, LandingBusy, PlanChanged, LandingStopped, StepMissing.
    """
    with import_lock(account_id=account_id, import_id=import_id) as mine:
        if not mine:
            raise LandingBusy("Another process is landing this import. Wait for it to finish.")
        row = get_import(account_id=account_id, import_id=import_id)
        if row.state is ImportState.LANDED:
            return _result(row, repeated=True)
        if row.state is not ImportState.LANDING and not may_become(now=row.state, then=ImportState.LANDING):
            raise NotReadyToLand(f"Import {import_id} is {row.state.value}, so it cannot land.")
        with (
            tempfile.TemporaryDirectory(prefix="landing-", dir=plan.parent) as room,
            PlanSlices(plan=plan, suppress=suppress, room=Path(room)) as slices,
        ):
            found = _look_into(slices)
            begin = partial(_begin, row, found, actions=actions, actor=actor, now=now, chunk_size=chunk_size)
            job = _job(persist(begin), found.extent, policy=policy, actor=actor)
            work = Work(job=job, plan=plan, suppress=suppress, records=found.extent.records, entries=found.entries)
            try:
                land_all(work=work, slices=slices, workers=workers, progress=progress)
                return persist(partial(_finish, job, now=now))
            except LandingStoppedError as stopped:
                raise LandingStopped(f"Import {import_id} is {stopped.state.value}; landing has stopped.") from stopped


@dataclass(frozen=True, kw_only=True)
class _Found:
    """What the files of a plan hold: the extent, the names of lists and tags in the records, the blocklist entries."""

    extent: Extent
    lists: list[str]
    tags: list[str]
    entries: int


def _look_into(slices: PlanSlices) -> _Found:
    return _Found(
        extent=slices.extent(),
        lists=slices.names("named_lists"),
        tags=slices.names("named_tags"),
        entries=slices.entry_count(),
    )


def _begin(row: ImportRow, found: _Found, *, actions: Actions, actor: str, now: datetime, chunk_size: int) -> ImportRow:
    """Decide in one transaction all that must never be decided again: targets, ids, chunks."""
    span = found.extent.last_seq - found.extent.first_seq + 1
    account = row.account_id
    with transaction.atomic(durable=True):
        row = get_import(account_id=account, import_id=row.id)
        if row.targets is not None:
            return row
        targets = prepare_targets(
            account_id=account,
            import_id=row.id,
            actions=actions,
            named_lists=found.lists,
            named_tags=found.tags,
            entries=found.entries,
            now=now,
        )
        first = reserve_ids(account_id=account, counter="next_lead_id", count=span) if found.extent.new else None
        record_deed(
            account_id=account, actor=actor, deed="landing_begun", object_kind="import", object_id=row.id, now=now
        )
        if row.state is not ImportState.LANDING:
            transition(account_id=account, import_id=row.id, then=ImportState.LANDING, now=now)
        return update_import(
            account_id=account,
            import_id=row.id,
            targets=freeze(targets),
            lead_id_first=first,
            lead_id_last=None if first is None else first + span - 1,
            chunk_size=chunk_size,
            chunks=-(-span // chunk_size),
        )


def _job(row: ImportRow, extent: Extent, *, policy: ExistingPolicy, actor: str) -> Job:
    span = extent.last_seq - extent.first_seq + 1
    if (
        row.chunk_size is None
        or row.targets is None
        or row.started_at is None
        or -(-span // row.chunk_size) != row.chunks
    ):
        raise PlanChanged(f"Import {row.id} was begun with another plan. Undo it, and import the file again.")
    return Job(
        account_id=row.account_id,
        import_id=row.id,
        first_id=row.lead_id_first or 0,
        first_seq=extent.first_seq,
        last_seq=extent.last_seq,
        chunk_size=row.chunk_size,
        watermark=row.watermark or 0,
        targets=thaw(row.targets),
        policy=policy,
        actor=actor,
        # Every row of an import carries the time it began to land, whoever finishes it.
        now=row.started_at,
    )


def _finish(job: Job, *, now: datetime) -> LandingResult:
    with transaction.atomic(durable=True):
        row = get_import(account_id=job.account_id, import_id=job.import_id)
        if row.state is ImportState.LANDED:
            return _result(row)
        counts = landed_so_far(account_id=job.account_id, import_id=job.import_id)
        update_import(account_id=job.account_id, import_id=job.import_id, counts=dict(vars(counts)))
        row = transition(account_id=job.account_id, import_id=job.import_id, then=ImportState.LANDED, now=now)
        record_deed(
            account_id=job.account_id,
            actor=job.actor,
            deed="landed",
            object_kind="import",
            object_id=job.import_id,
            now=now,
            facts={"created": counts.created, "existing": counts.existing, "updated": counts.updated},
        )
    return _result(row)


def _result(row: ImportRow, *, repeated: bool = False) -> LandingResult:
    counts: Counts = landed_so_far(account_id=row.account_id, import_id=row.id)
    return LandingResult(
        import_id=row.id,
        created=counts.created,
        existing=counts.existing,
        updated=counts.updated,
        suppressed=counts.suppressed,
        blocked=sum(counts.blocked_new.values()) + sum(counts.blocked_existing.values()),
        gone=counts.gone,
        repeated=repeated,
    )
