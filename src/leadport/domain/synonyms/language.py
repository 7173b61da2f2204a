"""What a language knows about headers: the shape every file beside this one fills in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Qualifier(StrEnum):
    """Words that say *which* email, phone or address a column holds, or whose."""

    HOME = "home"
    WORK = "work"
    PRIMARY = "primary"
    SECOND = "second"
    OTHER = "other"
    BILLING = "billing"
    SHIPPING = "shipping"
    POSTAL = "postal"
    COMPANY = "company"
    SOMEONE = "someone"


@dataclass(frozen=True, kw_only=True)
class Language:
    """The header words of one language; every text is a list of phrases with ` | ` between them.

    `strong` names a field beyond doubt; `weak` names it only when the values agree and no other column names it
    strongly. A phrase that stands under several fields (Title, State, Nom) is decided by the values.
    `qualifiers` are single words. `owners` are words for the person a record is about, which may stand before any
    phrase (Contact email). `fillers` say nothing and are left out before comparing. `unrelated` phrases are known to be
    none of our fields, however much they look like one. Case, accents, blanks and punctuation do not matter anywhere.
    """

    strong: Mapping[str, str]
    weak: Mapping[str, str] = field(default_factory=dict)
    qualifiers: Mapping[Qualifier, str] = field(default_factory=dict)
    owners: str = ""
    fillers: str = ""
    unrelated: str = ""


def phrases(*, text: str) -> tuple[str, ...]:
    """The phrases of one text, without the blanks round them."""
    return tuple(phrase.strip() for phrase in text.split("|") if phrase.strip())
