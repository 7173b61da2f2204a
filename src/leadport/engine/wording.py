"""How a header falls into words that can be compared: no case, no accents, no punctuation, camelCase apart."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_CAMEL = re.compile(r"(?<=[a-zà-öø-ÿ])(?=[A-ZÀ-ÖØ-Þ])|(?<=[A-Z])(?=[A-Z][a-z])")
_DIGITS = re.compile(r"(?<=[^\W\d_])(?=\d)|(?<=\d)(?=[^\W\d_])")
_WORD = re.compile(r"[^\W_]+")
_LETTERS = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe"})
_EMAIL = re.compile(r"\be[- ]mail")


def fold(*, text: str) -> str:
    """The text case-folded (ß is ss) and without accents; letters Unicode does not decompose (ł, ø) are replaced."""
    plain = unicodedata.normalize("NFKD", text.casefold()).translate(_LETTERS)
    return "".join(character for character in plain if not unicodedata.combining(character))


@lru_cache(maxsize=16384)
def words(*, text: str) -> tuple[str, ...]:
    """The words of a header, in order; `E-Mail`, `e mail` and `eMail` are the one word `email`, digits stand apart."""
    apart = _DIGITS.sub(" ", _CAMEL.sub(" ", text))
    return tuple(_WORD.findall(_EMAIL.sub("email", fold(text=apart))))


def squash(*, text: str) -> str:
    """The words run together, so that `First Name`, `first_name` and `FIRSTNAME` are equal."""
    return "".join(words(text=text))
