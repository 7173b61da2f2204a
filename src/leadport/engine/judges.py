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
from leadport.engine.judge_functions import Judged
from leadport.engine.number_values import parse_number
from leadport.engine.plain_values import parse_phone, parse_url, parse_yes_no
from leadport.engine.source_status import MOMENT_KINDS, OK, Flag, column_flag, read_consent, read_moment, read_status
from leadport.engine.tag_cells import split_cell
from leadport.engine.text_values import Parsed, clean_text

CUSTOM = "custom:"
"""What the field of an assignment to a custom field starts with."""


class Kind(StrEnum):
    """How the texts of a column are understood."""

    TEXT = "text"
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
class Judge:
    """`odd` and `plain` are SQL over a cell {c}: which texts go to `judge`, and the value of the others."""

    odd: str
    plain: str
    judge: Callable[[str], Judged]


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


def judge_of(*, assignment: Assignment, style: ColumnStyle) -> Judge:
    """The judge of any column but those with the addresses of people, which have a table of their own."""
    kind = kind_of(field=assignment.field, value_type=assignment.type)
    if kind is Kind.NUMBER:
        point = style.decimal_mark == "."
        odd, plain = ("odd_decimal({c})", "plain_decimal({c})") if point else ("odd_number({c})", "{c}")
        return Judge(odd=odd, plain=plain, judge=partial(_number, mark=style.decimal_mark))
    if kind is Kind.DATE:
        judge = partial(_date, style=style.date, moment=MOMENT_KINDS.get(assignment.field))
        return Judge(odd="odd_date({c})", plain="plain_date({c})", judge=judge)
    if kind is Kind.STATUS:
        flag = column_flag(field=assignment.field, column=assignment.column)
        return _everything(partial(_status, flag=flag))
    if kind is Kind.CONSENT:
        return _everything(partial(_consent, signal=assignment.field == "consent_email"))
    if kind is Kind.NAMES:
        return _everything(partial(_names, separator=style.separator))
    return _PLAIN[kind]


def _everything(judge: Callable[[str], Judged]) -> Judge:
    """For columns with few different texts: every one of them goes to Python."""
    return Judge(odd="true", plain="NULL", judge=judge)


def _of(parsed: Parsed) -> Judged:
    return Judged(value=parsed.value, bad=parsed.bad, repair=parsed.repair)


def _text(text: str) -> Judged:
    return _of(clean_text(text))


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
    Kind.TEXT: Judge(odd="odd_text({c})", plain="{c}", judge=_text),
    Kind.PHONE: Judge(odd="odd_phone({c})", plain="{c}", judge=_phone),
    Kind.URL: Judge(odd="odd_url({c})", plain="{c}", judge=_url),
    Kind.YES_NO: _everything(_yes_no),
    Kind.JSON: _everything(_json),
    Kind.EMAIL: Judge(odd="NOT plain_address({c})", plain="plain_email({c})", judge=_email),
}
