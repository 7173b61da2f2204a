"""What somebody who writes on the blocklist means."""

from __future__ import annotations

import hashlib

import pytest

from leadport.domain.suppressions import SuppressionScope
from leadport.operations.suppression_entry import Entry, read_entry


@pytest.mark.parametrize(
    ("text", "scope", "key", "typed"),
    [
        (" Zoe@Example.com ", SuppressionScope.ADDRESS, "zoe@example.com", "Zoe@example.com"),
        ("Zoe Q <zoe@example.com>", SuppressionScope.ADDRESS, "zoe@example.com", "zoe@example.com"),
        ("z.o.e+news@gmail.com", SuppressionScope.ADDRESS, "zoe@gmail.com", "z.o.e+news@gmail.com"),
        ("Example.com", SuppressionScope.DOMAIN, "example.com", "Example.com"),
        ("@example.com", SuppressionScope.DOMAIN, "example.com", "example.com"),
        ("*@example.com", SuppressionScope.DOMAIN, "example.com", "example.com"),
        ("bücher.example", SuppressionScope.DOMAIN, "xn--bcher-kva.example", "bücher.example"),
    ],
)
def test_addresses_and_domains_are_told_apart(text: str, scope: SuppressionScope, key: str, typed: str) -> None:
    assert read_entry(text=text) == Entry(scope=scope, key=key, typed=typed)


def test_hashes_are_known_by_their_length() -> None:
    sha256, md5 = hashlib.sha256(b"zoe@example.com").hexdigest(), hashlib.md5(b"zoe@example.com").hexdigest()
    assert read_entry(text=sha256.upper()) == Entry(scope=SuppressionScope.SHA256, key=sha256, typed=sha256.upper())
    assert read_entry(text=md5) == Entry(scope=SuppressionScope.MD5, key=md5, typed=md5)


@pytest.mark.parametrize(
    "text", ["", "nobody", "a b@c", "example.com/unsubscribe", "10.0.0.1", "zoe@", "@", "*", "deadbeef"]
)
def test_anything_else_is_no_entry(text: str) -> None:
    assert read_entry(text=text) is None
