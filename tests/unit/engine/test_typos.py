"""Domains that are nearly a big one."""

from __future__ import annotations

import pytest

from leadport.engine.typos import BIG_DOMAINS, LONGEST, SHORTEST, likely_domain


@pytest.mark.parametrize(
    ("domain", "likely"),
    [
        ("gmial.com", "gmail.com"),
        ("gamil.com", "gmail.com"),
        ("gmail.co", "gmail.com"),
        ("hotmial.con", "hotmail.com"),
        ("yaho.com", "yahoo.com"),
        ("wbe.de", "web.de"),
    ],
)
def test_a_slip_of_a_big_domain_is_recognised(domain: str, likely: str) -> None:
    assert likely_domain(domain) == likely


@pytest.mark.parametrize(
    "domain", ["gmail.com", "email.com", "mail.de", "example.com", "yahoo.co.in", "gmx.ch", "smith.example"]
)
def test_a_domain_that_is_good_itself_is_never_doubted(domain: str) -> None:
    assert likely_domain(domain) is None


def test_short_domains_forgive_one_slip_only() -> None:
    assert likely_domain("gmx.dd") == "gmx.de"
    assert likely_domain("gnx.dd") is None


def test_the_lengths_that_are_never_looked_at_cannot_be_near_a_big_domain() -> None:
    lengths = [len(domain) for domain in BIG_DOMAINS]
    assert min(lengths) - 1 >= SHORTEST
    assert max(lengths) + 2 <= LONGEST
