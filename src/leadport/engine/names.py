"""First and last name out of a full name, carefully: the full name itself is always kept."""

from __future__ import annotations

from dataclasses import dataclass

from leadport.engine.data_files import word_list

_LONGEST = 200


def _words(kind: str) -> frozenset[str]:
    rows = (line.split() for line in word_list(name="name_words"))
    return frozenset(word for first, *words in rows if first == kind for word in words)


TITLES, SUFFIXES = _words("title"), _words("suffix")
_PARTICLES = _words("particle")


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """The two parts; a single word is a first name."""

    first: str | None = None
    last: str | None = None


def split_name(text: str) -> Name:
    """The parts of a full name: "Last, First", particles (van der Berg), titles and suffixes are understood.

    What stands before the last word is the first name; titles and suffixes belong to neither part.
    """
    if len(text) > _LONGEST or "@" in text:
        return Name()
    before, comma, after = text.partition(",")
    if comma and _without_suffixes(after.replace(",", " ").split()):
        return _reversed(before, after)
    words = _without_suffixes(before.split())
    untitled = _without_titles(words)
    if len(untitled) == 1 and len(words) > 1:
        return Name(last=untitled[0])
    return _in_order(untitled)


def _reversed(before: str, after: str) -> Name:
    first = _without_titles(_without_suffixes(after.replace(",", " ").split()))
    last = _without_suffixes(before.split())
    return Name(first=" ".join(first) or None, last=" ".join(last) or None)


def _in_order(words: list[str]) -> Name:
    if len(words) < 2:
        return Name(first=words[0] if words else None)
    start = len(words) - 1
    while start > 1 and words[start - 1].lower() in _PARTICLES:
        start -= 1
    return Name(first=" ".join(words[:start]), last=" ".join(words[start:]))


def _bare(word: str) -> str:
    return word.strip("().").replace(".", "").casefold()


def _without_titles(words: list[str]) -> list[str]:
    start = 0
    while start < len(words) - 1 and _bare(words[start]) in TITLES:
        start += 1
    return words[start:]


def _without_suffixes(words: list[str]) -> list[str]:
    end = len(words)
    while end > 0 and _bare(words[end - 1]) in SUFFIXES and (end > 1 or len(words) == 1):
        end -= 1
    return words[:end]
