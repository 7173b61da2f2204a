"""Yes or no, links and telephone numbers: checked lightly and kept as typed."""

from __future__ import annotations

import re
from functools import cache

from leadport.engine.data_files import word_list
from leadport.engine.text_values import Parsed, clean_code, clean_text

_LONGEST_LINK = 2048
_MOST_DIGITS = 40
_LINK = re.compile(
    r"(?:https?://)?(?:[^\s/@:?#<>\"'\\.]+\.)+[^\W\d_][\w-]{1,62}\.?(?::\d{1,5})?(?:[/?#][^\s<>\"]*)?", re.IGNORECASE
)
_HANDLE = re.compile(r"https?://[^\s<>\"]+", re.IGNORECASE)
_FLOAT = re.compile(r"(\+?\d{5,})\.0+")
_SCIENTIFIC = re.compile(r"\d+[.,]?\d*[eE]\+?\d+")
_TEL = re.compile(r"tel:\s*", re.IGNORECASE)
_PLUS = re.compile(r"[pP]:\s*(?=\+)")


def parse_yes_no(text: str) -> Parsed:
    """`yes` or `no`, from the words of many languages and programs compared whole."""
    cleaned = clean_text(text)
    if cleaned.value is None:
        return Parsed(value=None)
    found = yes_no_words().get(cleaned.value.casefold())
    return Parsed(value=found, bad=found is None, repair=cleaned.repair)


def parse_url(text: str) -> Parsed:
    """The link as typed, when it is a web address with or without http(s); all else (javascript:, prose) is bad."""
    cleaned = clean_text(text)
    value = cleaned.value
    if value is None:
        return Parsed(value=None)
    fits = len(value) <= _LONGEST_LINK and bool(_HANDLE.fullmatch(value) or _LINK.fullmatch(value))
    return Parsed(value=value if fits else None, bad=not fits, repair=cleaned.repair)


def parse_phone(text: str) -> Parsed:
    """The number as typed without `tel:` and a spreadsheet's `.0`; text without a digit, or 4.9E+11, is bad."""
    cleaned = clean_code(text)
    if cleaned.value is None:
        return Parsed(value=None)
    value = _PLUS.sub("", _TEL.sub("", cleaned.value, count=1), count=1).strip()
    whole = _FLOAT.fullmatch(value)
    value = whole[1] if whole else value
    digits = sum(character.isdigit() for character in value)
    fits = 0 < digits <= _MOST_DIGITS and not _SCIENTIFIC.fullmatch(value)
    return Parsed(value=value if fits else None, bad=not fits, repair=cleaned.repair)


@cache
def yes_no_words() -> dict[str, str]:
    """Every word, case-folded, with `yes` or `no`."""
    rows = (line.split() for line in word_list(name="yes_no"))
    return {word.casefold(): answer for answer, *words in rows for word in words}
