"""Takes back what an import put on the blocklist, unless others say the same by now."""

from __future__ import annotations

from django.db import connection

from leadport.store.statements import SqlValue, statements
from leadport.store.undo_numbers import Cut, Line

_SQL = statements("undo")


def undo_suppressions(*, facts: dict[str, SqlValue], after: int, act: bool) -> Cut:
    """The next entries of the import, those with an id above `after`.

    An entry that another source has confirmed becomes that source's. Weaker entries that had been replaced are in
    force again.
    """
    here: dict[str, SqlValue] = facts | {"after": after}
    with connection.cursor() as cursor:
        cursor.execute(_SQL["suppressions"], here)
        found, upto, kept = cursor.fetchone()
        if act and found:
            here["upto"] = upto
            cursor.execute(_SQL["hand_over"], here)
            cursor.execute(_SQL["withdraw_suppressions"], here)
            cursor.execute(_SQL["reinstate"], here)
        last = found < int(str(facts["size"]))
        if act and last:
            cursor.execute(_SQL["retract_confirmations"], here)
    line = Line(kind="suppression", reversed=found - kept, kept_edited=kept)
    return Cut(lines=(line,) if found else (), after=None if last else upto)
