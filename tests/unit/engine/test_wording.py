"""Headers compare by their words, however they are written."""

from __future__ import annotations

import pytest

from leadport.engine.wording import fold, squash, words


@pytest.mark.parametrize(
    "header", ["First Name", "first_name", "FIRSTNAME", "firstName", " First-Name ", "First.Name", "FirstName:"]
)
def test_blanks_case_punctuation_and_camel_case_make_no_difference(header: str) -> None:
    assert squash(text=header) == "firstname"


@pytest.mark.parametrize(
    "header", ["E-Mail Address", "email address", "e mail address", "eMail Address", "E-mailAddress"]
)
def test_every_spelling_of_email_is_one_word(header: str) -> None:
    assert words(text=header) == ("email", "address")


def test_accents_and_special_letters_are_folded() -> None:
    assert fold(text="Straße Prénom Łódź Gøteborg Œuvre Ёж") == "strasse prenom lodz goteborg oeuvre еж"


def test_digits_stand_apart() -> None:
    assert words(text="Address1") == ("address", "1")
    assert words(text="E-mail 2 - Value") == ("email", "2", "value")
