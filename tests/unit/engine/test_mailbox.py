"""Provider rules for consumer domains."""

from __future__ import annotations

import pytest

from leadport.engine.mailbox import mailbox_key


@pytest.mark.parametrize(
    ("key", "folded"),
    [
        ("a.n.n+shop@gmail.com", "ann@gmail.com"),
        ("a.nn@googlemail.com", "ann@gmail.com"),
        ("a.nn+shop@outlook.com", "a.nn@outlook.com"),
        ("ann+1@proton.me", "ann@proton.me"),
        ("a.nn+shop@example.com", "a.nn+shop@example.com"),
        ("+shop@gmail.com", "+shop@gmail.com"),
        ("+shop@outlook.com", "+shop@outlook.com"),
    ],
)
def test_only_consumer_domains_fold_and_nothing_folds_to_nothing(key: str, folded: str) -> None:
    assert mailbox_key(email_key=key) == folded
