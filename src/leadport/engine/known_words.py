"""Names, countries, cities, regions and other words that show what a column holds, from the lists in `vocabulary/`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import phonenumbers


@dataclass(frozen=True, kw_only=True)
class KnownWords:
    """Every set is case-folded."""

    given_names: frozenset[str]
    surnames: frozenset[str]
    countries: frozenset[str]
    regions: frozenset[str]
    cities: frozenset[str]
    mail_status: frozenset[str]
    other_status: frozenset[str]
    salutations: frozenset[str]
    genders: frozenset[str]
    yes_no: frozenset[str]
    languages: frozenset[str]
    jobs: frozenset[str]


@cache
def known_words() -> KnownWords:
    """The lists, read once."""
    mail, other = _lines("status_words.txt")
    salutations, genders, yes_no, languages, jobs = _lines("person_words.txt")
    codes = frozenset(code.casefold() for code in phonenumbers.SUPPORTED_REGIONS)
    return KnownWords(
        given_names=frozenset(name for line in _text("given_names.txt") for name in line.split()),
        surnames=frozenset(name for line in _text("surnames.txt") for name in line.split()),
        countries=frozenset().union(codes, *_lines("countries.txt")),
        regions=frozenset().union(*_lines("regions.txt")),
        cities=frozenset().union(*_lines("cities.txt")),
        mail_status=mail,
        other_status=other,
        salutations=salutations,
        genders=genders,
        yes_no=yes_no,
        languages=languages,
        jobs=jobs,
    )


def _text(name: str) -> Iterator[str]:
    for line in (files("leadport.engine") / "vocabulary" / name).read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line.casefold()


def _lines(name: str) -> list[frozenset[str]]:
    return [frozenset(line.split("|")) for line in _text(name)]
