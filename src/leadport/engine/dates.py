"""Dates in canonical ISO 8601 text; the order of day and month holds for a whole column, never for one row."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone
from enum import StrEnum
from functools import cache

from leadport.engine.data_files import word_list
from leadport.engine.text_values import Parsed, clean_text


class Order(StrEnum):
    """Which number of 03/05/2024 is the day; `unknown` lets only dates through that read the same both ways."""

    DAY_FIRST = "day_first"
    MONTH_FIRST = "month_first"
    UNKNOWN = "unknown"


_LONGEST = 64
_TIME = (
    r"(?:[T, ]+(?:at )?(?P<hour>\d{1,2})[:.h](?P<minute>\d{2})(?::(?P<second>\d{2})(?:[.,]\d{1,9})?)?"
    r" ?(?P<half>[ap]\.?m\.?)?"
    r" ?(?P<zone>[A-Za-z]{1,5}|(?:GMT|UTC)?[+-]\d{2}(?::?\d{2})?)?(?: ?\([A-Za-z ]{1,40}\))?)?"
)
_WEEKDAY = r"(?:[^\W\d_]{2,12}\.?,? )?"
_FORMS = tuple(
    re.compile(form + _TIME, re.IGNORECASE)
    for form in (
        r"(?P<year>\d{4})(?P<gap>[-/.])(?P<month>\d{1,2})(?P=gap)(?P<day>\d{1,2})",
        r"(?P<year>(?:19|20)\d{2})(?P<month>\d{2})(?P<day>\d{2})",
        r"(?P<one>\d{1,2})(?P<gap>[-/.]) ?(?P<two>\d{1,2})(?P=gap) ?(?P<year>\d{4}|\d{2})",
        _WEEKDAY
        + r"(?P<day>\d{1,2})(?:st|nd|rd|th|\.|º)?(?: de)?[ -]?"
        + r"(?P<name>[^\W\d_]{3,12})\.?(?: de)?,?[ -]?(?P<year>\d{4}|\d{2})",
        _WEEKDAY + r"(?P<name>[^\W\d_]{3,12})\.? (?P<day>\d{1,2})(?:st|nd|rd|th)?,? (?P<year>\d{4})",
        r"(?P<year>\d{4})-(?P<name>[^\W\d_]{3,12})-(?P<day>\d{1,2})",
    )
)
_NO_DATE = re.compile(r"[0\s:/.T-]*Z?")
_EPOCH = re.compile(r"1\d{9}(?:\d{3})?")
_SERIAL = re.compile(r"([2-7]\d{4})(?:\.(\d{1,15}))?")
_SERIAL_ZERO = datetime(1899, 12, 30, tzinfo=UTC)
_HOURS = {
    "z": 0,
    "utc": 0,
    "gmt": 0,
    "est": -5,
    "edt": -4,
    "cst": -6,
    "cdt": -5,
    "mst": -7,
    "mdt": -6,
    "pst": -8,
    "pdt": -7,
    "bst": 1,
    "cet": 1,
    "cest": 2,
    "mez": 1,
    "mesz": 2,
    "eet": 2,
    "eest": 3,
    "msk": 3,
    "aest": 10,
    "aedt": 11,
}
_FIRST_YEAR, _LAST_YEAR = 1000, 2999


@dataclass(frozen=True, slots=True, kw_only=True)
class DateStyle:
    """How a whole column writes dates.

    `serials`: every value is a spreadsheet's day number. `birthday`: years lie well back.
    """

    order: Order = Order.UNKNOWN
    serials: bool = False
    birthday: bool = False


def parse_date(text: str, *, style: DateStyle) -> Parsed:
    """`2024-03-12`, `2024-03-12T09:14:00`, or with a known zone `2024-03-12T08:14:00Z` (RFC 3339 in UTC).

    Zero dates (0/0/00, 0000-00-00) are blank. Fractions of a second are dropped; an unknown zone name is bad.
    """
    cleaned = clean_text(text)
    value = cleaned.value
    if value is None or _NO_DATE.fullmatch(value):
        return Parsed(value=None, repair=cleaned.repair if value else None)
    found = _read(" ".join(value.split()), style) if len(value) <= _LONGEST else None
    return Parsed(value=found, bad=found is None, repair=cleaned.repair)


def _read(text: str, style: DateStyle) -> str | None:
    try:
        if style.serials and (serial := _SERIAL.fullmatch(text)):
            return _from_serial(serial)
        if _EPOCH.fullmatch(text):
            return _iso(datetime.fromtimestamp(int(text[:10]), tz=UTC), zone=True)
        for form in _FORMS:
            parts = form.fullmatch(text)
            if parts:
                return _from_parts(parts.groupdict(), style)
    except (ValueError, OverflowError):
        return None
    return None


def _from_serial(serial: re.Match[str]) -> str:
    day = _SERIAL_ZERO + timedelta(days=int(serial[1]))
    if serial[2] is None:
        return day.date().isoformat()
    seconds = round(float(f"0.{serial[2]}") * 86_400)
    return _iso(day + timedelta(seconds=seconds), zone=False)


def _from_parts(parts: dict[str, str | None], style: DateStyle) -> str | None:
    day = _day(parts, style)
    if day is None or not _FIRST_YEAR <= day.year <= _LAST_YEAR:
        return None
    if parts["hour"] is None:
        return day.isoformat()
    hour = _hour(int(parts["hour"]), parts["half"])
    moment = datetime(
        day.year, day.month, day.day, hour, int(parts["minute"] or 0), int(parts["second"] or 0), tzinfo=UTC
    )
    if parts["zone"] is None:
        return _iso(moment, zone=False)
    offset = _offset(parts["zone"])
    return None if offset is None else _iso(moment.replace(tzinfo=timezone(offset)).astimezone(UTC), zone=True)


def _day(parts: dict[str, str | None], style: DateStyle) -> date | None:
    year = _year(parts["year"] or "", style)
    if parts.get("one") is not None:
        return _ordered(year, int(parts["one"] or 0), int(parts["two"] or 0), style.order)
    name = parts.get("name")
    month = _months().get(name.casefold()) if name else int(parts["month"] or 0)
    return date(year, month, int(parts["day"] or 0)) if month else None


def _ordered(year: int, one: int, two: int, order: Order) -> date | None:
    if one == two:
        return date(year, one, two)
    if order is Order.UNKNOWN:
        return None
    return date(year, two, one) if order is Order.DAY_FIRST else date(year, one, two)


def _year(text: str, style: DateStyle) -> int:
    number = int(text)
    if len(text) > 2:
        return number
    # Two digits: POSIX reads 69 to 99 as the last century; nobody on a mailing list was born after 2015.
    newest = 15 if style.birthday else 68
    return number + (2000 if number <= newest else 1900)


def _hour(hour: int, half: str | None) -> int:
    if half is None:
        return hour
    if not 1 <= hour <= 12:
        raise ValueError
    return hour % 12 + (12 if half[0] in "pP" else 0)


def _offset(zone: str) -> timedelta | None:
    name = zone.casefold()
    if name in _HOURS:
        return timedelta(hours=_HOURS[name])
    digits = name.removeprefix("gmt").removeprefix("utc").replace(":", "")
    if not digits[1:].isdigit():
        return None
    hours, minutes = int(digits[1:3]), int(digits[3:] or 0)
    return timedelta(hours=hours, minutes=minutes) * (-1 if digits[0] == "-" else 1)


def _iso(moment: datetime, *, zone: bool) -> str:
    return moment.strftime("%Y-%m-%dT%H:%M:%S") + ("Z" if zone else "")


@cache
def _months() -> dict[str, int]:
    rows = (line.split() for line in word_list(name="months"))
    return {name: int(number) for number, *names in rows for name in names}
