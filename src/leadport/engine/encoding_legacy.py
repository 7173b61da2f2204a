"""Which of the encodings from before Unicode a text is in, weighed by how likely the text is that each of them gives.

Every candidate decodes the same words. Each character beyond ASCII has a cost: little for a frequent letter of a
language that uses the encoding, much for a letter of no such language, for a sign or a capital in the middle of a word,
and for two scripts in one word. The candidate with the least cost wins. The words are bounded, and so is the work.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import charset_normalizer

from leadport.engine.encoding_east_asian import character_cost
from leadport.engine.encoding_letters import (
    ARABIC,
    BALTIC,
    CENTRAL,
    CYRILLIC,
    GREEK,
    HEBREW,
    THAI,
    TURKISH,
    UNEXPECTED,
    WESTERN,
    Costs,
)
from leadport.engine.limits import KIB

# No byte below "@" but a digit is part of a longer character in any candidate, so cutting there cuts no character.
_WORD = re.compile(rb"[0-9@-\xff]+")
_COUNTRY = re.compile(rb"@[a-z0-9.-]{1,100}\.([a-z]{2})(?![a-z0-9.-])")
_AT_HOME = 8.0
_MOST_WORDS = 4000
_MOST_BYTES = 48 * KIB
_UNDECODABLE = 12.0
_WRONG_CASE = 5.0
_TWO_SCRIPTS = 6.0
_CLEAR_SIGNS = frozenset("’‘“”«»¿¡ºª®™–—…\u00a0\u00ad·")
_KNOWN_SIGNS = frozenset("€£§°©•½¼¾²³¹±´`„‚‹›№¢¥†‡‰µ¨¸")
_POOR = 7.5
_FALLBACK = ["cp1258", "cp855", "mac_greek", "mac_turkish", "tis_620", "johab", "cp775", "cp857", "cp869"]


@dataclass(frozen=True, kw_only=True)
class Guess:
    """A Python codec name and how sure it is, from 0 to 1."""

    name: str
    confidence: float


@dataclass(frozen=True, kw_only=True)
class _Candidate:
    """An encoding, the letter models of its languages (none: East Asian), what choosing it costs, and its countries."""

    name: str
    models: tuple[Costs, ...] = ()
    start: float = 0.0
    countries: str = ""


_CYRILLIC = "ru ua by bg kz rs mk kg mn"
_CENTRAL = "pl cz sk hu ro si hr ba"
_CANDIDATES = (
    _Candidate(name="windows-1252", models=WESTERN),
    _Candidate(name="windows-1251", models=CYRILLIC, countries=_CYRILLIC),
    _Candidate(name="windows-1250", models=CENTRAL, start=2.0, countries=_CENTRAL),
    _Candidate(name="windows-1253", models=GREEK, start=2.0, countries="gr cy"),
    _Candidate(name="windows-1254", models=TURKISH, start=1.5, countries="tr"),
    _Candidate(name="windows-1255", models=HEBREW, start=3.0, countries="il"),
    _Candidate(
        name="windows-1256", models=ARABIC, start=3.0, countries="eg sa ae ma dz tn jo lb iq kw qa om ye sy sd ly ps"
    ),
    _Candidate(name="windows-1257", models=BALTIC, start=4.0, countries="lt lv ee"),
    _Candidate(name="cp874", models=THAI, start=4.0, countries="th"),
    _Candidate(name="iso-8859-15", models=WESTERN, start=2.0),
    _Candidate(name="iso-8859-2", models=CENTRAL, start=3.0, countries=_CENTRAL),
    _Candidate(name="iso-8859-7", models=GREEK, start=3.5, countries="gr cy"),
    _Candidate(name="mac-roman", models=WESTERN, start=4.0),
    _Candidate(name="cp850", models=WESTERN, start=4.5),
    _Candidate(name="cp852", models=CENTRAL, start=6.0, countries=_CENTRAL),
    _Candidate(name="cp437", models=WESTERN, start=5.5),
    _Candidate(name="koi8-r", models=CYRILLIC, start=3.0, countries=_CYRILLIC),
    _Candidate(name="cp866", models=CYRILLIC, start=4.0, countries=_CYRILLIC),
    _Candidate(name="mac-cyrillic", models=CYRILLIC, start=5.0, countries=_CYRILLIC),
    _Candidate(name="iso-8859-5", models=CYRILLIC, start=5.0, countries=_CYRILLIC),
    _Candidate(name="iso-8859-4", models=BALTIC, start=6.0, countries="lt lv ee"),
    _Candidate(name="iso-8859-6", models=ARABIC, start=6.0),
    _Candidate(name="mac-latin2", models=CENTRAL, start=6.0, countries=_CENTRAL),
    _Candidate(name="cp932", start=3.0, countries="jp"),
    _Candidate(name="gb18030", start=3.0, countries="cn sg"),
    _Candidate(name="cp950", start=3.5, countries="tw hk mo"),
    _Candidate(name="cp949", start=3.0, countries="kr"),
    _Candidate(name="euc-jp", start=4.5, countries="jp"),
)


def likeliest_encoding(*, blocks: Sequence[bytes]) -> Guess:
    """The likeliest encoding of text that is not UTF-8; encodings that give the same text count as one.

    Latin-1 shows as windows-1252, which holds it; and Shift-JIS as cp932, GBK as gb18030, Big5 as cp950, EUC-KR as
    cp949.
    """
    words = _words(blocks)
    homes = _homes(blocks)
    ranked = sorted((_cost(each, words) - _bonus(each, homes), place) for place, each in enumerate(_CANDIDATES))
    cost, place = ranked[0]
    best = _CANDIDATES[place].name
    high = sum(len(word) - len(word.translate(None, _HIGH)) for word in words)
    if cost > _POOR * high and (other := _fallback(words)) is not None:
        return Guess(name=other, confidence=0.5)
    text = _decode(words, best)
    rival = next(
        (found for found, other_place in ranked[1:] if _decode(words, _CANDIDATES[other_place].name) != text), math.inf
    )
    return Guess(name=best, confidence=round(1 - 0.5 * math.exp(-(rival - cost) / 4), 3))


_HIGH = bytes(range(128, 256))


def _bonus(candidate: _Candidate, homes: dict[str, float]) -> float:
    return _AT_HOME * sum(homes.get(country, 0.0) for country in candidate.countries.split())


def _homes(blocks: Sequence[bytes]) -> dict[str, float]:
    """The share of each country's domain among the addresses at the start of the blocks; lists are written at home."""
    found = [match.decode("ascii") for block in blocks for match in _COUNTRY.findall(block[: 64 * KIB].lower())]
    addresses = max(1, sum(block[: 64 * KIB].count(b"@") for block in blocks))
    return {country: times / addresses for country, times in Counter(found).items()}


def _words(blocks: Sequence[bytes]) -> tuple[bytes, ...]:
    """The different words with bytes above 127, the first ones of every block."""
    found: dict[bytes, None] = {}
    for block in blocks:
        size = 0
        for match in _WORD.finditer(block):
            word = match.group()
            if not word.isascii() and (word := word[:200]) not in found:
                found[word] = None
                size += len(word)
            if size > _MOST_BYTES // len(blocks) or len(found) >= _MOST_WORDS:
                break
    return tuple(found)


def _decode(words: Sequence[bytes], encoding: str) -> str:
    return "\n".join(word.decode(encoding, errors="replace") for word in words)


def _cost(candidate: _Candidate, words: Sequence[bytes]) -> float:
    text = _decode(words, candidate.name)
    letters: Counter[str] = Counter()
    fixed = candidate.start
    for before, sign, after in _foreign_signs(text):
        if sign == "\ufffd":
            fixed += _UNDECODABLE
        elif not candidate.models:
            fixed += character_cost(sign=sign, beside=before, encoding=candidate.name) + _script_cost(
                before, sign, after
            )
        elif sign.isalpha() or sign in candidate.models[0]:
            letters[sign] += 1
            fixed += _case_cost(before, sign, after) + _script_cost(before, sign, after)
        else:
            fixed += _sign_cost(before, sign, after)
    models = candidate.models or ({},)
    if not candidate.models:
        return fixed
    return fixed + min(
        sum(model.get(letter, UNEXPECTED) * count for letter, count in letters.items()) for model in models
    )


def _foreign_signs(text: str) -> Iterator[tuple[str, str, str]]:
    """Every character beyond ASCII with its neighbours; words end at line ends."""
    padded = f"\n{text}\n"
    for place, sign in enumerate(text, start=1):
        if sign > "\x7f":
            yield padded[place - 1], sign, padded[place + 1]


def _case_cost(before: str, sign: str, after: str) -> float:
    if sign.isupper() and before.isalpha() and (before.islower() or after.islower()):
        return _WRONG_CASE
    if sign.islower() and before.isupper() and after.isupper() and sign != "ß":
        return _WRONG_CASE / 2
    return 0.0


def _script_cost(before: str, sign: str, after: str) -> float:
    """A letter of another script right beside a Latin one; one word has one script."""
    if sign < "\u0370":
        return 0.0
    return _TWO_SCRIPTS * ((before.isascii() and before.isalpha()) + (after.isascii() and after.isalpha()))


def _sign_cost(before: str, sign: str, after: str) -> float:
    inside = before.isalpha() + after.isalpha()
    if sign in _CLEAR_SIGNS:
        return 2.5 if sign == "’" else 4.0 + 2.0 * (inside == 2)
    if sign in _KNOWN_SIGNS:
        return (5.0, 7.5, 10.0)[inside]
    return 12.0 if not sign.isprintable() else (8.0, 9.5, 11.0)[inside]


def _fallback(words: Sequence[bytes]) -> str | None:
    """For rarer encodings another program is asked, on a short text."""
    text = b" ".join(words)[: 8 * KIB]
    found = charset_normalizer.from_bytes(text, cp_isolation=_FALLBACK, enable_fallback=False).best()
    return None if found is None else found.encoding.replace("_", "-")
