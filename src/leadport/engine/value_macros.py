"""Makes the macros of `sql/values.sql` known to a connection, with the word lists of the Python modules filled in."""

from __future__ import annotations

import re

import duckdb
from email_validator import SPECIAL_USE_DOMAIN_NAMES

from leadport.engine.address import placeholders
from leadport.engine.mailbox import TAGGED_DOMAINS
from leadport.engine.names import SUFFIXES, TITLES
from leadport.engine.queries import fill, literal, queries
from leadport.engine.text_values import NO_VALUE, ODD_UNICODE

_MACROS = (
    "plain_address", "odd_text", "odd_phone", "odd_url", "odd_number", "odd_decimal", "plain_decimal",
    "odd_date", "plain_date", "odd_name", "plain_email", "plain_mailbox", "distinct_codes", "distinct_names",
)  # fmt: skip


def create_macros(*, connection: duckdb.DuckDBPyConnection) -> None:
    """Create every macro that `normalise` uses."""
    filled = {
        "doubtful": _doubtful(),
        "no_value": literal(_any(NO_VALUE)),
        "odd_unicode": literal(ODD_UNICODE),
        "titles": literal(f"(?i)^(?:{_any(TITLES)}) | (?:{_any(SUFFIXES)})$"),
        "tagged": literal(f"@(?:{_any(TAGGED_DOMAINS)})$"),
    }
    for name in _MACROS:
        connection.execute(fill(queries("values")[name], filled))


def _doubtful() -> str:
    """Addresses that look plain and may be none: placeholders, private networks, domains that IDNA has a say in."""
    whole, locals_, domains = placeholders()
    reserved = "|".join(sorted({*SPECIAL_USE_DOMAIN_NAMES} - {"test"}))
    pattern = "|".join(
        (
            f"^(?:{_any(locals_)})@",
            f"@(?:{_any(domains)})$",
            f"^(?:{_any(whole)})$",
            f"[@.](?:{reserved})$",
            "xn--",
            "[@.][^@.]{2}--",
        )
    )
    return pattern.replace("'", "''")


def _any(words: frozenset[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words))
