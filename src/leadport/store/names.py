"""When two names of lists, tags or accounts are the same name."""

from __future__ import annotations

import unicodedata


def name_key(name: str) -> str:
    """The form in which names are compared: NFC, case-folded, runs of white space as one blank."""
    return " ".join(unicodedata.normalize("NFC", name).casefold().split())
