"""Text that was UTF-8, read as Windows-1252 and written as UTF-8 again: "ZoÃ«" for "Zoë"."""

from __future__ import annotations

import re
import unicodedata

# What Windows-1252 shows for the bytes 80 to BF, with the five holes of that code page kept as C1 controls.
_TAIL = "".join(bytes([byte]).decode("cp1252", errors="ignore") or chr(byte) for byte in range(0x80, 0xC0))
_BYTES = {shown: 0x80 + place for place, shown in enumerate(_TAIL)} | {chr(byte): byte for byte in range(0xC0, 0x100)}

MARKED = f"[\u00c2-\u00f4][{re.escape(_TAIL)}]"
"""A lead byte followed by a continuation byte, as Windows-1252 shows them; RE2 and Python read this pattern alike."""

_MARKED = re.compile(MARKED)
_SURE = re.compile("[ÃÂâ]")
_MOST_ROUNDS = 2


def restored(text: str) -> str | None:
    """The text as it was before it was decoded twice, or None when it was not.

    Nothing is guessed: every character must be one that Windows-1252 could have shown, the bytes must be valid UTF-8
    as a whole, and what comes out must be letters, signs or punctuation. "Ã", "Â" and "â" give the damage away; the
    other lead bytes occur in honest capitals (MALMÖ–LUND), so two of them must agree.
    """
    now: str | None = None
    for _ in range(_MOST_ROUNDS):
        once = _one_round(text if now is None else now)
        if once is None:
            break
        now = once
    return now


def _one_round(text: str) -> str | None:
    marks = _MARKED.findall(text)
    if not marks or not (_SURE.search("".join(marks)) or len(marks) > 1):
        return None
    try:
        found = bytes(_byte(character) for character in text).decode("utf-8")
    except (UnicodeDecodeError, KeyError):
        return None
    return found if all(_sensible(character) for character in found if character > "\x7f") else None


def _byte(character: str) -> int:
    return ord(character) if character < "\x80" else _BYTES[character]


def _sensible(character: str) -> bool:
    return unicodedata.category(character)[0] in "LMPSZN" or character in "\ufeff\u200b\u200d\ufe0f"
