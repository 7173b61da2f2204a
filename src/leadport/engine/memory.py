"""Judgements that are kept for the next time the same text comes."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import TypeVar

Judgement = TypeVar("Judgement")

_TEXTS = 5_000
_LONGEST = 100


def remembering(judge: Callable[[str], Judgement]) -> Callable[[str], Judgement]:
    """The same judge, which keeps what it said of some thousand short texts; long ones would fill the memory."""
    kept = lru_cache(maxsize=_TEXTS)(judge)

    def judged(text: str) -> Judgement:
        return kept(text) if len(text) <= _LONGEST else judge(text)

    return judged
