"""Removes the lists, tags, categories, sequences and custom fields an import made, unless somebody else uses them."""

from __future__ import annotations

from django.db import connection

from leadport.store.statements import SqlValue, statements
from leadport.store.undo_numbers import Cut, Line

_SQL = statements("undo")


def undo_targets(*, facts: dict[str, SqlValue], first_id: int, last_id: int, act: bool) -> Cut:
    """Everything the import made, in one go: these are few.

    What is still used, was archived or got a text stays. Counted without acting, the import's own leads and links are
    thought away.
    """
    here: dict[str, SqlValue] = facts | {"first_id": first_id, "last_id": last_id}
    lines, unused_tags = [], list[int]()
    for what in ("lists", "tags", "sequences", "categories", "fields"):
        query = (
            _SQL[f"made_{what}"]
            .replace("{lock}", "FOR UPDATE" if act else "")
            .replace("{but}", "" if act else _SQL["but_own"])
        )
        with connection.cursor() as cursor:
            cursor.execute(query, here | {"unused_tags": unused_tags})
            made = cursor.fetchall()
            unused = [int(given) for given, _, used in made if not used]
            if what == "tags":
                unused_tags = unused
            if act and unused:
                cursor.execute(_SQL[f"drop_{what}"], here | {"ids": unused})
        lines += [Line(kind="made", name=name, reversed=int(not used), kept_edited=int(used)) for _, name, used in made]
    return Cut(lines=tuple(lines), after=None)
