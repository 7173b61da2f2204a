"""Which judge and which fast path a column has, by its field, its type and how the whole column writes its values."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum
from functools import partial

from leadport.domain.fields import FIELDS
from leadport.domain.mapping import Assignment, FieldType
from leadport.engine.address import Address, parse_address
from leadport.engine.custom_json import parse_object
from leadport.engine.dates import DateStyle, parse_date
from leadport.engine.fast_paths import (
    Sorted,
    sort_dates,
    sort_decimals,
    sort_links,
    sort_nothing,
    sort_phones,
    sort_texts,
    sort_whole_numbers,
)
from leadport.engine.memory import remembering
from leadport.engine.number_values import parse_number
from leadport.engine.plain_values import parse_phone, parse_url, parse_yes_no
from leadport.engine.source_status import MOMENT_KINDS, OK, Flag, column_flag, read_consent, read_moment, read_status
from leadport.engine.tag_cells import split_cell
from leadport.engine.text_column import TextColumn
from leadport.engine.text_values import Parsed, clean_code, clean_text

CUSTOM = "custom:"
"""What the field of an assignment to a custom field starts with."""


class Kind(StrEnum):
    """How the texts of a column are understood."""

    TEXT = "text"
    CODE = "code"
    ADDRESS = "address"
    EMAIL = "email"
    PHONE = "phone"
    NUMBER = "number"
    DATE = "date"
    YES_NO = "yes_no"
    URL = "url"
    CONSENT = "consent"
    STATUS = "status"
    NAMES = "names"
    JSON = "json"


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnStyle:
    """What was learnt from all values of the column."""

    date: DateStyle = field(default_factory=DateStyle)
    decimal_mark: str = "."
    separator: str = ","


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """What a judge says of one text: `status` is a kind of leaving, `names` the tags or lists in it."""

    value: str | None = None
    bad: bool = False
    repair: str | None = None
    status: str | None = None
    names: tuple[str, ...] | None = None


_TYPES = {
    FieldType.TEXT: Kind.TEXT,
    FieldType.CHOICE: Kind.TEXT,
    FieldType.EMAIL: Kind.EMAIL,
    FieldType.PHONE: Kind.PHONE,
    FieldType.NUMBER: Kind.NUMBER,
    FieldType.DATE: Kind.DATE,
    FieldType.YES_NO: Kind.YES_NO,
    FieldType.URL: Kind.URL,
}
_FIELDS = {
    "zip": Kind.CODE,
    "zip_home": Kind.CODE,
    "external_id": Kind.CODE,
    "email": Kind.ADDRESS,
    "email_secondary": Kind.ADDRESS,
    "status": Kind.STATUS,
    "opt_out": Kind.STATUS,
    "consent_email": Kind.CONSENT,
    "consent_sms": Kind.CONSENT,
    "tags": Kind.NAMES,
    "lists": Kind.NAMES,
    "custom_json": Kind.JSON,
}


def kind_of(*, field: str, value_type: FieldType) -> Kind:
    """The kind of a column matched to `field`; `value_type` counts for custom fields only."""
    if field in _FIELDS:
        return _FIELDS[field]
    return _TYPES[value_type if field.startswith(CUSTOM) else FIELDS[field].type]


def judge_of(*, assignment: Assignment, style: ColumnStyle) -> Callable[[str], Judged]:
    """The judge of any column but those with the addresses of people (`address_column.py`); it remembers texts."""
    return remembering(_judge_of(assignment, style))


def _judge_of(assignment: Assignment, style: ColumnStyle) -> Callable[[str], Judged]:
    kind = kind_of(field=assignment.field, value_type=assignment.type)
    if kind is Kind.NUMBER:
        return partial(_number, mark=style.decimal_mark)
    if kind is Kind.DATE:
        return partial(_date, style=style.date, moment=MOMENT_KINDS.get(assignment.field))
    if kind is Kind.STATUS:
        return partial(_status, flag=column_flag(field=assignment.field, column=assignment.column))
    if kind is Kind.CONSENT:
        return partial(_consent, signal=assignment.field == "consent_email")
    if kind is Kind.NAMES:
        return partial(_names, separator=style.separator)
    return _PLAIN[kind]


def fast_path_of(*, kind: Kind, style: ColumnStyle) -> Callable[[TextColumn], Sorted]:
    """What spares the judge most of the texts of a column."""
    if kind is Kind.NUMBER:
        return sort_decimals if style.decimal_mark == "." else sort_whole_numbers
    return _FAST.get(kind, sort_nothing)


def _of(parsed: Parsed) -> Judged:
    return Judged(value=parsed.value, bad=parsed.bad, repair=parsed.repair)


def _text(text: str) -> Judged:
    return _of(clean_text(text))


def _code(text: str) -> Judged:
    return _of(clean_code(text))


def _phone(text: str) -> Judged:
    return _of(parse_phone(text))


def _url(text: str) -> Judged:
    return _of(parse_url(text))


def _yes_no(text: str) -> Judged:
    return _of(parse_yes_no(text))


def _json(text: str) -> Judged:
    return _of(parse_object(text))


def _number(text: str, *, mark: str) -> Judged:
    return _of(parse_number(text, mark=mark))


def _date(text: str, *, style: DateStyle, moment: str | None) -> Judged:
    parsed = parse_date(text, style=style)
    status = read_moment(text, kind=moment) if moment else None
    return Judged(value=parsed.value, bad=parsed.bad, repair=parsed.repair, status=status)


def _status(text: str, *, flag: Flag) -> Judged:
    found = read_status(text, flag=flag)
    return Judged(status=found.value, bad=found.bad)


def _consent(text: str, *, signal: bool) -> Judged:
    found = read_consent(text)
    status = read_status(text, flag=Flag(yes=OK, no="not_subscribed")).value if signal else None
    return Judged(value=found.value, bad=found.bad, repair=found.repair, status=status)


def _names(text: str, *, separator: str) -> Judged:
    return Judged(names=split_cell(text, separator=separator) or None)


def _email(text: str) -> Judged:
    found = parse_address(text)
    if isinstance(found, Address):
        return Judged(value=found.email)
    return Judged(bad=found.reason != "email_missing")


_PLAIN = {
    Kind.TEXT: _text,
    Kind.CODE: _code,
    Kind.PHONE: _phone,
    Kind.URL: _url,
    Kind.YES_NO: _yes_no,
    Kind.JSON: _json,
    Kind.EMAIL: _email,
}
_FAST = {
    Kind.TEXT: sort_texts,
    Kind.CODE: sort_texts,
    Kind.PHONE: sort_phones,
    Kind.URL: sort_links,
    Kind.DATE: sort_dates,
}
