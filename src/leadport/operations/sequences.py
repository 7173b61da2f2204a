"""Sequences and their steps: see, make, rename, archive."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.db.models import Count

from leadport.domain.permissions import Actor, Permission, require
from leadport.domain.refusal import Refusal
from leadport.operations.naming import NameTaken, NameUnknown, checked_name
from leadport.store.audit import record_deed
from leadport.store.ids import reserve_ids
from leadport.store.models import Enrolment, Sequence, Step
from leadport.store.names import name_key

MOST_STEPS = 100


class StepsRefused(Refusal):
    """A sequence has from one to a hundred steps."""

    code = "steps_refused"


@dataclass(frozen=True, kw_only=True)
class SequenceRow:
    """A sequence, how many steps it has, and how many leads are in it."""

    id: int
    name: str
    steps: int
    leads: int
    import_id: int | None
    archived: bool
    created_at: datetime


def list_sequences(*, account_id: int, actor: Actor, archived: bool = False) -> tuple[SequenceRow, ...]:
    """The account's sequences by name; archived ones only when asked for."""
    require(actor=actor, permission=Permission.VIEW)
    enrolled = Enrolment.objects.filter(account_id=account_id).values("sequence_id").annotate(leads=Count("lead_id"))
    leads = {row["sequence_id"]: row["leads"] for row in enrolled.order_by()}
    counted = Step.objects.filter(account_id=account_id).values("sequence_id").annotate(steps=Count("id"))
    steps = {row["sequence_id"]: row["steps"] for row in counted.order_by()}
    found = Sequence.objects.filter(account_id=account_id)
    if not archived:
        found = found.filter(archived_at=None)
    return tuple(_row(each, steps.get(each.id, 0), leads.get(each.id, 0)) for each in found.order_by("name_key"))


def create_sequence(*, account_id: int, name: str, steps: int, actor: Actor, now: datetime) -> SequenceRow:
    """A new sequence of so many steps without a text yet; raises NameTaken, NameRefused or StepsRefused."""
    require(actor=actor, permission=Permission.EDIT)
    tidy = checked_name(name)
    if not 1 <= steps <= MOST_STEPS:
        raise StepsRefused(f"A sequence has from 1 to {MOST_STEPS} steps.")
    with transaction.atomic():
        made_id = reserve_ids(account_id=account_id, counter="next_id", count=steps + 1)
        _refuse_taken(account_id=account_id, name=tidy)
        made = Sequence.objects.create(
            account_id=account_id, id=made_id, name=tidy, name_key=name_key(tidy), created_at=now
        )
        Step.objects.bulk_create(
            Step(account_id=account_id, id=made_id + position, sequence_id=made_id, position=position)
            for position in range(1, steps + 1)
        )
        _tell(account_id=account_id, actor=actor, deed="sequence_created", sequence_id=made.id, now=now)
    return _row(made, steps, 0)


def rename_sequence(*, account_id: int, name: str, new_name: str, actor: Actor, now: datetime) -> None:
    """Give a sequence another name; raises NameUnknown, NameTaken or NameRefused."""
    require(actor=actor, permission=Permission.EDIT)
    tidy = checked_name(new_name)
    with transaction.atomic():
        found = _get(account_id=account_id, name=name)
        # The entry in the audit log locks the account, so nobody can take the name after it was found free.
        _tell(account_id=account_id, actor=actor, deed="sequence_renamed", sequence_id=found.id, now=now)
        if name_key(tidy) != found.name_key:
            _refuse_taken(account_id=account_id, name=tidy)
        Sequence.objects.filter(account_id=account_id, id=found.id).update(name=tidy, name_key=name_key(tidy))


def archive_sequence(*, account_id: int, name: str, actor: Actor, now: datetime) -> None:
    """Take a sequence out of sight; nobody leaves it. Raises NameUnknown."""
    require(actor=actor, permission=Permission.EDIT)
    with transaction.atomic():
        found = _get(account_id=account_id, name=name)
        Sequence.objects.filter(account_id=account_id, id=found.id, archived_at=None).update(archived_at=now)
        _tell(account_id=account_id, actor=actor, deed="sequence_archived", sequence_id=found.id, now=now)


def _get(*, account_id: int, name: str) -> Sequence:
    found = Sequence.objects.filter(account_id=account_id, name_key=name_key(name)).first()
    if found is None:
        raise NameUnknown(f"There is no sequence {name}.")
    return found


def _refuse_taken(*, account_id: int, name: str) -> None:
    if Sequence.objects.filter(account_id=account_id, name_key=name_key(name)).exists():
        raise NameTaken(f"There is a sequence {name} already.")


def _tell(*, account_id: int, actor: Actor, deed: str, sequence_id: int, now: datetime) -> None:
    record_deed(
        account_id=account_id, actor=actor.name, deed=deed, object_kind="sequence", object_id=sequence_id, now=now
    )


def _row(found: Sequence, steps: int, leads: int) -> SequenceRow:
    return SequenceRow(
        id=found.id,
        name=found.name,
        steps=steps,
        leads=leads,
        import_id=found.import_id,
        archived=found.archived_at is not None,
        created_at=found.created_at,
    )
