"""Removes the leads an import created, except those that somebody has changed or used since."""

from __future__ import annotations

from django.db import connection

from leadport.store.statements import SqlValue, statements
from leadport.store.undo_numbers import Cut, Line

_SQL = statements("undo")


def undo_leads(*, facts: dict[str, SqlValue], after: int, last: int, size: int, act: bool) -> Cut:
    """The created leads with ids from above `after` on, up to `size` of them; `last` is the import's last id."""
    if after >= last:
        return Cut(lines=(), after=None)
    upto = min(after + size, last)
    here: dict[str, SqlValue] = facts | {"after": after, "upto": upto}
    with connection.cursor() as cursor:
        if act:
            cursor.execute(_SQL["lock_created"], here)
        cursor.execute(_SQL["fates"], here)
        cursor.execute(_SQL["count_fates"])
        fates: dict[str, int] = dict(cursor.fetchall())
        if act and fates.get("removed"):
            cursor.execute(_SQL["remove_created"], here)
    line = Line(
        kind="lead",
        reversed=fates.get("removed", 0),
        kept_edited=fates.get("edited", 0) + fates.get("used", 0),
        not_reversible=fates.get("progressed", 0),
    )
    return Cut(lines=(line,) if fates else (), after=upto if upto < last else None)
