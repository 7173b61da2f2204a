"""Cells that hold several values: tags, lists, groups, labels."""

from __future__ import annotations

import csv
import re

from leadport.engine.text_values import NO_VALUE, clean_text

SEPARATORS = (" ::: ", "|", ";", ",", "\n")
"""The usual ones, the most telling first: a comma may stand inside a name when one of the others is in use."""

LONGEST_NAME = 200
_MOST_NAMES = 500
_QUOTED = re.compile(r'\s*"')


def split_cell(text: str, *, separator: str) -> tuple[str, ...]:
    """The names in a cell, trimmed and distinct (whatever their case), in order; longer ones than 200 letters are cut.

    Quoted names keep separators (`"VIP","Berlin, Mitte"`), and the star that Google puts before its own groups
    (`* My Contacts`) is taken off.
    """
    cleaned = clean_text(text).value
    if cleaned is None:
        return ()
    distinct: dict[str, str] = {}
    for part in _parts(cleaned, separator):
        name = _tidied(part)
        if name:
            distinct.setdefault(name.casefold(), name)
    return tuple(distinct.values())[:_MOST_NAMES]


def _parts(text: str, separator: str) -> list[str]:
    if separator == "," and text.startswith("[") and text.endswith("]"):
        text = text[1:-1]
    if len(separator.strip()) == 1 and _QUOTED.match(text):
        try:
            rows = list(csv.reader([text.replace("\n", " ")], delimiter=separator.strip(), skipinitialspace=True))
        except csv.Error:
            return text.split(separator)
        return [cell for row in rows for cell in row]
    return text.split(separator.strip() or separator)


def _tidied(part: str) -> str:
    name = part.strip().strip('"').removeprefix("* ").strip()
    name = " ".join(name.split())
    return "" if name in NO_VALUE else name[:LONGEST_NAME].rstrip()
