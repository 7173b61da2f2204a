"""What one value looks like: an address, a telephone number, a date, a name, a country ..."""

from __future__ import annotations

import json
import re
from enum import StrEnum
from functools import lru_cache

from leadport.engine.known_words import known_words


class Look(StrEnum):
    """One value may look like several of these."""

    EMAIL = "email"
    DIRECTORY_PATH = "directory_path"
    PHONE = "phone"
    LONG_NUMBER = "long_number"
    NUMBER = "number"
    DATE = "date"
    YES_NO = "yes_no"
    COUNTRY = "country"
    REGION = "region"
    CITY = "city"
    GIVEN_NAME = "given_name"
    SURNAME = "surname"
    FULL_NAME = "full_name"
    PERSON = "person"
    ONE_WORD = "one_word"
    NAME_LETTERS = "name_letters"
    URL = "url"
    LINKEDIN = "linkedin"
    IP = "ip"
    ZIP = "zip"
    MAIL_STATUS = "mail_status"
    OTHER_STATUS = "other_status"
    SALUTATION = "salutation"
    GENDER = "gender"
    LANGUAGE = "language"
    JOB = "job"
    JSON = "json"
    LETTERS = "letters"


_ADDRESS = r"[^\s@<>,;:\"]+@[^\s@<>,;:\"]+\.(?:xn--[a-z0-9-]+|[^\s@<>,;.\"\d]{2,})\.?"
_EMAIL = re.compile(
    rf"(?:mailto:)?<?{_ADDRESS}>?(?:\s*(?:[,;|/]|:::|\s)\s*<?{_ADDRESS}>?)*[,;]?|[^@<>]*<\s*{_ADDRESS}\s*>|\[email.protected\]",
    re.IGNORECASE,
)
_DIRECTORY_PATH = re.compile(r"/o=.+/cn=.+", re.IGNORECASE)
_PHONE = re.compile(r"(?:tel:)?\+?[\d\s()./\u2010-\u2015-]{6,24}(?:\s?(?:x|ext\.?|#)\s?\d{1,6})?", re.IGNORECASE)
_PHONE_MARKS = re.compile(r"^(?:tel:)?\+|\(\d+\)|\d[ \u00a0/-]\d|^0\d{6,}|\d{3}\.\d{3}")
_NUMBER = re.compile(r"[-+]?(?:[€$£]\s?)?\d[\d.,'\u00a0 ]*\s?(?:%|€|\$|£|eur|usd)?", re.IGNORECASE)
_MONTH = r"(?:jan|feb|m[aä]r|apr|ma[iy]|jun|jul|aug|sep|o[ck]t|nov|de[cz])[a-zä]*\.?"
_TIME = (
    r"(?:[T\s,]+(?:at\s)?\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?\s?(?:[ap]\.?m\.?)?"
    r"\s?(?:z|[a-z]{3,4}|[+-]\d{2}:?\d{2})?)?"
)
_DATE = re.compile(
    rf"(?:\d{{4}}[-/.]\d{{1,2}}[-/.]\d{{1,2}}|\d{{1,2}}[-/.]\d{{1,2}}[-/.]\d{{2,4}}|0/0/00"
    rf"|\d{{1,2}}[-\s.]+{_MONTH}[-\s,.]+\d{{2,4}}|{_MONTH}\s+\d{{1,2}},?\s+\d{{4}}|--\d{{2}}-\d{{2}}){_TIME}",
    re.IGNORECASE,
)
_IP = re.compile(r"\d{1,3}(?:\.\d{1,3}){3}|[0-9a-f]{0,4}(?::[0-9a-f]{0,4}){2,7}", re.IGNORECASE)
_URL = re.compile(r"(?:https?://|www\.)\S+|(?:[\w-]+\.)+[a-z]{2,10}(?:/\S*)?", re.IGNORECASE)
_ZIP = re.compile(
    r"(?:[A-Z]{1,2}-)?\d{4,6}(?:-\d{3,4})?|\d{3} \d{2}|\d{2}-\d{3}|\d{4} ?[A-Z]{2}"
    r"|[A-Z]\d[A-Z] ?\d[A-Z]\d|[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}"
)
_NAME_LETTERS = re.compile(r"[^\W\d_][^\d_@#/\\:;<>=*+%&|]*")
_SPREADSHEET_MARK = re.compile(r"^=\"(.*)\"$|^'(?=[\d+=@-])(.*)$", re.DOTALL)
_INVISIBLE = re.compile("[\u200b-\u200f\u2060\ufeff]")


def clean(*, value: str) -> str:
    """The value without blanks round it, invisible characters and the marks spreadsheets put before numbers."""
    text = _INVISIBLE.sub("", value).strip() if not value.isascii() else value.strip()
    marked = _SPREADSHEET_MARK.match(text)
    return ((marked[1] if marked[1] is not None else marked[2]) or "").strip() if marked else text


@lru_cache(maxsize=65536)
def looks(value: str) -> frozenset[Look]:
    """Everything a cleaned, non-empty value looks like; values beyond 320 characters are only letters or JSON."""
    if len(value) > 320:
        return frozenset({Look.JSON} if _is_json(value) else {Look.LETTERS})
    if "@" in value and _EMAIL.fullmatch(value):
        return frozenset({Look.EMAIL})
    if value[0] in "{[" and _is_json(value):
        return frozenset({Look.JSON})
    found = _shapes(value) | _words(value.casefold().rstrip("."))
    if not found & {Look.NUMBER, Look.DATE, Look.URL, Look.IP, Look.PHONE}:
        found |= _names(value)
    return frozenset(found)


def _is_json(value: str) -> bool:
    """True for a JSON object; arrays and bare values are not what a column of custom fields holds."""
    try:
        return isinstance(json.loads(value), dict)
    except (ValueError, RecursionError):
        return False


def _shapes(value: str) -> set[Look]:
    """What the arrangement of digits and marks shows."""
    shapes = {
        Look.EMAIL: bool(_EMAIL.fullmatch(value)) if value.startswith("[") else False,
        Look.DIRECTORY_PATH: bool(_DIRECTORY_PATH.match(value)),
        Look.DATE: bool(_DATE.fullmatch(value)),
        Look.IP: bool(_IP.fullmatch(value)) and ("." in value or value.count(":") > 2 or "::" in value),
        Look.ZIP: bool(_ZIP.fullmatch(value)),
        Look.NUMBER: bool(_NUMBER.fullmatch(value)),
        Look.URL: bool(_URL.fullmatch(value)),
        Look.LINKEDIN: "linkedin.com/" in value.casefold(),
    }
    found = {look for look, holds in shapes.items() if holds}
    if found & {Look.DATE, Look.IP}:
        found.discard(Look.NUMBER)
    digits = sum(character.isdigit() for character in value)
    if 6 <= digits <= 16 and not found & {Look.DATE, Look.IP} and _PHONE.fullmatch(value):
        found.add(Look.PHONE if _PHONE_MARKS.search(value) and digits >= 7 else Look.LONG_NUMBER)
    return found


def _words(folded: str) -> set[Look]:
    """What the lists of known words show."""
    known = known_words()
    lists = {
        Look.YES_NO: known.yes_no,
        Look.COUNTRY: known.countries,
        Look.REGION: known.regions,
        Look.CITY: known.cities,
        Look.MAIL_STATUS: known.mail_status,
        Look.OTHER_STATUS: known.other_status,
        Look.SALUTATION: known.salutations,
        Look.GENDER: known.genders,
        Look.LANGUAGE: known.languages,
        Look.SURNAME: known.surnames,
    }
    found = {look for look, words in lists.items() if folded in words}
    if any(word.strip(",./()&") in known.jobs for word in folded.split()):
        found.add(Look.JOB)
    return found


def _names(value: str) -> set[Look]:
    """Whether it reads as letters, one word, a given name or the whole name of somebody."""
    if not _NAME_LETTERS.fullmatch(value):
        return {Look.LETTERS} if sum(character.isalpha() for character in value) * 2 > len(value) else set()
    found = {Look.LETTERS, Look.NAME_LETTERS}
    parts = value.replace(",", " ").split()
    if len(parts) == 1:
        found.add(Look.ONE_WORD)
    given = known_words().given_names
    if len(parts) in {1, 2} and {parts[0].casefold().split("-")[0], parts[-1].casefold().split("-")[0]} <= given:
        found.add(Look.GIVEN_NAME)
    if 2 <= len(parts) <= 5 and all(len(part) > 1 or part[0].isupper() for part in parts):
        found.add(Look.FULL_NAME)
        if not given.isdisjoint((parts[0].casefold(), parts[-1].casefold())):
            found.add(Look.PERSON)
    return found
