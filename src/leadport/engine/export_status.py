"""What the name of an export says of the people in it (Mailchimp writes one file a status)."""

from __future__ import annotations

import re
from collections.abc import Sequence

_WORDS = {
    "subscribed": "subscribed",
    "unsubscribed": "unsubscribed",
    "cleaned": "cleaned",
    "nonsubscribed": "nonsubscribed",
    "non-subscribed": "nonsubscribed",
    "non_subscribed": "nonsubscribed",
}
_FIRST_WORD = re.compile(r"(non[-_]subscribed|nonsubscribed|unsubscribed|subscribed|cleaned)(?=[-_. ]|$)")
_EXPORT = re.compile(
    r"(non[-_]subscribed|nonsubscribed|unsubscribed|subscribed|cleaned)_(?:[a-z]+_){0,5}export(?=[-_. ]|$)"
)


def statuses_of(*, names: Sequence[str]) -> tuple[str | None, ...]:
    """The status each file name tells, in the same order, or None.

    A name in the exporter's own form counts alone ("cleaned_members_export_1a2b.csv"). A bare first word
    ("cleaned.csv") counts only when a file beside it tells another status, because people call tidied lists "cleaned".
    """
    last_parts = [name.replace("\\", "/").rpartition("/")[2].lower() for name in names]
    loose = [_status(_FIRST_WORD.match(part)) for part in last_parts]
    if len({status for status in loose if status}) > 1:
        return tuple(loose)
    return tuple(_status(_EXPORT.match(part)) for part in last_parts)


def _status(found: re.Match[str] | None) -> str | None:
    return _WORDS[found.group(1)] if found else None
