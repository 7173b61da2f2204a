"""Whatever a fast path lets through, the judge in Python would have given back in the same form."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pyarrow as pa
from hypothesis import given, settings
from hypothesis import strategies as st

from leadport.engine.address import Address, parse_address
from leadport.engine.address_column import judge_addresses
from leadport.engine.dates import DateStyle, Order, parse_date
from leadport.engine.fast_paths import (
    Sorted,
    odd_names,
    sort_dates,
    sort_decimals,
    sort_links,
    sort_phones,
    sort_texts,
    sort_whole_numbers,
)
from leadport.engine.marks import repair_codes
from leadport.engine.names import split_name
from leadport.engine.number_values import parse_number
from leadport.engine.plain_values import parse_phone, parse_url
from leadport.engine.text_column import TextColumn, text_column
from leadport.engine.text_values import Parsed, clean_text

some = settings(max_examples=60, deadline=None)

_PIECES = [
    "ann",
    "Lee",
    "a",
    "1",
    "+",
    "-",
    "_",
    ".",
    "..",
    "@",
    "gmail.com",
    "googlemail.com",
    "outlook.com",
    "proton.me",
]
_PIECES += [
    "example.com",
    "Example.COM",
    "x.test",
    "b.local",
    "xn--bcher-kva.example",
    "ab--c.example",
    "noemail",
    "é",
    " ",
]
_PIECES += [
    "'",
    '"',
    "<",
    ",",
    "none@none.com",
    "\u00a0",
    "host",
    ".c",
    ".museum",
    "=",
    "x" * 30,
    "gmial.com",
    "Gmail.com",
]
_BITS = [
    "Ann",
    "'",
    "=",
    "+61",
    "0",
    "-",
    " ",
    "\t",
    "\n",
    "Ã«",
    "Ã",
    "é",
    "e\u0301",
    "\u00a0",
    "\ufeff",
    "N/A",
    "NULL",
    '="x"',
]
_BITS += ["MALMÖ–", "Ð˜Ð²", "花", "\u2009", "\x0b", "\x1f", "\u200b", "\u0085", "#REF!", "—", "\\N"]
# NUL never reaches a cell: the reader fails such records.
free = st.text(st.characters(codec="utf-8", exclude_characters="\x00"), max_size=12)
bits = st.lists(st.sampled_from(_BITS), max_size=5).map("".join)


def cells(*kinds: st.SearchStrategy[str]) -> st.SearchStrategy[list[str]]:
    return st.lists(st.one_of(*kinds, bits, free), min_size=1, max_size=30)


addresses = cells(
    st.lists(st.sampled_from(_PIECES), max_size=8).map("".join),
    st.from_regex(r"[A-Za-z0-9._+-]{1,12}@[A-Za-z0-9.-]{1,20}\.[A-Za-z]{2,5}", fullmatch=True),
)
numbers = cells(
    st.from_regex(r"-?[0-9]{1,6}([.,][0-9]{1,5}){0,2}", fullmatch=True), st.floats(allow_nan=False).map(str)
)
moments = cells(
    st.datetimes().map(str),
    st.dates().map(str),
    st.from_regex(r"[12][0-9]{3}-[01][0-9]-[0-3][0-9]([ T][0-2][0-9]:[0-6][0-9](:[0-6][0-9])?)?", fullmatch=True),
)
phones = cells(st.from_regex(r"[+(]?[0-9() /.-]{1,20}", fullmatch=True))
links = cells(st.from_regex(r"https?://[!-~]{0,20}", fullmatch=True))
names = cells(st.from_regex(r"[A-Z][a-z]{0,4} [A-Z][a-z]{0,4}", fullmatch=True), st.sampled_from(["Dr Lee", "Ann Phd"]))


def _agrees(texts: list[str], sort: Callable[[TextColumn], Sorted], judge: Callable[[str], Parsed]) -> None:
    found = sort(text_column(pa.array(texts, pa.string())))
    for text, odd, value in zip(texts, found.odd.tolist(), found.values.to_pylist(), strict=True):
        if text and not odd:
            assert judge(text) == Parsed(value=value), text


@some
@given(texts=bits | st.none() | free, more=cells())
def test_a_text_that_is_not_odd_needs_no_cleaning(texts: str | None, more: list[str]) -> None:
    _agrees([*more, texts or ""], sort_texts, clean_text)


@some
@given(texts=numbers)
def test_a_number_that_is_not_odd_is_canonical_at_once(texts: list[str]) -> None:
    for mark in ",.":
        _agrees(texts, sort_whole_numbers, partial(parse_number, mark=mark))
    _agrees(texts, sort_decimals, partial(parse_number, mark="."))


@some
@given(texts=moments)
def test_a_date_that_is_not_odd_is_canonical_at_once(texts: list[str]) -> None:
    for order in Order:
        _agrees(texts, sort_dates, partial(parse_date, style=DateStyle(order=order)))


@some
@given(texts=phones)
def test_a_telephone_number_that_is_not_odd_stays_as_it_is(texts: list[str]) -> None:
    _agrees(texts, sort_phones, parse_phone)


@some
@given(texts=links)
def test_a_link_that_is_not_odd_stays_as_it_is(texts: list[str]) -> None:
    _agrees(texts, sort_links, parse_url)


@some
@given(texts=names)
def test_a_name_that_is_not_odd_is_two_words(texts: list[str]) -> None:
    odd = odd_names(text_column(pa.array(texts, pa.string()))).tolist()
    for text, is_odd in zip(texts, odd, strict=True):
        if text and not is_odd:
            name = split_name(text)
            assert [name.first, name.last] == text.split(" ")


@settings(max_examples=150, deadline=None)
@given(texts=addresses)
def test_a_column_of_addresses_is_what_its_texts_are_one_by_one(texts: list[str]) -> None:
    found = judge_addresses(texts=text_column(pa.array(texts, pa.string())))
    told = zip(
        found.email.to_pylist(),
        found.email_key.to_pylist(),
        found.mailbox_key.to_pylist(),
        found.faults.to_pylist(),
        repair_codes(found.repairs).to_pylist(),
        found.second.to_pylist(),
        found.suggestions.to_pylist(),
        strict=True,
    )
    for text, (email, key, mailbox, fault, repairs, second, suggestion) in zip(texts, told, strict=True):
        parsed = parse_address(text)
        if isinstance(parsed, Address):
            assert (email, key, mailbox) == (parsed.email, parsed.email_key, parsed.mailbox_key)
            assert (repairs or "") == ",".join(sorted(set(parsed.repairs)))
            assert tuple(second or ()) == parsed.second
            assert (fault, suggestion) == (None, parsed.suggestion)
        else:
            assert (email, key, mailbox) == (None, None, None)
            assert (fault or "email_missing") == parsed.reason
