"""Whether a text looks like an email address, cheaply and roughly; the filter decides what really is one."""

from __future__ import annotations

import re

_LONGEST = 320
_ADDRESS = re.compile(
    r"[^\s@,;|<>()\"\[\]:]{1,128}@[^\s@,;|<>()\"\[\]:.][^\s@,;|<>()\"\[\]:]{0,250}\.[^\s@,;|<>()\"\[\]:.]{2,63}\.?"
)
_BETWEEN = re.compile(r"[\s;,|:]+")
_WRAPPED = re.compile(r"[^@<>]{0,200}<(?:mailto:)?([^<>]{3,320})>", re.IGNORECASE)


def is_address(*, text: str) -> bool:
    """True when the whole text is one address: bare, with `mailto:`, or as `Name <a@b.example>`."""
    if "@" not in text or len(text) > _LONGEST:
        return False
    bare = text.strip().strip("'\"")
    if wrapped := _WRAPPED.fullmatch(bare):
        bare = wrapped.group(1)
    if bare[:7].lower() == "mailto:":
        bare = bare[7:]
    return _ADDRESS.fullmatch(bare) is not None


def is_addresses(*, text: str) -> bool:
    """True when the text is one address or several with separators between them, such as `a@b.example; c@d.example`."""
    if is_address(text=text):
        return True
    if text.count("@") < 2 or len(text) > 4 * _LONGEST:
        return False
    return all(is_address(text=piece) for piece in _BETWEEN.split(text.strip()) if piece)


def count_addresses(*, text: str) -> int:
    """How many different addresses stand in the first characters of a text."""
    return len(set(_ADDRESS.findall(text[:20_000])))


def holds_address(*, text: str) -> bool:
    """True when an address stands somewhere in the text, such as one of two in a cell."""
    return "@" in text and _ADDRESS.search(text[:2000]) is not None
