"""Reads leads by list, tag, sequence, import or text, in pages that cost the same however deep they are."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db.models import Q, QuerySet

from leadport.domain.fields import LEAD_COLUMNS
from leadport.domain.permissions import Actor, Permission, require
from leadport.operations.lead_links import Links, links_of
from leadport.operations.naming import NameUnknown
from leadport.store.imports import find_import
from leadport.store.models import Enrolment, Lead, LeadList, LeadTag, ListMember, Sequence, Tag, TagCategory
from leadport.store.names import name_key

PAGE = 1000

_COLUMNS = ("id", "email", "custom", "import_id", "created_at", "changed_at")
_NO_LINKS = Links()

_SEARCHED = ("email_key", "first_name", "last_name", "full_name", "company")


@dataclass(frozen=True, kw_only=True)
class LeadFilter:
    """Which leads; everything that is named must hold.

    `tag` is CATEGORY/NAME or NAME, `import_id` the import that created them.
    """

    list_name: str | None = None
    tag: str | None = None
    sequence: str | None = None
    import_id: int | None = None
    search: str | None = None


@dataclass(frozen=True, kw_only=True)
class LeadRow:
    """A lead; `values` holds the filled standard fields, `custom` the filled custom ones, both by key."""

    id: int
    email: str
    values: dict[str, str]
    custom: dict[str, object]
    links: Links = field(default_factory=Links)
    import_id: int | None
    created_at: datetime
    changed_at: datetime


def leads(*, account_id: int, wanted: LeadFilter, actor: Actor, limit: int | None = None) -> Iterator[LeadRow]:
    """The leads in the order they came, fetched page by page; raises NameUnknown for a name that nothing has."""
    require(actor=actor, permission=Permission.VIEW)
    chosen = _chosen(account_id=account_id, wanted=wanted)
    # The names are checked before the first lead is asked for, so that a refusal never comes after data.
    return _pages(account_id=account_id, chosen=chosen, limit=limit)


def count_leads(*, account_id: int, wanted: LeadFilter, actor: Actor) -> int:
    """How many leads the filter finds."""
    require(actor=actor, permission=Permission.VIEW)
    return _chosen(account_id=account_id, wanted=wanted).count()


def _pages(*, account_id: int, chosen: QuerySet[Lead], limit: int | None) -> Iterator[LeadRow]:
    last, left = 0, limit
    while left is None or left > 0:
        size = PAGE if left is None else min(PAGE, left)
        # Plain tuples: making a model of every row would take most of the time of an export.
        page = list(chosen.filter(id__gt=last).order_by("id").values_list(*_COLUMNS, *LEAD_COLUMNS)[:size])
        if not page:
            return
        links = links_of(account_id=account_id, leads=[row[0] for row in page])
        for row in page:
            yield _row(row, links.get(row[0], _NO_LINKS))
        last = page[-1][0]
        left = None if left is None else left - len(page)


def _row(row: tuple[Any, ...], links: Links) -> LeadRow:
    lead_id, email, custom, import_id, created_at, changed_at, *values = row
    return LeadRow(
        id=lead_id,
        email=email,
        values={key: value for key, value in zip(LEAD_COLUMNS, values, strict=True) if value},
        custom=custom or {},
        links=links,
        import_id=import_id,
        created_at=created_at,
        changed_at=changed_at,
    )


def _chosen(*, account_id: int, wanted: LeadFilter) -> QuerySet[Lead]:
    chosen = Lead.objects.filter(account_id=account_id)
    if wanted.list_name is not None:
        members = ListMember.objects.filter(account_id=account_id, list_id=_list_id(account_id, wanted.list_name))
        chosen = chosen.filter(id__in=members.values("lead_id"))
    if wanted.tag is not None:
        carriers = LeadTag.objects.filter(account_id=account_id, tag_id__in=_tag_ids(account_id, wanted.tag))
        chosen = chosen.filter(id__in=carriers.values("lead_id"))
    if wanted.sequence is not None:
        enrolled = Enrolment.objects.filter(
            account_id=account_id, sequence_id=_sequence_id(account_id, wanted.sequence)
        )
        chosen = chosen.filter(id__in=enrolled.values("lead_id"))
    if wanted.import_id is not None:
        chosen = _created_by(chosen, account_id=account_id, import_id=wanted.import_id)
    if wanted.search:
        chosen = chosen.filter(_matching(wanted.search))
    return chosen


def _created_by(chosen: QuerySet[Lead], *, account_id: int, import_id: int) -> QuerySet[Lead]:
    found = find_import(account_id=account_id, import_id=import_id)
    if found is None:
        raise NameUnknown(f"There is no import {import_id}.")
    # There is no index on the import, and none is needed: its leads stand together in a range of ids.
    return chosen.filter(import_id=import_id, id__range=(found.lead_id_first or 0, found.lead_id_last or 0))


def _matching(search: str) -> Q:
    text = search.strip()
    if "@" in text[1:] and " " not in text:
        # An address or the beginning of one is found by the index.
        return Q(email_key__startswith=text.casefold())
    found = Q()
    for column in _SEARCHED:
        found |= Q(**{f"{column}__icontains": text})
    return found


def _list_id(account_id: int, name: str) -> int:
    found = LeadList.objects.filter(account_id=account_id, name_key=name_key(name)).first()
    if found is None:
        raise NameUnknown(f"There is no list {name}.")
    return found.id


def _sequence_id(account_id: int, name: str) -> int:
    found = Sequence.objects.filter(account_id=account_id, name_key=name_key(name)).first()
    if found is None:
        raise NameUnknown(f"There is no sequence {name}.")
    return found.id


def _tag_ids(account_id: int, written: str) -> list[int]:
    """CATEGORY/NAME is one tag; NAME alone is every tag of that name, whatever its category."""
    tags = Tag.objects.filter(account_id=account_id)
    category, slash, name = written.partition("/")
    found = list(tags.filter(name_key=name_key(written)))
    if slash and not found:
        shelves = TagCategory.objects.filter(account_id=account_id, name_key=name_key(category))
        found = list(tags.filter(name_key=name_key(name), category_id__in=[shelf.id for shelf in shelves]))
    if not found:
        raise NameUnknown(f"There is no tag {written}.")
    return [tag.id for tag in found]
