"""The header words of every language name fields of the catalogue, and every language knows the fields people have."""

from __future__ import annotations

import pytest

from leadport.domain.fields import FIELDS
from leadport.domain.synonyms import LANGUAGES, Language, Qualifier, phrases

EVERYWHERE = {
    "email", "first_name", "last_name", "full_name", "company", "job_title", "phone", "phone_mobile", "address", "city",
    "state", "zip", "country", "website", "birthday", "gender", "language", "signup_date", "updated_at",
    "unsubscribed_at",
    "opt_out", "consent_email", "external_id", "notes", "tags", "lists", "status", "source", "ip", "confirm_date",
}  # fmt: skip


def test_the_nine_languages_are_there() -> None:
    assert set(LANGUAGES) == {"en", "de", "fr", "es", "it", "pt", "nl", "pl", "ru"}


@pytest.mark.parametrize("language", LANGUAGES.values(), ids=LANGUAGES)
def test_a_language_names_only_fields_of_the_catalogue(language: Language) -> None:
    assert set(language.strong) | set(language.weak) <= set(FIELDS)


@pytest.mark.parametrize("language", LANGUAGES.values(), ids=LANGUAGES)
def test_a_language_names_every_field_that_people_commonly_have(language: Language) -> None:
    assert set(language.strong) >= EVERYWHERE


@pytest.mark.parametrize("language", LANGUAGES.values(), ids=LANGUAGES)
def test_a_language_can_tell_home_from_work_and_the_person_from_somebody_else(language: Language) -> None:
    assert set(language.qualifiers) >= {Qualifier.HOME, Qualifier.WORK, Qualifier.SECOND, Qualifier.SOMEONE}


@pytest.mark.parametrize("language", LANGUAGES.values(), ids=LANGUAGES)
def test_no_field_is_named_twice_by_the_same_phrase(language: Language) -> None:
    for table in (language.strong, language.weak):
        for text in table.values():
            assert len(set(phrases(text=text))) == len(phrases(text=text))


@pytest.mark.parametrize("language", LANGUAGES.values(), ids=LANGUAGES)
def test_qualifiers_are_single_words(language: Language) -> None:
    for text in language.qualifiers.values():
        assert not [phrase for phrase in phrases(text=text) if " " in phrase]
