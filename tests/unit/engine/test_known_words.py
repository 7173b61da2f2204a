"""The word lists are whole and folded."""

from __future__ import annotations

from dataclasses import astuple

from leadport.engine.known_words import known_words


def test_every_list_has_words_and_all_are_case_folded() -> None:
    for words in astuple(known_words()):
        assert len(words) >= 20
        assert all(word == word.casefold() and word.strip() == word and word for word in words)


def test_country_codes_are_known_beside_names() -> None:
    assert {"de", "us", "gb", "deutschland", "états-unis", "россия"} <= known_words().countries


def test_words_about_mail_and_words_about_orders_do_not_mix() -> None:
    assert not known_words().mail_status & known_words().other_status
