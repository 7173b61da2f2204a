"""The plain text of a cell: what spreadsheets, databases and wrong decoders put into it is taken out again."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from leadport.engine.decoded_twice import MARKED, restored

NO_VALUE = frozenset(
    {"-", "--", "---", "—", "–", "N/A", "n/a", "#N/A", "NULL", "null", "(null)", "<null>", "\\N", "NaN", "undefined",
     "#REF!", "#VALUE!", "#NAME?", "#DIV/0!", "#NULL!", "#NUM!"}
)  # fmt: skip
"""What programs write for "nothing". `Null`, `None` and `NA` are a surname, an answer and a country, so not here."""

_UNSEEN = "\ufeff\u200b\u2060\u00ad"
_DROP_UNSEEN = dict.fromkeys(map(ord, _UNSEEN))
_FORMULA = re.compile(r'=\s*"(.*)"', re.DOTALL)
_PUT_IN = re.compile(r"'[-+=@0-9]")

ODD_UNICODE = (
    f"[\u0080-\u00a0{_UNSEEN}\u0300-\u036f\u1100-\u11ff\u1680\u2000-\u200b\u2028\u2029\u202f\u205f\u3000]|{MARKED}"
)
"""RE2 pattern: text outside ASCII in which this finds nothing is clean, apart from its first and last character."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Parsed:
    """The canonical value (None: blank), whether the text did not fit, and the code of the one repair worth telling."""

    value: str | None
    bad: bool = False
    repair: str | None = None


def clean_text(text: str) -> Parsed:
    """The value somebody meant, in NFC, without blanks round it.

    An apostrophe goes only where spreadsheets need one (before + - = @ or a digit), so 't Hooft stays; `="0123"`
    becomes 0123.
    """
    repair: str | None = None
    now = (text if text.isascii() else text.translate(_DROP_UNSEEN)).strip()
    formula = _FORMULA.fullmatch(now)
    if formula:
        now, repair = formula[1].replace('""', '"').strip(), "formula_text"
    elif _PUT_IN.match(now):
        now, repair = now[1:].lstrip(), "apostrophe"
    if not now.isascii():
        before = restored(now)
        if before is not None:
            now, repair = before.strip(), "decoded_twice"
        now = unicodedata.normalize("NFC", now)
    if not now or now in NO_VALUE:
        return Parsed(value=None)
    return Parsed(value=now, repair=repair)


def clean_code(text: str) -> Parsed:
    """As `clean_text`, for postal codes, ids and telephone numbers, which never begin with an apostrophe."""
    cleaned = clean_text(text)
    value = cleaned.value
    if value is None or not value.startswith("'"):
        return cleaned
    return Parsed(value=value.lstrip("'").strip() or None, repair="apostrophe")
