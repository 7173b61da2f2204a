"""Tags and their categories: see, make, rename, archive. A tag is written CATEGORY/NAME, or NAME without a category."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.db.models import Count

from leadport.domain.permissions import Actor, Permission, require
from leadport.operations.naming import NameTaken, NameUnknown, checked_name
from leadport.store.audit import record_deed
from leadport.store.ids import reserve_ids
from leadport.store.models import LeadTag, Tag, TagCategory
from leadport.store.names import name_key


@dataclass(frozen=True, kw_only=True)
class TagRow:
    """A tag and how many leads carry it; `category` None is "No category in particular"."""

    id: int
    name: str
    category: str | None
    leads: int
    import_id: int | None
    archived: bool
    created_at: datetime


def list_tags(*, account_id: int, actor: Actor, archived: bool = False) -> tuple[TagRow, ...]:
    """The account's tags, those without a category first, then by category and name."""
    require(actor=actor, permission=Permission.VIEW)
    counted = LeadTag.objects.filter(account_id=account_id).values("tag_id").annotate(leads=Count("lead_id"))
    leads = {row["tag_id"]: row["leads"] for row in counted.order_by()}
    categories = {each.id: each for each in TagCategory.objects.filter(account_id=account_id)}
    found = Tag.objects.filter(account_id=account_id)
    if not archived:
        found = found.filter(archived_at=None)
    rows = [(each, categories.get(each.category_id) if each.category_id else None) for each in found]
    rows.sort(key=lambda row: (row[1].name_key if row[1] else "", row[0].name_key))
    return tuple(_row(each, category, leads.get(each.id, 0)) for each, category in rows)


def create_tag(*, account_id: int, name: str, category: str | None, actor: Actor, now: datetime) -> TagRow:
    """A new tag, its category made when missing; raises NameTaken or NameRefused."""
    require(actor=actor, permission=Permission.EDIT)
    tidy = checked_name(name)
    with transaction.atomic():
        made_id = reserve_ids(account_id=account_id, counter="next_id")
        shelf = _category(account_id=account_id, name=category, now=now) if category is not None else None
        _refuse_taken(account_id=account_id, name=tidy, category_id=shelf.id if shelf else None)
        made = Tag.objects.create(
            account_id=account_id,
            id=made_id,
            category_id=shelf.id if shelf else None,
            name=tidy,
            name_key=name_key(tidy),
            created_at=now,
        )
        _tell(account_id=account_id, actor=actor, deed="tag_created", tag_id=made.id, now=now)
    return _row(made, shelf, 0)


def rename_tag(*, account_id: int, name: str, category: str | None, new_name: str, actor: Actor, now: datetime) -> None:
    """Give a tag another name within its category; raises NameUnknown, NameTaken or NameRefused."""
    require(actor=actor, permission=Permission.EDIT)
    tidy = checked_name(new_name)
    with transaction.atomic():
        found = _get(account_id=account_id, name=name, category=category)
        # The entry in the audit log locks the account, so nobody can take the name after it was found free.
        _tell(account_id=account_id, actor=actor, deed="tag_renamed", tag_id=found.id, now=now)
        if name_key(tidy) != found.name_key:
            _refuse_taken(account_id=account_id, name=tidy, category_id=found.category_id)
        Tag.objects.filter(account_id=account_id, id=found.id).update(name=tidy, name_key=name_key(tidy))


def archive_tag(*, account_id: int, name: str, category: str | None, actor: Actor, now: datetime) -> None:
    """Take a tag out of sight; nobody loses it. Raises NameUnknown."""
    require(actor=actor, permission=Permission.EDIT)
    with transaction.atomic():
        found = _get(account_id=account_id, name=name, category=category)
        Tag.objects.filter(account_id=account_id, id=found.id, archived_at=None).update(archived_at=now)
        _tell(account_id=account_id, actor=actor, deed="tag_archived", tag_id=found.id, now=now)


def _category(*, account_id: int, name: str, now: datetime) -> TagCategory:
    tidy = checked_name(name)
    found = TagCategory.objects.filter(account_id=account_id, name_key=name_key(tidy)).first()
    return found or TagCategory.objects.create(
        account_id=account_id,
        id=reserve_ids(account_id=account_id, counter="next_id"),
        name=tidy,
        name_key=name_key(tidy),
        created_at=now,
    )


def _get(*, account_id: int, name: str, category: str | None) -> Tag:
    category_id = None
    if category is not None:
        shelf = TagCategory.objects.filter(account_id=account_id, name_key=name_key(category)).first()
        if shelf is None:
            raise NameUnknown(f"There is no tag category {category}.")
        category_id = shelf.id
    found = Tag.objects.filter(account_id=account_id, category_id=category_id, name_key=name_key(name)).first()
    if found is None:
        where = "without a category" if category is None else f"in the category {category}"
        raise NameUnknown(f"There is no tag {name} {where}.")
    return found


def _refuse_taken(*, account_id: int, name: str, category_id: int | None) -> None:
    if Tag.objects.filter(account_id=account_id, category_id=category_id, name_key=name_key(name)).exists():
        raise NameTaken(f"There is a tag {name} in that place already.")


def _tell(*, account_id: int, actor: Actor, deed: str, tag_id: int, now: datetime) -> None:
    record_deed(account_id=account_id, actor=actor.name, deed=deed, object_kind="tag", object_id=tag_id, now=now)


def _row(found: Tag, category: TagCategory | None, leads: int) -> TagRow:
    return TagRow(
        id=found.id,
        name=found.name,
        category=category.name if category else None,
        leads=leads,
        import_id=found.import_id,
        archived=found.archived_at is not None,
        created_at=found.created_at,
    )
