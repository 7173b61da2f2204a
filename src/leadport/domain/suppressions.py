"""The vocabulary of the blocklist."""

from __future__ import annotations

from enum import StrEnum


class SuppressionKind(StrEnum):
    """Why an address must not be mailed, strongest first."""

    COMPLAINT = "complaint"
    UNSUBSCRIBE = "unsubscribe"
    BOUNCE = "bounce"
    ABANDONED = "abandoned"
    MANUAL = "manual"


class SuppressionScope(StrEnum):
    """What an entry's key is: a mailbox key (`engine/mailbox.py`), a domain as A-label, or a lower-case hex hash."""

    ADDRESS = "address"
    DOMAIN = "domain"
    SHA256 = "sha256"
    MD5 = "md5"


STRENGTH: dict[SuppressionKind, int] = {
    kind: len(SuppressionKind) - place for place, kind in enumerate(SuppressionKind)
}
"""The higher of two kinds stands when an address is on the blocklist twice."""
