"""Changes the fields of existing leads as the importer's policy says, and keeps a journal of what they were."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import connection

from leadport.domain.verdicts import ExistingPolicy
from leadport.store.statements import SqlValue, statements

_SQL = statements("landing")
_MOST_PAIRS = 40
"""PostgreSQL's functions take a hundred arguments at most, and an object needs two a field."""

_MERGED = {
    ExistingPolicy.FILL: "COALESCE(jsonb_strip_nulls(i.custom), '{}') || COALESCE(l.custom, '{}')",
    ExistingPolicy.OVERWRITE: "COALESCE(l.custom, '{}') || COALESCE(jsonb_strip_nulls(i.custom), '{}')",
}


@dataclass(frozen=True, kw_only=True)
class Met:
    """How many records met the lead they mean, and how many of those leads were changed."""

    records: int
    updated: int


def update_existing(*, fields: Sequence[str], policy: ExistingPolicy, verdict: str, facts: dict[str, SqlValue]) -> Met:
    """Give existing leads the values of their records in `fields` and the custom fields.

    A blank value never erases. Keep changes nothing, fill only what is blank, overwrite whatever the file has.
    `verdict` picks the records.
    """
    statement = _SQL["count_met"] if policy is ExistingPolicy.KEEP else _statement(fields, policy)
    with connection.cursor() as cursor:
        cursor.execute(statement, facts | {"verdict": verdict})
        records, updated = cursor.fetchone()
    return Met(records=int(records), updated=int(updated))


def _statement(fields: Sequence[str], policy: ExistingPolicy) -> str:
    first, second = ("l", "i") if policy is ExistingPolicy.FILL else ("i", "l")
    differs = {
        ExistingPolicy.FILL: "(l.{0} IS NULL AND i.{0} IS NOT NULL) OR ",
        ExistingPolicy.OVERWRITE: "(i.{0} IS NOT NULL AND i.{0} IS DISTINCT FROM l.{0}) OR ",
    }[policy]
    merged = f"CASE WHEN i.custom IS NULL THEN l.custom ELSE NULLIF({_MERGED[policy]}, '{{}}') END"
    custom = f"(i.custom IS NOT NULL AND {merged} IS DISTINCT FROM l.custom)"
    pieces = {
        "{merged_custom}": merged,
        "{old_and_new}": "".join(
            f", l.{key} AS old_{key}, COALESCE({first}.{key}, {second}.{key}) AS new_{key}" for key in fields
        ),
        "{differs}": f"({''.join(differs.format(key) for key in fields)}{custom})",
        "{assignments}": "".join(f"{key} = c.new_{key}, " for key in fields),
        "{before}": _changed(fields, "old"),
        "{after}": _changed(fields, "new"),
    }
    statement = _SQL["update_existing"]
    for place, piece in pieces.items():
        statement = statement.replace(place, piece)
    return statement


def _changed(fields: Sequence[str], which: str) -> str:
    """An object of the fields that changed, without the blank ones."""
    parts = ["'{}'::jsonb"]
    for start in range(0, len(fields), _MOST_PAIRS):
        pairs = ", ".join(
            f"'{key}', CASE WHEN c.old_{key} IS DISTINCT FROM c.new_{key} THEN c.{which}_{key} END"
            for key in fields[start : start + _MOST_PAIRS]
        )
        parts.append(f"jsonb_strip_nulls(jsonb_build_object({pairs}))")
    return f"({' || '.join(parts)})"
