"""The texts in a cell that should be addresses."""

from __future__ import annotations

from leadport.engine.address_text import addresses_in


def test_a_name_before_an_address_is_never_guessed_away() -> None:
    assert addresses_in("john smith@example.com").texts == ("john smith@example.com",)
    assert addresses_in("john,smith@example.com").texts == ("john,smith@example.com",)


def test_an_address_beside_one_in_brackets_is_kept_as_well() -> None:
    assert addresses_in("ann@example.com, Bob <bob@example.com>").texts == ("bob@example.com", "ann@example.com")


def test_an_unclosed_bracket_gives_what_follows_it() -> None:
    assert addresses_in("Ann <ann@example.com").texts == ("ann@example.com",)


def test_the_same_address_twice_is_one() -> None:
    assert addresses_in("ann@example.com, ann@example.com").texts == ("ann@example.com",)


def test_no_cell_gives_more_than_ten_addresses() -> None:
    assert len(addresses_in(";".join(f"p{number}@example.com" for number in range(50))).texts) == 10


def test_a_text_without_an_at_sign_comes_back_trimmed() -> None:
    assert addresses_in("  nobody ").texts == ("nobody",)
