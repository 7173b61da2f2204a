"""What is an address, what is repaired, and which reason a wrong one gets."""

from __future__ import annotations

import time

import pytest

from leadport.engine.address import Address, Fault, is_placeholder, parse_address


def _good(text: str) -> Address:
    found = parse_address(text)
    assert isinstance(found, Address), found
    return found


def _fault(text: str) -> str:
    found = parse_address(text)
    assert isinstance(found, Fault), found
    return found.reason


@pytest.mark.parametrize(
    ("text", "email", "repairs"),
    [
        ("ann@example.com", "ann@example.com", ()),
        ("Ann@EXAMPLE.com", "Ann@example.com", ()),
        ("\u00a0ann@example.com ", "ann@example.com", ("spaces",)),
        ("\ufeffann@example.com", "ann@example.com", ("invisible",)),
        ("ann @ example . com", "ann@example.com", ("spaces",)),
        ("Ann Lee <ann@example.com>", "ann@example.com", ("display_name",)),
        ('"Lee, Ann" <ann@example.com>', "ann@example.com", ("display_name",)),
        ("ann@example.com (home)", "ann@example.com", ("display_name",)),
        ("mailto:ann@example.com?subject=Hello", "ann@example.com", ("mailto",)),
        ("ann@example.com.", "ann@example.com", ("trailing_punctuation",)),
        ("ann@example.com;", "ann@example.com", ("trailing_punctuation",)),
        ("'ann@example.com", "ann@example.com", ("apostrophe",)),
        ('="ann@example.com"', "ann@example.com", ("formula_text",)),
        ('"ann@example.com"', "ann@example.com", ("surrounding_quotes",)),
        ("zoÃ«@example.com", "zoë@example.com", ("decoded_twice",)),
    ],
)
def test_what_stands_round_an_address_is_taken_off_and_noted(text: str, email: str, repairs: tuple[str, ...]) -> None:
    found = _good(text)
    assert (found.email, found.repairs) == (email, repairs)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "email_missing"),
        ("n/a", "email_missing"),
        ("nobody", "email_no_at"),
        ("a@@example.com", "email_many_at"),
        (".ann@example.com", "email_local_part"),
        ("ann..lee@example.com", "email_local_part"),
        ("ann@nowhere", "email_domain"),
        ("ann@-example.com", "email_domain"),
        ("ann@host.local", "email_domain"),
        ("ann@site.invalid", "email_domain"),
        ("a" * 65 + "@example.com", "email_too_long"),
        ("ann lee@example.com", "email_characters"),
        ("ann,lee@example.com", "email_characters"),
        ("ann\u202elee@example.com", "email_characters"),
        ("ann@[192.0.2.1]", "email_ip_literal"),
        ("ann@192.0.2.1", "email_ip_literal"),
        ('"ann lee"@example.com', "email_quoted"),
        ("not_unlocked@domain.com", "email_placeholder"),
        ("NoEmail@example.com", "email_placeholder"),
        ("/o=ExchangeLabs/ou=Group/cn=Recipients/cn=ann", "email_internal"),
    ],
)
def test_a_wrong_address_gets_the_reason_that_helps_to_mend_it(text: str, reason: str) -> None:
    assert _fault(text) == reason


@pytest.mark.parametrize(
    "text",
    [
        "ann@example.com, bob@example.org",
        "ann@example.com; bob@example.org",
        "ann@example.com / bob@example.org",
        "ann@example.com bob@example.org",
        "ann@example.com ::: bob@example.org",
        "ann@example.com\nbob@example.org",
        "ann@example.com and bob@example.org",
        "Ann <ann@example.com>, Bob <bob@example.org>",
    ],
)
def test_of_two_addresses_the_first_stands_and_the_other_is_kept(text: str) -> None:
    found = _good(text)
    assert found.email == "ann@example.com"
    assert found.second == ("bob@example.org",)
    assert "second_address" in found.repairs


def test_a_separator_that_is_part_of_an_address_does_not_split_it() -> None:
    assert _good("ann/lee@example.com").email == "ann/lee@example.com"


def test_invented_people_at_example_domains_and_test_domains_are_people() -> None:
    for text in ("ann@example.com", "ann@shop.example", "ann@site.test"):
        assert _good(text).email == text
        assert not is_placeholder(email_key=text)


def test_the_key_folds_case_and_international_domains_and_the_address_keeps_them() -> None:
    found = _good("Jürgen.Groß@Bücher.example")
    assert found.email == "Jürgen.Groß@bücher.example"
    assert found.email_key == "jürgen.gross@xn--bcher-kva.example"


def test_decomposed_letters_give_the_same_key_as_composed_ones() -> None:
    assert _good("zoe\u0308@example.com").email_key == _good("zo\u00eb@example.com").email_key


def test_the_mailbox_is_folded_but_not_the_key() -> None:
    found = _good("A.Nn+news@gmail.com")
    assert (found.email_key, found.mailbox_key) == ("a.nn+news@gmail.com", "ann@gmail.com")


def test_a_likely_typing_error_is_suggested_and_not_applied() -> None:
    found = _good("ann@gmial.com")
    assert found.email == "ann@gmial.com"
    assert found.suggestion == "ann@gmail.com"


@pytest.mark.parametrize(
    "unit", ["@", "<", "<a@", '"', "'", " a@b.co", "mailto:", "(@)", "<@>", ",@", "Ã«", "\u200b@", '="', "a.", ":::@"]
)
def test_a_hostile_cell_of_64_kilobytes_is_judged_at_once(unit: str) -> None:
    for text in (unit * (65536 // len(unit)), " " * 65000 + unit, "a" + " " * 65000 + unit + "@example.com"):
        began = time.process_time()
        parse_address(text)
        assert time.process_time() - began < 0.5
