"""Gives fields their former values back where they still hold what an import wrote."""

from __future__ import annotations

from django.db import connection

from leadport.domain.fields import LEAD_COLUMNS
from leadport.store.statements import SqlValue, statements
from leadport.store.undo_numbers import Cut, Line

_SQL = statements("undo")
_MOST_PAIRS = 40


def undo_fields(*, facts: dict[str, SqlValue], after: int, updated: int, act: bool) -> Cut:
    """The next leads of the import's journal, those with an id above `after`; `updated` is how many it changed.

    A field that somebody has edited since stays. One that a later import has overwritten stays as well, and undoing
    that import will bring back what was there before both. The first chunk also counts the leads that are gone.
    """
    here: dict[str, SqlValue] = facts | {"after": after}
    gone = _gone(facts, updated) if after == 0 else 0
    with connection.cursor() as cursor:
        cursor.execute(_SQL["take_journal"], here)
        if not cursor.rowcount:
            return Cut(lines=(Line(kind="field", not_reversible=gone),) if gone else (), after=None)
        if act:
            cursor.execute(_SQL["lock_changed"], here)
        cursor.execute(_SQL["journal_keys"])
        keys = [key for (key,) in cursor.fetchall() if key in LEAD_COLUMNS]
        cursor.execute(_SQL["other_journals"], here)
        here["others"] = [int(other) for (other,) in cursor.fetchall()]
        cursor.execute(_SQL["judge_fields"].replace("{present}", _pairs(keys)), here)
        cursor.execute(_SQL["judge_leads"])
        cursor.execute(_SQL["count_leads"])
        found, whole, upto = cursor.fetchone()
        if act:
            assignments = "".join(
                f"{key} = CASE WHEN t.fields ? '{key}' THEN t.fields ->> '{key}' ELSE l.{key} END, " for key in keys
            )
            cursor.execute(_SQL["restore_leads"].replace("{assignments}", assignments), here)
            if here["others"]:
                cursor.execute(_SQL["rebase_journals"], here)
                cursor.execute(_SQL["close_ranks"], here)
            cursor.execute(_SQL["forget_journal"], here | {"upto": upto})
    line = Line(kind="field", reversed=whole, kept_edited=found - whole, not_reversible=gone)
    return Cut(lines=(line,), after=upto if found == facts["size"] else None)


def _gone(facts: dict[str, SqlValue], updated: int) -> int:
    """Leads whose journal went with them."""
    with connection.cursor() as cursor:
        cursor.execute(_SQL["count_journal"], facts)
        return max(0, updated - int(cursor.fetchone()[0]))


def _pairs(keys: list[str]) -> str:
    """Arguments of jsonb_build_object; beyond forty fields the objects are joined."""
    parts = [
        ", ".join(f"'{key}', {key}" for key in keys[start : start + _MOST_PAIRS])
        for start in range(0, len(keys), _MOST_PAIRS)
    ]
    return ") || jsonb_build_object(".join(parts)
