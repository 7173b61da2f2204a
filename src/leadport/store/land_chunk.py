"""Lands one chunk of a plan: its leads, their changes, their links and its row in the ledger, in one transaction."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import datetime

from django.db import IntegrityError, connection, transaction
from psycopg.errors import UniqueViolation

from leadport.domain.fields import LEAD_COLUMNS
from leadport.domain.status import ImportState
from leadport.domain.verdicts import ExistingPolicy, Verdict
from leadport.store.copy import copy_in
from leadport.store.frozen import Targets
from leadport.store.land_existing import update_existing
from leadport.store.land_links import link_existing, link_named, link_new, live_targets
from leadport.store.lookup import copy_keys, suppressed_records, suppressed_since
from leadport.store.plan_slices import PlanSlices
from leadport.store.statements import SqlValue, statements

_SQL = statements("landing")
_LEAD = ("account_id", "id", "email", "email_key", "mailbox_key")
_STAMPS = ("custom", "import_id", "created_at", "changed_at")
_INCOMING = ("record_number", "planned", "verdict", "lead_id", "email_key")


class LandingStoppedError(Exception):
    """The import was taken to another state, so nothing more of it lands."""

    def __init__(self, state: ImportState) -> None:
        super().__init__(f"the import is {state.value}")
        self.state = state


class RepeatChunkError(Exception):
    """Somebody was in the way and is gone again; the same chunk will do better a second time."""


class MetExistingLeadError(Exception):
    """A lead that was to be new is there already: the chunk goes down the merge path."""


@dataclass(frozen=True, kw_only=True)
class Job:
    """What all chunks of a landing have in common.

    `first_id` is the id of a new lead at `first_seq`, the others follow with seq. `watermark` is from the filter's look
    at the blocklist. Chunk n holds `chunk_size` records from `first_seq` + n * `chunk_size` on.
    """

    account_id: int
    import_id: int
    first_id: int
    first_seq: int
    last_seq: int
    chunk_size: int
    watermark: int
    targets: Targets
    policy: ExistingPolicy
    actor: str
    now: datetime

    @property
    def facts(self) -> dict[str, SqlValue]:
        """The placeholders that every query of a chunk may use."""
        return {"account_id": self.account_id, "import_id": self.import_id, "now": self.now, "actor": self.actor}


@dataclass(kw_only=True)
class Counts:
    """The numbers of one chunk as its ledger row keeps them; records, except `created` and `updated`, which are leads.

    `found` were planned as new and exist; `gone` were planned as existing and do not. `blocked_new` and
    `blocked_existing` came onto the blocklist since the plan, by kind. `links` are [added, all it was for] by target,
    `skipped` the targets that were deleted, with the number of leads it was for.
    """

    records: int = 0
    created: int = 0
    found: int = 0
    existing: int = 0
    updated: int = 0
    gone: int = 0
    suppressed: int = 0
    blocked_new: dict[str, int] = field(default_factory=dict)
    blocked_existing: dict[str, int] = field(default_factory=dict)
    links: dict[str, list[int]] = field(default_factory=dict)
    skipped: dict[str, int] = field(default_factory=dict)


def land_chunk(*, job: Job, slices: PlanSlices, number: int, merging: bool = False) -> bool:
    """Land chunk `number` once and for all; False when that had been done before.

    Raises LandingStoppedError, RepeatChunkError, MetExistingLeadError (come again with `merging`), and what the
    database raises; after each of them nothing of the chunk is there.
    """
    first = job.first_seq + number * job.chunk_size
    slices.set_chunk(first_seq=first, last_seq=min(first + job.chunk_size - 1, job.last_seq), merging=merging)
    prepare_session()
    with transaction.atomic(durable=True):
        if not claim(job=job, phase="land", number=number):
            return False
        counts = Counts()
        _block_newcomers(job, slices, counts)
        first_id = job.first_id + number * job.chunk_size
        if merging:
            _merge(job, slices, counts)
        else:
            _insert(job, slices, counts)
        live = live_targets(targets=job.targets, facts=job.facts)
        link_new(live=live, counts=counts, facts=job.facts | _range(first_id, job.chunk_size))
        if counts.existing:
            link_existing(live=live, counts=counts, facts=job.facts)
        link_named(live=live, slices=slices, counts=counts, facts=job.facts)
        record_counts(job=job, phase="land", number=number, counts=counts)
    return True


def prepare_session() -> None:
    """Make the temporary tables of this connection when they are missing, outside of any chunk."""
    columns = ", ".join(f"{key} text" for key in LEAD_COLUMNS)
    with connection.cursor() as cursor:
        cursor.execute(_SQL["lead_table"].replace("{columns}", columns))
        cursor.execute(_SQL["link_table"])


def claim(*, job: Job, phase: str, number: int) -> bool:
    """Take the chunk for this transaction; False when it is done. Raises LandingStoppedError."""
    with connection.cursor() as cursor:
        cursor.execute(_SQL["import_state"], job.facts)
        state = ImportState(cursor.fetchone()[0])
        if state is not ImportState.LANDING:
            raise LandingStoppedError(state)
        cursor.execute(_SQL["claim"], job.facts | {"phase": phase, "number": number})
        return bool(cursor.rowcount)


def record_counts(*, job: Job, phase: str, number: int, counts: Counts) -> None:
    """Write the numbers of the chunk into its ledger row, the last thing before COMMIT."""
    kept = {name: value for name, value in vars(counts).items() if value}
    with connection.cursor() as cursor:
        cursor.execute(_SQL["count"], job.facts | {"phase": phase, "number": number, "counts": json.dumps(kept)})


def _block_newcomers(job: Job, slices: PlanSlices, counts: Counts) -> None:
    """Leave out whoever came onto the blocklist after the filter looked; almost always that is nobody."""
    if not suppressed_since(account_id=job.account_id, watermark=job.watermark, import_id=job.import_id):
        _probe_only()
        return
    copy_keys(keys=slices.rows("chunk_keys"), path=slices.room / "keys.csv")
    _probe_only()
    found = dict(suppressed_records(account_id=job.account_id, watermark=job.watermark, import_id=job.import_id))
    if not found:
        return
    planned = slices.verdicts_of(list(found))
    for record, kind in found.items():
        tally = counts.blocked_new if planned[record] == Verdict.NEW else counts.blocked_existing
        tally[kind] = tally.get(kind, 0) + 1
    slices.block(found)
    facts = job.facts | {"records": list(found), "reasons": [f"blocked_{kind}" for kind in found.values()]}
    with connection.cursor() as cursor:
        cursor.execute(_SQL["tell_blocked"], facts)


def _insert(job: Job, slices: PlanSlices, counts: Counts) -> None:
    """The usual path: new leads go straight into their table."""
    size = slices.chunk_size()
    counts.records, counts.created = size.records, size.new
    if size.new:
        columns = (*_LEAD, *slices.fields, *_STAMPS)
        try:
            copy_in(table="lead", columns=columns, rows=slices.rows("new_leads"), path=slices.room / "new.csv")
        except IntegrityError as error:
            if isinstance(error.__cause__, UniqueViolation):
                raise MetExistingLeadError from error
            raise
    if size.records > size.new:
        with_fields = job.policy is not ExistingPolicy.KEEP
        columns = (*_INCOMING, *slices.fields, "custom") if with_fields else _INCOMING
        rows = slices.rows("incoming", with_fields=with_fields)
        copy_in(table="incoming_lead", columns=columns, rows=rows, path=slices.room / "incoming.csv")
        counts.existing = size.records - size.new
        _meet_existing(job, slices, counts)


def _merge(job: Job, slices: PlanSlices, counts: Counts) -> None:
    """The path for a chunk some of whose new people have been added by somebody else."""
    counts.records = slices.chunk_size().records
    columns = (*_INCOMING, *slices.fields, "custom", "email", "mailbox_key")
    rows = slices.rows("incoming_all")
    copy_in(table="incoming_lead", columns=columns, rows=rows, path=slices.room / "incoming.csv")
    listed = "".join(f"{key}, " for key in slices.fields)
    with connection.cursor() as cursor:
        cursor.execute(_SQL["insert_missing"].replace("{columns}", listed), job.facts)
        counts.created = cursor.rowcount
        cursor.execute(_SQL["recognise"], job.facts)
        counts.found = cursor.rowcount
        cursor.execute(_SQL["count_new"])
        if cursor.fetchone()[0] != counts.created:
            raise RepeatChunkError
        if counts.found:
            cursor.execute(_SQL["tell_found"], job.facts)
    counts.existing = counts.records - counts.created
    _meet_existing(job, slices, counts)


def _meet_existing(job: Job, slices: PlanSlices, counts: Counts) -> None:
    """Update the existing leads of the chunk; whoever is not where the plan says is looked for once more."""
    met = update_existing(fields=slices.fields, policy=job.policy, verdict="existing", facts=job.facts)
    counts.updated = met.updated
    if met.records == counts.existing:
        return
    with connection.cursor() as cursor:
        cursor.execute(_SQL["find_again"], job.facts)
        lost = cursor.rowcount
        cursor.execute(_SQL["drop_gone"], job.facts)
        counts.gone = cursor.rowcount
        again = update_existing(fields=slices.fields, policy=job.policy, verdict="found again", facts=job.facts)
        if met.records + lost != counts.existing or again.records + counts.gone != lost:
            raise RepeatChunkError
        cursor.execute(_SQL["settle"])
    counts.updated += again.updated
    counts.existing -= counts.gone


def _probe_only() -> None:
    with connection.cursor() as cursor:
        cursor.execute(_SQL["probe_only"])


def _range(first_id: int, size: int) -> dict[str, SqlValue]:
    return {"first_id": first_id, "last_id": first_id + size - 1}
