"""What is an email address: the definition that every faster path must agree with.

Syntax is RFC 5321, 5322 and 6531 with the usual limits, through email-validator without any look-up. Two keys come out:
`email_key` says who somebody is, `mailbox_key` which mailbox is reached (see `mailbox.py`).
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache

import email_validator

from leadport.engine.address_text import addresses_in
from leadport.engine.data_files import word_list
from leadport.engine.mailbox import mailbox_key
from leadport.engine.typos import likely_domain

MOST_OCTETS = 254
MOST_LOCAL_OCTETS = 64
_FAR_TOO_LONG = 1000

_FORBIDDEN = re.compile(r'[\s\x00-\x1f\x7f-\x9f<>()\[\]:;,\\"\u202a-\u202e\u2066-\u2069]')
_IP_DOMAIN = re.compile(r"\[.*\]?|\d{1,3}(?:\.\d{1,3}){3}", re.DOTALL)
_DIRECTORY_PATH = re.compile(r"'?(?:(?:ex|x500|x400):)?/(?:o|c|cn)=", re.IGNORECASE)
_NOTHING = frozenset(word_list(name="no_address")) | {"", "#n/a"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """A usable address.

    `email` is what will be written to: as typed, with the domain in lower case and all of it in NFC.
    `email_key` has the domain in A-label form and the local part case-folded (rule SU-2).
    `repairs` are note codes, `second` the other addresses of the cell, `suggestion` the address that was probably
    meant.
    """

    email: str
    email_key: str
    mailbox_key: str
    repairs: tuple[str, ...] = ()
    second: tuple[str, ...] = ()
    suggestion: str | None = None

    @property
    def domain(self) -> str:
        """The domain in A-label form."""
        return self.email_key.rpartition("@")[2]


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """Why a text is no usable address: a code of `domain/reasons.py`."""

    reason: str


def parse_address(text: str) -> Address | Fault:
    """The first usable address of a cell, repaired where that is safe, or why there is none."""
    if _DIRECTORY_PATH.match(text.lstrip()):
        return Fault(reason="email_internal")
    found = addresses_in(text)
    judged = [_judge(candidate) for candidate in found.texts]
    usable = [one for one in judged if isinstance(one, Address)]
    if not usable:
        return judged[0]
    first = usable[0]
    others = {one.email_key: one.email for one in usable[1:] if one.email_key != first.email_key}
    repairs = (*found.repairs, "second_address") if others else found.repairs
    return Address(
        email=first.email,
        email_key=first.email_key,
        mailbox_key=first.mailbox_key,
        repairs=repairs,
        second=tuple(others.values()),
        suggestion=_suggestion(first),
    )


def _judge(text: str) -> Address | Fault:
    fault = _early_fault(text)
    if fault:
        return Fault(reason=fault)
    local, _, domain = text.rpartition("@")
    try:
        checked = _checked(text)
    except email_validator.EmailNotValidError:
        return Fault(reason=_late_fault(domain))
    email = f"{unicodedata.normalize('NFC', local)}@{checked.domain}"
    key = f"{unicodedata.normalize('NFC', local.casefold())}@{checked.ascii_domain}"
    if "." not in (checked.ascii_domain or ""):
        return Fault(reason="email_domain")
    if is_placeholder(email_key=key):
        return Fault(reason="email_placeholder")
    if max(len(email.encode()), len(key.encode())) > MOST_OCTETS:
        return Fault(reason="email_too_long")
    return Address(email=email, email_key=key, mailbox_key=mailbox_key(email_key=key))


def _early_fault(text: str) -> str | None:
    """What is wrong at first sight, each with a reason of its own; the order is from plain to subtle."""
    local, at, domain = text.rpartition("@")
    if not at:
        return "email_missing" if text.casefold() in _NOTHING else "email_no_at"
    if "@" in local:
        return "email_quoted" if _is_quoted(local) else "email_many_at"
    return _fault_of_parts(text, local, domain)


def _fault_of_parts(text: str, local: str, domain: str) -> str | None:
    if is_placeholder(email_key=text.casefold()):
        return "email_placeholder"
    if _is_quoted(local):
        return "email_quoted"
    if _IP_DOMAIN.fullmatch(domain):
        return "email_ip_literal"
    if len(local.encode()) > MOST_LOCAL_OCTETS or len(text) > _FAR_TOO_LONG:
        return "email_too_long"
    return "email_characters" if _FORBIDDEN.search(text) else None


def _is_quoted(local: str) -> bool:
    return local.startswith('"') and local.endswith('"')


def _late_fault(domain: str) -> str:
    try:
        checked = _checked(f"a@{domain}")
    except email_validator.EmailNotValidError:
        return "email_domain"
    return "email_local_part" if checked.domain else "email_domain"


def _checked(text: str) -> email_validator.ValidatedEmail:
    # The test environment admits .test, which invented people use; .invalid, .local and .localhost stay refused.
    return email_validator.validate_email(text, check_deliverability=False, allow_smtputf8=True, test_environment=True)


def _suggestion(address: Address) -> str | None:
    likely = likely_domain(address.domain)
    return f"{address.email.rpartition('@')[0]}@{likely}" if likely else None


@cache
def placeholders() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """Whole addresses, local parts and domains that only programs and clerks without an address write."""
    lines = word_list(name="placeholders")
    domains = frozenset(line[1:] for line in lines if line.startswith("@"))
    locals_ = frozenset(line[:-1] for line in lines if line.endswith("@"))
    whole = frozenset(line for line in lines if not line.startswith("@") and not line.endswith("@"))
    return whole, locals_, domains


def is_placeholder(*, email_key: str) -> bool:
    """True when nobody can have this address, whatever its syntax says."""
    whole, locals_, domains = placeholders()
    local, _, domain = email_key.rpartition("@")
    return email_key in whole or local in locals_ or domain in domains
