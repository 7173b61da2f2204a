"""Text as a terminal may safely show it, and numbers and times as people read them."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Callable, Sequence
from datetime import UTC, datetime

# Control, format (they include the characters that turn the reading direction), surrogate and private characters.
_UNSAFE = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})
# These format characters belong to written languages and to emoji, and turn nothing round.
_HARMLESS = frozenset("\u200c\u200d")


def clean(text: str) -> str:
    """The text on one line without anything that could steer a terminal or hide other text."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(_shown(character) for character in text)


def _shown(character: str) -> str:
    if character in "\n\r\t\v\f\u2028\u2029":
        return " "
    if unicodedata.category(character) in _UNSAFE and character not in _HARMLESS:
        return ""
    return character


def json_line(value: object, *, indent: int | None = None, default: Callable[[object], object] | None = None) -> str:
    """The value as JSON; letters stay as they are, and what could steer a terminal stands escaped."""
    text = json.dumps(value, ensure_ascii=False, indent=indent, default=default)
    if text.isascii() and "\x7f" not in text:
        return text
    return "".join(_escaped(character) for character in text)


def _escaped(character: str) -> str:
    return character if character == "\n" or _shown(character) == character else json.dumps(character)[1:-1]


def number(value: int) -> str:
    """A count with thousands separators."""
    return f"{value:,}"


def count(value: int, one: str, many: str) -> str:
    """A count with its noun: `1 person`, `4,812 people`."""
    return f"{number(value)} {one if value == 1 else many}"


def duration(seconds: float) -> str:
    """A duration as people say it."""
    if seconds < 10:
        return f"{seconds:.1f} seconds"
    if seconds < 120:
        return f"{seconds:.0f} seconds"
    return f"{seconds / 60:.0f} minutes"


def moment(value: datetime | None) -> str:
    """A moment to the minute in the reader's time zone, or nothing."""
    if value is None:
        return ""
    aware = value if value.tzinfo else value.replace(tzinfo=UTC)
    return aware.astimezone().strftime("%Y-%m-%d %H:%M")


def lines(numbers: Sequence[int], *, more: bool) -> str:
    """The first lines on which something happened: `line 5`, `lines 5, 9, 12 ...`."""
    if not numbers:
        return ""
    listed = ", ".join(number(line) for line in numbers)
    word = "line" if len(numbers) == 1 and not more else "lines"
    return f"{word} {listed}{' ...' if more else ''}"
