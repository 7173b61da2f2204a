"""Puts the leads of a chunk onto lists, gives them tags, and enters them into sequences."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from django.db import connection

from leadport.store.copy import copy_in
from leadport.store.frozen import Kind, Target, Targets
from leadport.store.plan_slices import PlanSlices
from leadport.store.statements import SqlValue, statements

_SQL = statements("landing")
_NEW: dict[Kind, str] = {"list": "new_on_list", "tag": "new_with_tag", "sequence": "new_in_sequence"}
_EXISTING: dict[Kind, str] = {
    "list": "existing_on_list",
    "tag": "existing_with_tag",
    "sequence": "existing_in_sequence",
}

_CLOSE = 4
"""Ids that span less than so many times their number are compared in one range."""


class LinkCounts(Protocol):
    """The numbers of a chunk that links are about."""

    created: int
    existing: int
    links: dict[str, list[int]]
    skipped: dict[str, int]


@dataclass(frozen=True, kw_only=True)
class Live:
    """The targets that still exist, locked until the transaction ends, and those that were deleted."""

    live: tuple[Target, ...]
    deleted: tuple[Target, ...]


def live_targets(*, targets: Targets, facts: dict[str, SqlValue]) -> Live:
    """Which of the targets can still be joined. A sequence needs both its steps."""
    lists = _still_there("live_lists", [each.id for each in targets.targets if each.kind == "list"], facts)
    tags = _still_there("live_tags", [each.id for each in targets.targets if each.kind == "tag"], facts)
    wanted = [step for each in targets.targets for step in (each.step_id, each.entry_step_id) if step is not None]
    steps = _still_there("live_steps", wanted, facts)

    def is_live(target: Target) -> bool:
        if target.kind == "sequence":
            return target.step_id in steps and target.entry_step_id in steps
        return target.id in (lists if target.kind == "list" else tags)

    return Live(
        live=tuple(each for each in targets.targets if is_live(each)),
        deleted=tuple(each for each in targets.targets if not is_live(each)),
    )


def link_new(*, live: Live, counts: LinkCounts, facts: dict[str, SqlValue]) -> None:
    """The leads the chunk has created join every action's target; nobody can have been there before them."""
    if not counts.created:
        return
    with connection.cursor() as cursor:
        # Leads and targets are read from rows this transaction wrote or locked.
        cursor.execute(_SQL["by_construction"])
        for target in live.live:
            if not target.from_file:
                cursor.execute(_SQL[_NEW[target.kind]], facts | {"target_id": target.id, "step_id": target.step_id})
                _add(counts, target, added=cursor.rowcount, meant=counts.created)
        cursor.execute(_SQL["to_be_checked"])
    _skip(live, counts, counts.created)


def link_existing(*, live: Live, counts: LinkCounts, facts: dict[str, SqlValue]) -> None:
    """The chunk's existing leads join every action's target they are not in; members stay where they are."""
    with connection.cursor() as cursor:
        cursor.execute(_SQL["existing_span"])
        low, high = cursor.fetchone()
        close = high - low < _CLOSE * counts.existing
        one_by_one = "" if close else "OFFSET 0"
        if close:
            cursor.execute(_SQL["compare_by_span"])
        for target in live.live:
            if not target.from_file:
                here = {"target_id": target.id, "step_id": target.entry_step_id, "low": low, "high": high}
                query = _SQL[_EXISTING[target.kind]].replace("{one_by_one}", one_by_one)
                cursor.execute(query, facts | here)
                _add(counts, target, added=cursor.rowcount, meant=counts.existing)
        cursor.execute(_SQL["compare_one_by_one"])
    _skip(live, counts, counts.existing)


def link_named(*, live: Live, slices: PlanSlices, counts: LinkCounts, facts: dict[str, SqlValue]) -> None:
    """Each lead joins the lists and tags that its own record names."""
    named = {(target.kind, target.id): target for target in (*live.live, *live.deleted) if target.from_file}
    if not named:
        return
    columns = ("record_number", "lead_id", "kind", "target_id")
    copy_in(table="incoming_link", columns=columns, rows=slices.rows("incoming_links"), path=slices.room / "links.csv")
    with connection.cursor() as cursor:
        cursor.execute(_SQL["compare_by_span"])
        cursor.execute(_SQL["resolve_links"])
        cursor.execute(_SQL["compare_one_by_one"])
        for kind, meant, add in (
            ("list", "named_lists", "onto_named_lists"),
            ("tag", "named_tags", "onto_named_tags"),
        ):
            cursor.execute(_SQL[meant], {"ids": [each.id for each in named.values() if each.kind == kind]})
            wanted = dict(cursor.fetchall())
            ids = [each.id for each in live.live if each.from_file and each.kind == kind and each.id in wanted]
            cursor.execute(_SQL[add], facts | {"ids": ids})
            added = dict(cursor.fetchall())
            for target in (each for each in named.values() if each.kind == kind and each.id in wanted):
                if target in live.live:
                    _add(counts, target, added=added.get(target.id, 0), meant=wanted[target.id])
                else:
                    counts.skipped[target.key] = counts.skipped.get(target.key, 0) + wanted[target.id]


def _still_there(query: str, ids: Sequence[int], facts: dict[str, SqlValue]) -> set[int]:
    if not ids:
        return set()
    with connection.cursor() as cursor:
        cursor.execute(_SQL[query], facts | {"ids": list(ids)})
        return {int(given) for (given,) in cursor.fetchall()}


def _add(counts: LinkCounts, target: Target, *, added: int, meant: int) -> None:
    before = counts.links.get(target.key, [0, 0])
    counts.links[target.key] = [before[0] + added, before[1] + meant]


def _skip(live: Live, counts: LinkCounts, meant: int) -> None:
    for target in live.deleted:
        if not target.from_file:
            counts.skipped[target.key] = counts.skipped.get(target.key, 0) + meant
