"""Which lists, tags and sequences a page of leads belongs to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db import connection

from leadport.store.models import LeadList, Step, Tag, TagCategory
from leadport.store.models import Sequence as EmailSequence


@dataclass(frozen=True, kw_only=True)
class Links:
    """The names of a lead's lists and tags (CATEGORY/NAME), and its sequences with the step it is at, from 1."""

    lists: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    sequences: tuple[tuple[str, int], ...] = ()


# The link tables are indexed by what they link to, then by lead. Of leads that stand close together a range is read
# for each name, of scattered ones each is probed.
_MEMBERS = "SELECT lead_id, list_id FROM list_member WHERE account_id = %s AND list_id = ANY(%s)"
_CARRIERS = "SELECT lead_id, tag_id FROM lead_tag WHERE account_id = %s AND tag_id = ANY(%s)"
_ENROLLED = "SELECT lead_id, sequence_id, step_id FROM enrolment WHERE account_id = %s AND sequence_id = ANY(%s)"
_CLOSE = 4


def links_of(*, account_id: int, leads: Sequence[int]) -> dict[int, Links]:
    """The links of the leads with these ids, which grow; leads without any are left out."""
    lists = _named(_MEMBERS, account_id, _list_names(account_id), leads)
    tags = _named(_CARRIERS, account_id, _tag_names(account_id), leads)
    sequences = _sequences(account_id, leads)
    return {
        lead: Links(
            lists=tuple(sorted(lists.get(lead, ()))),
            tags=tuple(sorted(tags.get(lead, ()))),
            sequences=tuple(sorted(sequences.get(lead, ()))),
        )
        for lead in {*lists, *tags, *sequences}
    }


def _named(query: str, account_id: int, names: dict[int, str], leads: Sequence[int]) -> dict[int, list[str]]:
    links: defaultdict[int, list[str]] = defaultdict(list)
    for lead, target in _found(query, account_id, names, leads):
        links[lead].append(names[target])
    return links


def _sequences(account_id: int, leads: Sequence[int]) -> dict[int, list[tuple[str, int]]]:
    names = {each.id: each.name for each in EmailSequence.objects.filter(account_id=account_id)}
    steps = {each.id: each.position for each in Step.objects.filter(account_id=account_id)}
    links: defaultdict[int, list[tuple[str, int]]] = defaultdict(list)
    for lead, sequence, step in _found(_ENROLLED, account_id, names, leads):
        links[lead].append((names[sequence], steps.get(step, 0)))
    return links


def _found(query: str, account_id: int, names: Iterable[int], leads: Sequence[int]) -> list[tuple[int, ...]]:
    targets = list(names)
    if not targets or not leads:
        return []
    with connection.cursor() as cursor:
        if leads[-1] - leads[0] < _CLOSE * len(leads):
            cursor.execute(f"{query} AND lead_id BETWEEN %s AND %s", [account_id, targets, leads[0], leads[-1]])
        else:
            cursor.execute(f"{query} AND lead_id = ANY(%s)", [account_id, targets, list(leads)])
        return [tuple(row) for row in cursor.fetchall()]


def _list_names(account_id: int) -> dict[int, str]:
    return {each.id: each.name for each in LeadList.objects.filter(account_id=account_id)}


def _tag_names(account_id: int) -> dict[int, str]:
    categories = {each.id: each.name for each in TagCategory.objects.filter(account_id=account_id)}
    return {
        tag.id: f"{categories[tag.category_id]}/{tag.name}" if tag.category_id else tag.name
        for tag in Tag.objects.filter(account_id=account_id)
    }
