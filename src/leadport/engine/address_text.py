"""From the text of a cell to the bare addresses in it: what programs and people put round them is taken off.

Every pattern is linear and every loop bounded, so a hostile cell costs no more than its length.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from leadport.engine.decoded_twice import restored

INVISIBLE = "\u00ad\u034f\u061c\u180e\u200b\u200c\u200d\u200e\u200f\u2060\u2061\u2062\u2063\u2064\ufeff"
"""Characters nobody sees: soft hyphen, zero-width blanks and joiners, byte order mark, marks of writing direction."""

_INVISIBLE = dict.fromkeys(map(ord, INVISIBLE))
_FORMULA = re.compile(r'=\s*"(.*)"', re.DOTALL)
_SCHEME = re.compile(r"(?:mailto|smtp):\s*", re.IGNORECASE)
_ANGLES = re.compile(r"<([^<>]*)>")
_ROUND = re.compile(r"\(([^()]*)\)")
_SEPARATORS = (re.compile(r"[\s,;]+|:::"), re.compile(r"[\s,;|/]+|:::"))
_QUOTES = '"“”„‟«»`'
_APOSTROPHES = "'‘’‚‛´"
_STRAY_LEFT, _STRAY_RIGHT = ",;<", ".,;:<>)!?"
_JOINING_WORDS = frozenset({"and", "or", "und", "oder", "et", "ou", "y", "o", "e", "en", "of", "&", "+", "-", "<", ">"})
_MOST_ADDRESSES = 10
_MOST_ROUNDS = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """The texts that should be addresses, the first first, and the codes of what was repaired to get them."""

    texts: tuple[str, ...]
    repairs: tuple[str, ...] = ()


def addresses_in(text: str) -> Found:
    """At least one and at most ten texts; a text that cannot be told apart safely comes back whole.

    Nobody is invented: a word before an address ("john smith@example.com") may belong to it, so such a
    text is left alone, and a text is only split where every piece has an @ of its own.
    """
    if "@" not in text:
        return Found(texts=(text.strip(),))
    repairs: dict[str, None] = {}
    bare = _peeled(text, repairs)
    pieces = [_peeled(piece, repairs) for piece in _pieces(bare, repairs)[:_MOST_ADDRESSES]]
    texts = tuple(dict.fromkeys(piece for piece in pieces if piece))
    return Found(texts=texts or (bare,), repairs=tuple(repairs))


def _peeled(text: str, repairs: dict[str, None]) -> str:
    """The text without blanks, quotes, schemes and punctuation round it; quoted local parts keep their quotes."""
    now = text
    for _ in range(_MOST_ROUNDS):
        before = now
        for code, after in _one_round(now):
            if after != now:
                repairs[code] = None
                now = after
        if now == before:
            break
    return now


def _one_round(text: str) -> Iterator[tuple[str, str]]:
    """Each repair in turn, working on what the one before left."""
    text = text.translate(_INVISIBLE) if not text.isascii() else text
    yield "invisible", text
    text = (restored(text) or text) if not text.isascii() else text
    yield "decoded_twice", text
    text = text.strip()
    yield "spaces", text
    formula = _FORMULA.fullmatch(text)
    text = formula[1].replace('""', '"') if formula else text
    yield "formula_text", text
    text = text.lstrip(_APOSTROPHES).rstrip(_APOSTROPHES) if text[:1] in _APOSTROPHES else text
    yield "apostrophe", text
    text = _unquoted(text)
    yield "surrounding_quotes", text
    scheme = _SCHEME.match(text)
    text = text[scheme.end() :].partition("?")[0] if scheme else text
    yield "mailto", text
    if "<" not in text:
        text = text.lstrip(_STRAY_LEFT)
        # A bracket that closes an IP literal or a comment is no stray punctuation.
        text = text.rstrip(_STRAY_RIGHT if "(" not in text else _STRAY_RIGHT.replace(")", ""))
    yield "trailing_punctuation", text


def _unquoted(text: str) -> str:
    if text[:1] not in _QUOTES and text[-1:] not in _QUOTES:
        return text
    if text.startswith('"') and '"@' in text[1:]:
        return text
    inner = text.strip(_QUOTES)
    # Quotes round a name only ("Ann" <ann@example.com>) go with the name later on.
    return text if "<" in inner else inner


def _pieces(text: str, repairs: dict[str, None]) -> list[str]:
    if "<" in text or "(" in text:
        bracketed = _bracketed(text)
        if bracketed:
            repairs["display_name"] = None
            return bracketed
    parts = [part.strip() for part in text.split("@")]
    joined = "@".join(parts)
    if joined.count("@") > 1:
        for separator in _SEPARATORS:
            words = [word for word in separator.split(joined) if word and word.lower() not in _JOINING_WORDS]
            if len(words) > 1 and all("@" in word for word in words):
                return words
    elif not joined.startswith('"'):
        local, domain = parts
        joined = f"{local}@{_close(domain)}"
    if joined != text:
        repairs["spaces"] = None
    return [joined]


def _close(domain: str) -> str:
    """The domain without blanks round its dots; blanks elsewhere stay and make the address fail."""
    return ".".join(label.strip() for label in domain.split("."))


def _bracketed(text: str) -> list[str]:
    """What stands in brackets, then addresses standing free beside them; empty when no bracket helps."""
    for pattern in (_ANGLES, _ROUND):
        inside = [group for group in pattern.findall(text) if "@" in group]
        if inside:
            return [*inside, *_free(pattern.sub(" ", text))]
    if "<" in text and "@" in text.rpartition("<")[2]:
        return [text.rpartition("<")[2]]
    without = _ROUND.sub("", text).strip()
    return [without] if without != text and "@" in without else []


def _free(text: str) -> Iterable[str]:
    words = (word.strip(_QUOTES) for word in _SEPARATORS[0].split(text))
    return (word for word in words if word.count("@") == 1 and not word.startswith("@") and not word.endswith("@"))
