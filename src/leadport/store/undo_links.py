"""Takes back that an import put leads onto a list, gave them a tag or entered them into a sequence."""

from __future__ import annotations

from django.db import connection

from leadport.store.frozen import Kind, Target
from leadport.store.statements import SqlValue, statements
from leadport.store.undo_numbers import Cut, Line

_SQL = statements("undo")
_QUERIES: dict[Kind, tuple[str, str]] = {
    "list": ("members", "withdraw_members"),
    "tag": ("tagged", "withdraw_tags"),
    "sequence": ("enrolled", "withdraw_enrolments"),
}


def undo_links(*, facts: dict[str, SqlValue], target: Target, after: int, act: bool) -> Cut:
    """The next links of one target, those with a lead id above `after`.

    Whoever has left the step they entered at stays in the sequence: what was sent to them cannot be taken back.
    """
    find, withdraw = _QUERIES[target.kind]
    here: dict[str, SqlValue] = facts | {"target_id": target.id, "after": after}
    with connection.cursor() as cursor:
        cursor.execute(_SQL[find], here)
        found, upto, progressed = cursor.fetchone()
        if not found:
            return Cut(lines=(), after=None)
        withdrawn = found - progressed
        if act:
            cursor.execute(_SQL[withdraw], here | {"upto": upto})
            withdrawn = cursor.rowcount
    line = Line(kind=target.kind, name=target.name, reversed=withdrawn, not_reversible=found - withdrawn)
    return Cut(lines=(line,), after=upto if found == facts["size"] else None)
