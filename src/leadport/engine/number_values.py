"""Numbers in canonical decimal text; what comma and point mean is known for the whole column."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from leadport.engine.text_values import Parsed, clean_text

_LONGEST = 64
_MONEY = re.compile(r"(?:[A-Z]{2,3}|kr|zł|Kč|[$€£¥₹₽₺₩¢%\u00a4])", re.IGNORECASE)
_BLANKS = re.compile(r"[\s'’_]")
_BODY = re.compile(r"[-+]?[0-9.,]*[0-9][0-9.,]*(?:[eE][-+]?[0-9]{1,2})?")
_GROUPED = {mark: re.compile(rf"[-+]?\d{{1,3}}(?:{re.escape(mark)}\d{{3}})+") for mark in ",."}
_INDIAN = re.compile(r"[-+]?\d{1,3}(?:,\d{2})*,\d{3}(?:\.\d+)?")


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberEvidence:
    """Counts of values in a column that can be read one way only: with a comma, or a point, before the decimals."""

    comma: int = 0
    point: int = 0


def decimal_mark(*, evidence: NumberEvidence) -> str:
    """What most of the clear values use, a comma or a point; a point where nothing is clear, as programs write it."""
    return "," if evidence.comma > evidence.point else "."


def parse_number(text: str, *, mark: str) -> Parsed:
    """Plain decimal text without grouping, leading or trailing zeros; currency signs and percent signs are left out.

    `1.234,56` and `1,234.56` are understood by their own marks; `1.234` by the column's. `(12.50)` is negative.
    """
    cleaned = clean_text(text)
    if cleaned.value is None:
        return Parsed(value=None)
    found = _canonical(cleaned.value, mark) if len(cleaned.value) <= _LONGEST else None
    return Parsed(value=found, bad=found is None, repair=cleaned.repair)


def _canonical(text: str, mark: str) -> str | None:
    bare = _MONEY.sub("", _BLANKS.sub("", text.replace("−", "-")), count=2)
    if bare.startswith("(") and bare.endswith(")"):
        bare = f"-{bare[1:-1]}"
    if not bare.isascii() or not _BODY.fullmatch(bare):
        return None
    plain = _ungrouped(bare, mark)
    try:
        number = Decimal(plain) if plain is not None else None
    except InvalidOperation:
        return None
    return None if number is None else _plain_text(number)


def _plain_text(number: Decimal) -> str:
    text = format(number, "f")
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text in {"-0", "0", ""} else text


def _ungrouped(text: str, mark: str) -> str | None:
    comma, point = text.rfind(","), text.rfind(".")
    if comma >= 0 and point >= 0:
        mark = "," if comma > point else "."
    elif comma >= 0 or point >= 0:
        used = "," if comma >= 0 else "."
        if text.count(used) > 1:
            mark = "." if used == "," else ","
        elif not _GROUPED[used].fullmatch(text):
            # One mark with other than three digits behind it can only be the decimal mark.
            mark = used
    group = "." if mark == "," else ","
    whole, _, rest = text.partition(mark)
    if group in rest or mark in rest:
        return None
    if group in whole and not (_GROUPED[group].fullmatch(whole) or _INDIAN.fullmatch(whole)):
        return None
    return f"{whole.replace(group, '')}.{rest}" if rest else whole.replace(group, "")
