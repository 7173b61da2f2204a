"""What the words of one header say: which field it names, how surely, and whose or which one it is."""

from __future__ import annotations

import hashlib
import json
import re
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import NamedTuple

from rapidfuzz.distance import OSA

from leadport.domain.synonyms import Qualifier
from leadport.engine.lexicon import Lexicon, lexicon
from leadport.engine.wording import squash, words

_BRACKET = re.compile(r"\(([^()]*)\)|\[([^\[\]]*)\]|\{([^{}]*)\}")
_MACHINE_NAME = re.compile(r"^[a-z0-9]+(?:_[a-z0-9]+)+$|^cf_\w+$")
_FOREIGN = re.compile(r"metadata|metafield", re.IGNORECASE)
_LOST_LETTER = re.compile(r"(?<=\w)[?\ufffd](?=\w)|\ufffd")
_LOSS = re.compile(r"(?<=\w)\?|\?(?=\w)|\ufffd")
_NAMELESS = re.compile(
    r"^(?:(?:column|col|field|c|f|unnamed|spalte|colonne|columna|kolumna|var|v)?[\s:_#.-]*\d*|none|null|n/?a)$"
)
_PLACE = frozenset({Qualifier.HOME, Qualifier.WORK, Qualifier.PRIMARY, Qualifier.BILLING, Qualifier.POSTAL})
_CONTEXTS: dict[str, frozenset[Qualifier]] = {
    **dict.fromkeys(("address", "city", "state", "zip", "country", "phone"), _PLACE),
    **dict.fromkeys(("first_name", "last_name", "full_name"), frozenset({Qualifier.BILLING, Qualifier.PRIMARY})),
    "email": _PLACE | {Qualifier.SECOND, Qualifier.OTHER, Qualifier.COMPANY},
    "email_secondary": _PLACE | {Qualifier.SECOND, Qualifier.OTHER},
    "phone_mobile": frozenset({Qualifier.HOME, Qualifier.PRIMARY, Qualifier.BILLING, Qualifier.POSTAL}),
    "address2": frozenset({Qualifier.BILLING, Qualifier.POSTAL, Qualifier.PRIMARY}),
    "company": frozenset({Qualifier.WORK, Qualifier.BILLING, Qualifier.POSTAL, Qualifier.PRIMARY}),
    "department": frozenset({Qualifier.WORK}),
    "job_title": frozenset({Qualifier.WORK}),
    "website": frozenset({Qualifier.WORK, Qualifier.COMPANY}),
}
"""The qualifiers that may stand beside a field; with any other the header means something else."""
_NOT_AFTER_OWNER = frozenset(
    {"status", "lists", "opt_out", "source", "lead_status", "external_id", "custom_json", "tags"}
)


@dataclass(frozen=True, kw_only=True)
class Reading:
    """One way to understand a header.

    `field` is a key of the catalogue. `strength` is a share from 0 to 1 and says how surely the words name it.
    `context` holds the qualifiers beside it (home, billing, second, ...). `number` is the ordinal in the header
    (E-mail 2), 1 without one.
    """

    field: str
    strength: float
    context: frozenset[Qualifier] = frozenset()
    number: int = 1


class _State(NamedTuple):
    """What is left of a header while it is being understood, and what was taken off."""

    parts: tuple[str, ...]
    context: frozenset[Qualifier]
    number: int
    owned: bool

    def without(self, place: int, *, context: frozenset[Qualifier] = frozenset()) -> _State:
        rest = self.parts[:place] + self.parts[place + 1 :]
        return self._replace(parts=rest, context=self.context | context)


def header_key(*, header: tuple[str, ...]) -> str:
    """The SHA-256, in hexadecimal, of a header as a set: order, case, blanks and punctuation do not change it."""
    names = sorted({squash(text=name) or "-" for name in header})
    return hashlib.sha256(json.dumps(names, ensure_ascii=False).encode()).hexdigest()


def is_nameless(*, header: str) -> bool:
    """True for headers that say nothing: empty ones, `Column 3`, `c7`, `Unnamed: 2`, or that lost every letter."""
    text = header.strip().casefold()
    return bool(_NAMELESS.fullmatch(text)) or not any(character.isalpha() for character in text)


def is_damaged(*, header: str) -> bool:
    """True when letters of the header were lost on the way (`Pr?nom`)."""
    return bool(_LOST_LETTER.search(header))


def names_someone_else(*, header: str) -> bool:
    """True when the header speaks of another person than the record's: manager, owner, spouse, referrer, sender."""
    known = lexicon()
    return any(Qualifier.SOMEONE in known.qualifiers.get(word, ()) for word in words(text=header))


@lru_cache(maxsize=8192)
def readings(*, header: str) -> tuple[Reading, ...]:
    """Every field the header may name, strongest first; empty when its words are not wholly understood."""
    if _FOREIGN.search(header):
        return ()
    for text, factor in _spellings(header):
        found = _phrase_readings(words(text=text))
        if found:
            return tuple(replace(reading, strength=reading.strength * factor) for reading in found)
    return _nearly(header)


def _spellings(header: str) -> Iterator[tuple[str, float]]:
    """The header as it stands, with text decoded twice restored, and without a machine name in brackets."""
    yield header, 1.0
    for written, factor in (("utf-8", 0.98), ("cp1251", 0.95)):
        try:
            restored = header.encode("cp1252").decode(written)
        except UnicodeError:
            continue
        if restored != header:
            yield restored, factor
    match = _BRACKET.search(header)
    if match and _MACHINE_NAME.fullmatch((match[1] or match[2] or match[3] or "").strip()):
        yield _BRACKET.sub(" ", header), 1.0


def _phrase_readings(parts: tuple[str, ...]) -> tuple[Reading, ...]:
    """The header understood as one known phrase, with qualifiers, an ordinal and words for the person round it.

    These are taken off one by one, first from the front, then ordinals, then from the back, until what stays is
    known; the longest known phrase therefore wins. A word left over means that the header is not understood.
    """
    known = lexicon()
    kept = tuple(part for part in parts if part not in known.fillers)
    waiting: deque[_State] = deque([_State(kept, frozenset(), 1, owned=False)])
    seen: set[tuple[str, ...]] = set()
    while waiting:
        state = waiting.popleft()
        if state.parts in seen or "".join(state.parts) in known.unrelated:
            continue
        seen.add(state.parts)
        found = _made(known.find(state.parts), state)
        if found:
            return found
        waiting.extend(_shorter(state, known))
    return _compound(kept, known)


def _shorter(state: _State, known: Lexicon) -> Iterator[_State]:
    """The same header with one qualifier, ordinal or word for the person less."""
    parts = state.parts
    if len(parts) < 2:
        return
    first, last = parts[0], parts[-1]
    if first in known.qualifiers:
        yield state.without(0, context=known.qualifiers[first])
    if first in known.owners:
        yield state.without(0)._replace(owned=True)
    for place, part in enumerate(parts):
        if part.isdigit() and len(part) == 1:
            yield state.without(place)._replace(number=int(part))
    if last in known.qualifiers:
        yield state.without(len(parts) - 1, context=known.qualifiers[last])


def _made(found: dict[str, float], state: _State) -> tuple[Reading, ...]:
    """The readings of a phrase, without those that make no sense beside what was taken off."""
    ordered = sorted(found.items(), key=lambda item: (-item[1], item[0]))
    return tuple(
        Reading(field=field, strength=strength, context=state.context, number=state.number)
        for field, strength in ordered
        if state.context <= _CONTEXTS.get(field, frozenset())
        and not (state.owned and len(state.parts) == 1 and field in _NOT_AFTER_OWNER)
        and (state.number == 1 or field in {"email", "email_secondary"})
    )


def _compound(kept: tuple[str, ...], known: Lexicon) -> tuple[Reading, ...]:
    """A compound such as `Privatadresse` or `homephone`: a qualifier of four letters or more and a known phrase."""
    text = "".join(kept)
    for length in range(4, len(text) - 2):
        qualifier = known.qualifiers.get(text[:length])
        found = known.strong.get(text[length:]) if qualifier else None
        if qualifier and found:
            return _made(dict(found), _State((), qualifier, 1, owned=False))
    return ()


def _nearly(header: str) -> tuple[Reading, ...]:
    """Lost letters as wildcards, and typing errors; only when exactly one field comes out of it."""
    known = lexicon()
    parts = tuple(part for part in words(text=header) if part not in known.fillers)
    if not parts or "".join(parts) in known.unrelated:
        return ()
    pieces = _LOSS.split(header)
    if len(pieces) > 1:
        pattern = re.compile(".{0,2}".join(re.escape(squash(text=piece)) for piece in pieces))
        found = [each for phrase, each in known.strong.items() if len(phrase) >= 4 and pattern.fullmatch(phrase)]
        strength = 0.85 if sum(character.isalpha() for character in header) >= 3 else 0.0
    else:
        found = [each for phrase, each in known.spelled.get(len(parts), {}).items() if _mistyped(parts, phrase)]
        strength = 0.8
    fields = {field for each in found for field in each}
    return tuple(Reading(field=field, strength=strength) for field in fields if strength) if len(fields) == 1 else ()


def _mistyped(parts: tuple[str, ...], phrase: tuple[str, ...]) -> bool:
    """True when every word is the phrase's own or one slip away from it, the first letter being right.

    Two letters exchanged are a slip from four letters on, one too many or too few from six (from five beside other
    words), another letter from seven: `Stage` is no `State`, and `List name` no `Last name`.
    """
    return all(
        part == word or (part[0] == word[0] and _one_slip(part, word, alone=len(parts) == 1))
        for part, word in zip(parts, phrase, strict=True)
    )


def _one_slip(part: str, word: str, *, alone: bool) -> bool:
    longer = max(len(part), len(word))
    if longer < 4 or not part.isalpha() or OSA.distance(part, word, score_cutoff=1) > 1:
        return False
    if len(part) != len(word):
        return longer >= (6 if alone else 5)
    return sorted(part) == sorted(word) or longer >= 7
