"""Yes and no, links, telephone numbers."""

from __future__ import annotations

import pytest

from leadport.engine.plain_values import parse_phone, parse_url, parse_yes_no


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Yes", "yes"),
        ("JA", "yes"),
        ("oui", "yes"),
        ("да", "yes"),
        ("1", "yes"),
        ("TRUE", "yes"),
        ("no", "no"),
        ("Nein", "no"),
        ("não", "no"),
        ("0", "no"),
        ("false", "no"),
    ],
)
def test_yes_and_no_are_read_in_many_languages(text: str, value: str) -> None:
    assert parse_yes_no(text).value == value


def test_other_words_are_neither_yes_nor_no() -> None:
    assert parse_yes_no("maybe").bad
    assert not parse_yes_no(" ").bad


@pytest.mark.parametrize(
    "text", ["https://example.com/a?b=1", "example.com", "www.bücher.example/x", "http://intranet"]
)
def test_web_addresses_are_kept_as_typed(text: str) -> None:
    assert parse_url(text).value == text


@pytest.mark.parametrize(
    "text", ["javascript:alert(1)", "none yet", "ann@example.com", "https://a b", "data:text/html,x"]
)
def test_what_is_no_web_address_is_bad(text: str) -> None:
    assert parse_url(text).bad


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("'+61412000999", "+61412000999"),
        ("tel:+49 30 123", "+49 30 123"),
        ("491512345678.0", "491512345678"),
        ("(030) 12-34 ext. 5", "(030) 12-34 ext. 5"),
    ],
)
def test_telephone_numbers_lose_only_what_programs_added(text: str, value: str) -> None:
    assert parse_phone(text).value == value


@pytest.mark.parametrize("text", ["on request", "4.91512E+11", "1" * 41])
def test_what_nobody_could_dial_is_bad(text: str) -> None:
    assert parse_phone(text).bad
