"""What parts several values in one cell: tags, labels, groups."""

from __future__ import annotations

import re
from collections.abc import Sequence

_QUOTED_LIST = re.compile(r'^"[^"]*"(?:\s*,\s*"[^"]*")*$')
_CANDIDATES = (" ::: ", "|", ";", ",")


def guess_separator(*, values: Sequence[str]) -> str | None:
    """`:::` with blanks round it, `|`, `;` or `,` when it stands in the values, else None.

    A list of quoted values (`"VIP","New, north"`) is parted by commas, whatever else stands inside the quotes. The
    rarer marks win over the comma, because a comma may belong to a value.
    """
    if any(_QUOTED_LIST.match(value) and value.count('"') > 2 for value in values):
        return ","
    for mark in _CANDIDATES:
        if any(mark in value for value in values):
            return mark
    return None
