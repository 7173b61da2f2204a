"""What somebody who writes on the blocklist means: an address, a domain, or the hash of an address."""

from __future__ import annotations

import re
from dataclasses import dataclass

from leadport.domain.suppressions import SuppressionScope
from leadport.engine.address import Address, parse_address

_HASHES = {
    64: SuppressionScope.SHA256,
    32: SuppressionScope.MD5,
}
_HEX = re.compile(r"[0-9a-fA-F]+")


@dataclass(frozen=True, kw_only=True)
class Entry:
    """One entry: its scope, the key it is found by, and the text as it was typed."""

    scope: SuppressionScope
    key: str
    typed: str


def read_entry(*, text: str) -> Entry | None:
    """The entry that the text stands for, or None when it is neither an address nor a domain nor a hash.

    An address is found by its mailbox key, so every spelling that reaches the same mailbox is blocked.
    `@example.com` and `*@example.com` are the domain. A hash is that of the address in lower case.
    """
    typed = text.strip()
    scope = _HASHES.get(len(typed)) if _HEX.fullmatch(typed) else None
    if scope is not None:
        return Entry(scope=scope, key=typed.lower(), typed=typed)
    bare = typed.removeprefix("*").lstrip("@")
    if "@" in bare:
        found = parse_address(typed)
        return (
            Entry(scope=SuppressionScope.ADDRESS, key=found.mailbox_key, typed=found.email)
            if isinstance(found, Address)
            else None
        )
    # A domain is whatever makes an address of a name that is surely allowed.
    found = parse_address(f"someone@{bare}")
    if not isinstance(found, Address) or found.repairs:
        return None
    return Entry(scope=SuppressionScope.DOMAIN, key=found.domain, typed=bare)
