"""Takes back one chunk of an import, in one transaction with its row in the ledger; or says what that would do."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, field
from datetime import datetime

from django.db import connection, transaction

from leadport.domain.status import ImportState
from leadport.store.frozen import Target
from leadport.store.models import ImportChunk
from leadport.store.statements import SqlValue, statements
from leadport.store.undo_fields import undo_fields
from leadport.store.undo_leads import undo_leads
from leadport.store.undo_links import undo_links
from leadport.store.undo_numbers import Cut, Line
from leadport.store.undo_suppressions import undo_suppressions
from leadport.store.undo_targets import undo_targets

_SQL = statements("undo")


class UndoStoppedError(Exception):
    """The import was taken to another state."""


@dataclass(frozen=True, kw_only=True)
class UndoJob:
    """What all chunks of an undo have in common; `size` is how many rows a chunk takes at most."""

    account_id: int
    import_id: int
    first_id: int
    last_id: int
    updated: int
    targets: tuple[Target, ...]
    size: int
    now: datetime

    @property
    def facts(self) -> dict[str, SqlValue]:
        """The placeholders that every query may use."""
        return {"account_id": self.account_id, "import_id": self.import_id, "now": self.now, "size": self.size}


@dataclass(frozen=True, kw_only=True)
class Place:
    """Where an undo has come to: the stage, the last row it dealt with there, and the number of the next chunk."""

    stage: int = 0
    after: int = 0
    number: int = 0


@dataclass(frozen=True, kw_only=True)
class Step:
    """What one chunk did, and where to go on; None when everything is done."""

    lines: tuple[Line, ...]
    following: Place | None = field(default=None)


Stage = Callable[[int, bool], Cut]


def stages(job: UndoJob) -> Sequence[Stage]:
    """The stages in their order: fields and links before the leads they belong to, what was made for them at last."""
    return [
        lambda after, act: undo_fields(facts=job.facts, after=after, updated=job.updated, act=act),
        *(_links(job, target) for target in job.targets),
        lambda after, act: undo_leads(
            facts=job.facts, after=max(after, job.first_id - 1), last=job.last_id, size=job.size, act=act
        ),
        lambda after, act: undo_suppressions(facts=job.facts, after=after, act=act),
        lambda _after, act: undo_targets(facts=job.facts, first_id=job.first_id, last_id=job.last_id, act=act),
    ]


def undo_chunk(*, job: UndoJob, place: Place, act: bool) -> Step:
    """Take back the chunk at `place`, or with `act` false only count it. Raises UndoStoppedError.

    A chunk that was done before is not done again: then the step says what it did.
    """
    _prepare_session()
    facts = job.facts | {"number": place.number, "counts": "{}"}
    with transaction.atomic(durable=True), connection.cursor() as cursor:
        if act:
            cursor.execute(_SQL["import_state"], facts)
            if cursor.fetchone()[0] != ImportState.UNDOING:
                raise UndoStoppedError
            cursor.execute(_SQL["claim"], facts)
            if not cursor.rowcount:
                return done_before(job=job, number=place.number)
        cursor.execute(_SQL["probe_only"])
        todo = stages(job)
        cut = todo[place.stage](place.after, act)
        if cut.after is not None:
            following: Place | None = Place(stage=place.stage, after=cut.after, number=place.number + 1)
        elif place.stage + 1 < len(todo):
            following = Place(stage=place.stage + 1, number=place.number + 1)
        else:
            following = None
        step = Step(lines=cut.lines, following=following)
        if act:
            cursor.execute(_SQL["count"], facts | {"counts": json.dumps(asdict(step))})
        return step


def done_before(*, job: UndoJob, number: int) -> Step:
    """What the ledger says of a chunk."""
    row = ImportChunk.objects.get(account_id=job.account_id, import_id=job.import_id, phase="undo", number=number)
    return _read(row.counts)


def steps_done(*, account_id: int, import_id: int) -> list[Step]:
    """All chunks of an undo that are finished, in order."""
    found = ImportChunk.objects.filter(account_id=account_id, import_id=import_id, phase="undo").order_by("number")
    return [_read(counts) for counts in found.values_list("counts", flat=True)]


def _read(counts: dict[str, object]) -> Step:
    lines, following = counts["lines"], counts["following"]
    return Step(
        lines=tuple(Line(**line) for line in lines) if isinstance(lines, list) else (),
        following=Place(**following) if isinstance(following, dict) else None,
    )


def _links(job: UndoJob, target: Target) -> Stage:
    return lambda after, act: undo_links(facts=job.facts, target=target, after=after, act=act)


def _prepare_session() -> None:
    with connection.cursor() as cursor:
        for name in ("fate_table", "journal_table", "field_table", "verdict_table"):
            cursor.execute(_SQL[name])
