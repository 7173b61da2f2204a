"""Which mailbox an address reaches: provider rules for consumer domains, used only to block, never to merge people.

Rule SU-3: Gmail ignores dots and everything after a plus, the other named providers everything after a plus. At the
domains of companies the same letters with and without dots are different people, so nothing is folded there.
"""

from __future__ import annotations

DOTLESS_DOMAINS = frozenset({"gmail.com", "googlemail.com"})
TAGGED_DOMAINS = frozenset(
    {
        "outlook.com",
        "hotmail.com",
        "live.com",
        "icloud.com",
        "me.com",
        "mac.com",
        "fastmail.com",
        "proton.me",
    }
)


def mailbox_key(*, email_key: str) -> str:
    """The folded form of a canonical address; the address itself where no provider rule applies.

    A local part that would fold to nothing (`+news@gmail.com`) stays as it is.
    """
    local, _, domain = email_key.rpartition("@")
    if domain in DOTLESS_DOMAINS:
        folded = local.partition("+")[0].replace(".", "")
        return f"{folded}@gmail.com" if folded else email_key
    if domain in TAGGED_DOMAINS:
        folded = local.partition("+")[0]
        return f"{folded}@{domain}" if folded else email_key
    return email_key
