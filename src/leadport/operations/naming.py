"""What a name of a list, tag, sequence, field or account may be."""

from __future__ import annotations

import unicodedata

from leadport.domain.refusal import Refusal

LONGEST_NAME = 200


class NameRefused(Refusal):
    """The name is blank, too long, or holds characters nobody can see."""

    code = "name_refused"


class NameTaken(Refusal):
    """Something of the same kind has this name already."""

    code = "name_taken"


class NameUnknown(Refusal):
    """Nothing of this kind has this name."""

    code = "name_unknown"


def checked_name(name: str) -> str:
    """The name in NFC with single blanks; raises NameRefused."""
    tidy = " ".join(unicodedata.normalize("NFC", name).split())
    if not tidy:
        raise NameRefused("A name needs at least one letter.")
    if len(tidy) > LONGEST_NAME:
        raise NameRefused(f"A name has at most {LONGEST_NAME} characters.")
    if any(unicodedata.category(character) in ("Cc", "Cs", "Co", "Cn") for character in tidy):
        raise NameRefused("A name may not hold control characters.")
    return tidy
