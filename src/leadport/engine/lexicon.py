"""The header words of all languages as one index, because a file does not say which language it is in."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import TypeVar

from leadport.domain.synonyms import LANGUAGES, Language, Qualifier, phrases
from leadport.engine.wording import words

Key = TypeVar("Key", bound=Hashable)

STRONG = 1.0
WEAK = 0.8
REORDERED = 0.95
"""A phrase whose words stand in another order is nearly as sure."""


@dataclass(frozen=True, kw_only=True)
class Lexicon:
    """Phrases (run together, fillers left out) by the fields they name, and single words by their role.

    `bags` has the words of a phrase sorted; `spelled` has the strong phrases in words, by their number.
    """

    strong: Mapping[str, Mapping[str, float]]
    bags: Mapping[tuple[str, ...], Mapping[str, float]]
    spelled: Mapping[int, Mapping[tuple[str, ...], Mapping[str, float]]]
    qualifiers: Mapping[str, frozenset[Qualifier]]
    owners: frozenset[str]
    fillers: frozenset[str]
    unrelated: frozenset[str]

    def find(self, parts: tuple[str, ...]) -> dict[str, float]:
        """The fields a phrase names, each with its strength; the words may stand in another order."""
        text = "".join(parts)
        if not text or text in self.unrelated:
            return {}
        found = self.strong.get(text)
        if found is None and len(parts) > 1:
            reordered = self.bags.get(tuple(sorted(parts)), {})
            return {field: strength * REORDERED for field, strength in reordered.items()}
        return dict(found or {})


@cache
def lexicon() -> Lexicon:
    """The index, built once."""
    languages = tuple(LANGUAGES.values())
    fillers = frozenset(word for language in languages for word in words(text=language.fillers))
    entries = [entry for language in languages for entry in _entries(language, fillers)]
    return Lexicon(
        strong=_indexed(("".join(parts), field, strength) for field, strength, parts in entries),
        bags=_indexed(
            (tuple(sorted(parts)), field, strength) for field, strength, parts in entries if _reorderable(parts)
        ),
        spelled={
            size: _indexed(
                (parts, field, weight) for field, weight, parts in entries if len(parts) == size and weight == STRONG
            )
            for size in range(1, 7)
        },
        qualifiers=_qualifiers(languages),
        owners=frozenset(word for language in languages for word in words(text=language.owners)),
        fillers=fillers,
        unrelated=frozenset(
            "".join(_without(words(text=phrase), fillers))
            for language in languages
            for phrase in phrases(text=language.unrelated)
        ),
    )


def _entries(language: Language, fillers: frozenset[str]) -> Iterator[tuple[str, float, tuple[str, ...]]]:
    for table, strength in ((language.strong, STRONG), (language.weak, WEAK)):
        for field, text in table.items():
            for phrase in phrases(text=text):
                yield field, strength, _without(words(text=phrase), fillers)


def _without(parts: tuple[str, ...], fillers: frozenset[str]) -> tuple[str, ...]:
    return tuple(part for part in parts if part not in fillers)


def _indexed(entries: Iterable[tuple[Key, str, float]]) -> dict[Key, dict[str, float]]:
    """Fields by key; a field that is named twice keeps its greater strength."""
    index: dict[Key, dict[str, float]] = {}
    for key, field, strength in entries:
        found = index.setdefault(key, {})
        found[field] = max(strength, found.get(field, 0.0))
    return index


def _qualifiers(languages: tuple[Language, ...]) -> dict[str, frozenset[Qualifier]]:
    """Qualifiers by word; in two languages a word may mean two things, and then it means both."""
    roles: dict[str, set[Qualifier]] = {}
    for language in languages:
        for qualifier, text in language.qualifiers.items():
            for word in words(text=text):
                roles.setdefault(word, set()).add(qualifier)
    return {word: frozenset(found) for word, found in roles.items()}


def _reorderable(parts: tuple[str, ...]) -> bool:
    """With an ordinal the order matters: `Street address 2` is not `Address 2: street`."""
    return len(parts) > 1 and not any(part.isdigit() for part in parts)
