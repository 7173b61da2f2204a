"""Mail domains that are probably a typing error of a big one. A suggestion is offered, never applied."""

from __future__ import annotations

from functools import lru_cache

from rapidfuzz import process
from rapidfuzz.distance import DamerauLevenshtein

from leadport.engine.data_files import word_list

SHORTEST, LONGEST = 4, 19
"""Domains outside these lengths are never within two slips of a big one."""
LONG_DOMAIN = 9
"""From this many letters on two slips are forgiven instead of one."""

BIG_DOMAINS = word_list(name="big_domains")
_GOOD = frozenset(BIG_DOMAINS) | frozenset(word_list(name="good_domains"))


@lru_cache(maxsize=20_000)
def likely_domain(domain: str) -> str | None:
    """The big domain this one was probably meant to be, or None.

    The measure is Damerau-Levenshtein (a swap of neighbours counts as one slip): at most one slip, two
    for big domains of nine letters and more. A domain that is itself known to be good is never doubted.
    """
    if domain in _GOOD or not SHORTEST <= len(domain) <= LONGEST:
        return None
    found = process.extract(domain, BIG_DOMAINS, scorer=DamerauLevenshtein.distance, score_cutoff=2, limit=5)
    allowed = [(slips, big) for big, slips, _ in found if slips == 1 or len(big) >= LONG_DOMAIN]
    return min(allowed, key=lambda pair: pair[0])[1] if allowed else None
