"""Lists: see, make, rename, archive."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.db.models import Count

from leadport.domain.permissions import Actor, Permission, require
from leadport.operations.naming import NameTaken, NameUnknown, checked_name
from leadport.store.audit import record_deed
from leadport.store.ids import reserve_ids
from leadport.store.models import LeadList, ListMember
from leadport.store.names import name_key


@dataclass(frozen=True, kw_only=True)
class ListRow:
    """A list and how many leads are on it; `import_id` is the import that made it."""

    id: int
    name: str
    leads: int
    import_id: int | None
    archived: bool
    created_at: datetime


def list_lists(*, account_id: int, actor: Actor, archived: bool = False) -> tuple[ListRow, ...]:
    """The account's lists by name; archived ones only when asked for."""
    require(actor=actor, permission=Permission.VIEW)
    counted = ListMember.objects.filter(account_id=account_id).values("list_id").annotate(leads=Count("lead_id"))
    leads = {row["list_id"]: row["leads"] for row in counted.order_by()}
    found = LeadList.objects.filter(account_id=account_id)
    if not archived:
        found = found.filter(archived_at=None)
    return tuple(_row(each, leads.get(each.id, 0)) for each in found.order_by("name_key"))


def create_list(*, account_id: int, name: str, actor: Actor, now: datetime) -> ListRow:
    """A new list; raises NameTaken or NameRefused."""
    require(actor=actor, permission=Permission.EDIT)
    tidy = checked_name(name)
    with transaction.atomic():
        made_id = reserve_ids(account_id=account_id, counter="next_id")
        _refuse_taken(account_id=account_id, name=tidy)
        made = LeadList.objects.create(
            account_id=account_id, id=made_id, name=tidy, name_key=name_key(tidy), created_at=now
        )
        _tell(account_id=account_id, actor=actor, deed="list_created", list_id=made.id, now=now)
    return _row(made, 0)


def rename_list(*, account_id: int, name: str, new_name: str, actor: Actor, now: datetime) -> None:
    """Give a list another name; raises NameUnknown, NameTaken or NameRefused."""
    require(actor=actor, permission=Permission.EDIT)
    tidy = checked_name(new_name)
    with transaction.atomic():
        found = _get(account_id=account_id, name=name)
        # The entry in the audit log locks the account, so nobody can take the name after it was found free.
        _tell(account_id=account_id, actor=actor, deed="list_renamed", list_id=found.id, now=now)
        if name_key(tidy) != found.name_key:
            _refuse_taken(account_id=account_id, name=tidy)
        LeadList.objects.filter(account_id=account_id, id=found.id).update(name=tidy, name_key=name_key(tidy))


def archive_list(*, account_id: int, name: str, actor: Actor, now: datetime) -> None:
    """Take a list out of sight; nobody leaves it. Raises NameUnknown."""
    require(actor=actor, permission=Permission.EDIT)
    with transaction.atomic():
        found = _get(account_id=account_id, name=name)
        LeadList.objects.filter(account_id=account_id, id=found.id, archived_at=None).update(archived_at=now)
        _tell(account_id=account_id, actor=actor, deed="list_archived", list_id=found.id, now=now)


def _get(*, account_id: int, name: str) -> LeadList:
    found = LeadList.objects.filter(account_id=account_id, name_key=name_key(name)).first()
    if found is None:
        raise NameUnknown(f"There is no list {name}.")
    return found


def _refuse_taken(*, account_id: int, name: str) -> None:
    if LeadList.objects.filter(account_id=account_id, name_key=name_key(name)).exists():
        raise NameTaken(f"There is a list {name} already.")


def _tell(*, account_id: int, actor: Actor, deed: str, list_id: int, now: datetime) -> None:
    record_deed(account_id=account_id, actor=actor.name, deed=deed, object_kind="list", object_id=list_id, now=now)


def _row(found: LeadList, leads: int) -> ListRow:
    return ListRow(
        id=found.id,
        name=found.name,
        leads=leads,
        import_id=found.import_id,
        archived=found.archived_at is not None,
        created_at=found.created_at,
    )
