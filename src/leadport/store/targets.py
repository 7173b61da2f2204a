"""Finds the lists, tags, sequences and custom fields that an import names, and makes those that are missing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from django.db import connection

from leadport.domain.mapping import FieldType
from leadport.store.ids import reserve_ids
from leadport.store.names import name_key
from leadport.store.statements import SqlValue, statements

_SQL = statements("targets")

Kind = Literal["list", "tag", "sequence"]


class StepMissingError(LookupError):
    """An existing sequence has fewer steps than asked for."""

    def __init__(self, *, sequence: str, step: int) -> None:
        super().__init__(f"the sequence {sequence} has no step {step}")
        self.sequence = sequence
        self.step = step


@dataclass(frozen=True, kw_only=True)
class Found:
    """The id behind a name; `made` says that it was created just now."""

    id: int
    made: bool


@dataclass(frozen=True, kw_only=True)
class FoundStep:
    """A sequence, the step asked for and its first step."""

    sequence: Found
    step_id: int
    first_step_id: int


def ensure_lists(*, account_id: int, names: Iterable[str], import_id: int | None, now: datetime) -> dict[str, Found]:
    """The list of each name; names that differ only in case or spaces are one list."""
    return _ensure("list", account_id=account_id, names=names, import_id=import_id, now=now)


def ensure_categories(
    *, account_id: int, names: Iterable[str], import_id: int | None, now: datetime
) -> dict[str, Found]:
    """The tag category of each name."""
    return _ensure("category", account_id=account_id, names=names, import_id=import_id, now=now)


def ensure_tags(
    *, account_id: int, category_id: int | None, names: Iterable[str], import_id: int | None, now: datetime
) -> dict[str, Found]:
    """The tag of each name in one category, or in none."""
    return _ensure(
        "tag", account_id=account_id, names=names, import_id=import_id, now=now, more={"category_id": category_id}
    )


def ensure_sequence(*, account_id: int, name: str, step: int, import_id: int | None, now: datetime) -> FoundStep:
    """The sequence of this name and its step at a position; a sequence made here gets as many empty steps as needed.

    Raises StepMissingError when the sequence was there and has no such step: an empty step must not slip into one that
    may be sending.
    """
    found = _ensure("sequence", account_id=account_id, names=[name], import_id=import_id, now=now)[name]
    with connection.cursor() as cursor:
        if found.made:
            first = reserve_ids(account_id=account_id, counter="next_id", count=step)
            facts = {"account_id": account_id, "sequence_id": found.id, "import_id": import_id}
            cursor.execute(_SQL["make_steps"], facts | {"first": first, "steps": step})
        cursor.execute(_SQL["steps"], {"account_id": account_id, "sequence_id": found.id, "position": step})
        step_id, first_step_id = cursor.fetchone()
    if step_id is None:
        raise StepMissingError(sequence=name, step=step)
    return FoundStep(sequence=found, step_id=int(step_id), first_step_id=int(first_step_id))


@dataclass(frozen=True, kw_only=True)
class NewField:
    """A custom field as the importer names it; `key` is what leads keep its values under."""

    key: str
    label: str
    type: FieldType = FieldType.TEXT


def ensure_fields(*, account_id: int, fields: Sequence[NewField], import_id: int | None, now: datetime) -> int:
    """Make the custom fields whose keys the account does not have yet; returns how many were made."""
    if not fields:
        return 0
    first = reserve_ids(account_id=account_id, counter="next_id", count=len(fields))
    with connection.cursor() as cursor:
        cursor.execute(
            _SQL["make_fields"],
            {
                "account_id": account_id,
                "ids": list(range(first, first + len(fields))),
                "keys": [each.key for each in fields],
                "labels": [each.label for each in fields],
                "types": [each.type.value for each in fields],
                "import_id": import_id,
                "now": now,
            },
        )
        return int(cursor.rowcount)


def _ensure(
    what: str,
    *,
    account_id: int,
    names: Iterable[str],
    import_id: int | None,
    now: datetime,
    more: Mapping[str, SqlValue] | None = None,
) -> dict[str, Found]:
    spelled = {name_key(name): name for name in reversed(list(names))}
    if not spelled:
        return {}
    facts: dict[str, SqlValue] = {"account_id": account_id, "keys": list(spelled), **(more or {})}
    with connection.cursor() as cursor:
        cursor.execute(_SQL[f"find_{what}"], facts)
        found = {key: Found(id=given, made=False) for given, key in cursor.fetchall()}
        missing = [key for key in spelled if key not in found]
        if missing:
            # Whoever makes the same one at the same time is waited for, and then it is theirs.
            first = reserve_ids(account_id=account_id, counter="next_id", count=len(missing))
            ids = list(range(first, first + len(missing)))
            wanted: dict[str, SqlValue] = {"ids": ids, "keys": missing, "names": [spelled[key] for key in missing]}
            cursor.execute(_SQL[f"make_{what}"], facts | wanted | {"import_id": import_id, "now": now})
            made = {given for (given,) in cursor.fetchall()}
            cursor.execute(_SQL[f"find_{what}"], facts)
            found = {key: Found(id=given, made=given in made) for given, key in cursor.fetchall()}
    return {name: found[name_key(name)] for name in names}
