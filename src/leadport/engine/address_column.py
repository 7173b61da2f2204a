"""One column of addresses: plain ones by their form, all others through `parse_address`, each distinct one once."""

from __future__ import annotations

import re
from dataclasses import dataclass

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from email_validator import SPECIAL_USE_DOMAIN_NAMES

from leadport.engine.address import Address, Fault, parse_address, placeholders
from leadport.engine.mailbox import DOTLESS_DOMAINS, mailbox_key
from leadport.engine.marks import repair_bits
from leadport.engine.memory import remembering
from leadport.engine.text_column import Bools, Ints, TextColumn, flags, replaced, scattered
from leadport.engine.typos import LONGEST, SHORTEST, likely_domain

# An address to which parse_address would do nothing but lower the case of its domain. It has at most 64 characters in
# all, so that no part of it can be too long.
_PLAIN = (
    r"^[A-Za-z0-9_][A-Za-z0-9_+-]*(?:\.[A-Za-z0-9_+-]+)*"
    r"@(?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?\.)+[A-Za-z]{2,}$"
)
_LONGEST_PLAIN = 64
_parsed = remembering(parse_address)
_UPPER, _LOWER, _CASE = ord("A"), ord("Z"), 32


@dataclass(frozen=True, slots=True, kw_only=True)
class AddressColumn:
    """Email, keys and mailbox of every record (NULL without one), and what is to be told of some.

    `faults` are reasons and `suggestions` addresses, NULL for most; `second` are the other addresses of a cell;
    `repairs` are bits.
    """

    texts: TextColumn
    email: pa.Array
    email_key: pa.Array
    mailbox_key: pa.Array
    faults: pa.Array
    repairs: Ints
    second: pa.Array
    suggestions: pa.Array


def judge_addresses(*, texts: TextColumn) -> AddressColumn:
    """Judge every text of the column."""
    key = pc.ascii_lower(texts.array)
    plain = is_plain(texts=texts, key=key)
    odd = texts.filled & ~plain
    rows = np.flatnonzero(odd)
    encoded = texts.array.take(pa.array(rows)).dictionary_encode()
    found = [_parsed(text) for text in encoded.dictionary.to_pylist()]
    good = [each if isinstance(each, Address) else None for each in found]

    def told(values: list[str | None]) -> pa.Array:
        return pa.array(values, pa.string()).take(encoded.indices)

    second = pa.array([each.second or None if each else None for each in good], pa.list_(pa.string()))
    repairs = np.zeros(len(texts), dtype=np.int64)
    if len(rows):
        bits = np.array([repair_bits(",".join(each.repairs)) if each else 0 for each in good], dtype=np.int64)
        repairs[rows] = bits[encoded.indices.to_numpy()]
    count = len(texts)
    faults = told([each.reason if isinstance(each, Fault) else None for each in found])
    suggestions = told([each.suggestion if each else None for each in good])
    return AddressColumn(
        texts=texts,
        email=replaced(with_lower_domain(texts), odd, told([each.email if each else None for each in good])),
        email_key=replaced(key, odd, told([each.email_key if each else None for each in good])),
        mailbox_key=replaced(plain_mailboxes(key), odd, told([each.mailbox_key if each else None for each in good])),
        faults=scattered(count, rows, faults, pa.string()),
        repairs=repairs,
        second=scattered(count, rows, second.take(encoded.indices), second.type),
        suggestions=scattered(count, rows, suggestions, pa.string()),
    )


def is_plain(*, texts: TextColumn, key: pa.Array) -> Bools:
    """Which texts need no look by Python; `key` are the texts in lower case."""
    plain = texts.matching(_PLAIN) & (texts.lengths <= _LONGEST_PLAIN)
    plain &= ~flags(pc.match_substring_regex(key, _DOUBTFUL))
    rows = np.flatnonzero(plain)
    if len(rows):
        # A plain address has exactly one @, so every second piece is a domain.
        pieces = pc.split_pattern(key.take(pa.array(rows)), "@").flatten()
        domains = pieces.take(pa.array(np.arange(1, len(pieces), 2)))
        slips = [domain for domain in domains.unique().to_pylist() if SHORTEST <= len(domain) <= LONGEST]
        slips = [domain for domain in slips if likely_domain(domain)]
        if slips:
            plain[rows] = ~flags(pc.is_in(domains, value_set=pa.array(slips, pa.string())))
    return plain


def with_lower_domain(texts: TextColumn) -> pa.Array:
    """The texts with everything behind their first @ in lower case (ASCII letters)."""
    at = pc.fill_null(pc.find_substring(texts.array, "@"), -1).to_numpy(zero_copy_only=False).astype(np.int64)
    rows = np.flatnonzero(at >= 0)
    upper = (texts.data >= _UPPER) & (texts.data <= _LOWER)
    if not len(rows) or not upper.any():
        return texts.array
    edges = np.zeros(len(texts.data) + 1, dtype=np.int8)
    edges[texts.starts[rows] + at[rows]] += 1
    # Texts do not overlap, so no place can be the end of two of them; it may be the beginning of the next.
    edges[texts.ends[rows]] -= 1
    data = texts.data.copy()
    data[(np.cumsum(edges[:-1], dtype=np.int8) > 0) & upper] += _CASE
    validity, offsets, _ = texts.array.buffers()
    return pa.StringArray.from_buffers(len(texts), offsets, pa.py_buffer(data.tobytes()), validity)


def plain_mailboxes(key: pa.Array) -> pa.Array:
    """The mailboxes behind plain addresses in lower case (rule SU-3, see mailbox.py)."""
    mailboxes = key
    for domain in sorted(DOTLESS_DOMAINS):
        where = flags(pc.ends_with(key, f"@{domain}"))
        if where.any():
            local = pc.utf8_slice_codeunits(key.filter(pa.array(where)), 0, -len(domain) - 1)
            local = pc.replace_substring(pc.replace_substring_regex(local, r"\+.*", ""), ".", "")
            mailboxes = replaced(mailboxes, where, pc.binary_join_element_wise(local, "@gmail.com", ""))
    where = flags(pc.match_substring(key, "+"))
    if where.any():
        folded = [mailbox_key(email_key=each) for each in key.filter(pa.array(where)).to_pylist()]
        mailboxes = replaced(mailboxes, where, pa.array(folded, pa.string()))
    return mailboxes


def _any(words: frozenset[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words))


def _doubtful() -> str:
    """Addresses that look plain and may be none: placeholders, private networks, domains that IDNA has a say in."""
    whole, locals_, domains = placeholders()
    private = frozenset(SPECIAL_USE_DOMAIN_NAMES) - {"test"}
    words = f"^(?:{_any(locals_)})@|@(?:{_any(domains)})$|^(?:{_any(whole)})$|[@.](?:{_any(private)})$"
    return f"{words}|xn--|[@.][^@.]{{2}}--"


_DOUBTFUL = _doubtful()
