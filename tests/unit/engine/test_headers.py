"""What the words of one header say, without looking at values."""

from __future__ import annotations

import pytest

from leadport.domain.synonyms import Qualifier
from leadport.engine.headers import (
    header_key,
    is_damaged,
    is_nameless,
    names_someone_else,
    readings,
)


def best(header: str) -> str | None:
    """The field a header names most strongly, or None."""
    found = readings(header=header)
    return found[0].field if found else None


@pytest.mark.parametrize(
    ("header", "field"),
    [
        ("E-Mail-Adresse", "email"), ("Courriel", "email"), ("Correo electrónico", "email"), ("Indirizzo email",
        "email"),
        ("Endereço de e-mail", "email"), ("E-mailadres", "email"), ("Adres e-mail", "email"), ("Электронная почта",
        "email"),
        ("Vorname", "first_name"), ("Prénom", "first_name"), ("Imię", "first_name"), ("Voornaam", "first_name"),
        ("Nachname", "last_name"), ("Apellidos", "last_name"), ("Cognome", "last_name"), ("Фамилия", "last_name"),
        ("Straße", "address"), ("Rue", "address"), ("Calle", "address"), ("Indirizzo", "address"), ("Ulica", "address"),
        ("PLZ", "zip"), ("Code postal", "zip"), ("CAP", "zip"), ("CEP", "zip"), ("Kod pocztowy", "zip"),
        ("Postcode", "zip"),
        ("Geburtsdatum", "birthday"), ("Date de naissance", "birthday"), ("Data urodzenia", "birthday"),
        ("Date of Birth", "birthday"), ("Handy", "phone_mobile"), ("Cellulare", "phone_mobile"), ("Móvil",
        "phone_mobile"),
        ("Firmenname", "company"), ("Raison sociale", "company"), ("Razão social", "company"), ("Компания", "company"),
        ("Anrede", "salutation"), ("Civilité", "salutation"), ("Notizen", "notes"), ("Etiquetas", "tags"),
        ("Customer ID", "external_id"), ("Kundennummer", "external_id"), ("OPTIN_TIME", "signup_date"),
    ],
)  # fmt: skip
def test_a_header_is_understood_in_its_own_language(header: str, field: str) -> None:
    assert best(header) == field


@pytest.mark.parametrize(
    ("header", "field"),
    [
        ("Contact email", "email"), ("Person - First name", "first_name"), ("Default Address City", "city"),
        ("Default Address Address2", "address2"), ("_address_postcode", "zip"), ("billing_first_name", "first_name"),
        ("Your email address *", "email"), ("Phone number (optional)", "phone"), ("City (address_city)", "city"),
        ("Email (cf_email_7)", "email"), ("What is your email address?", "email"), ("Created (UTC)", "signup_date"),
        ("Name, first", "first_name"), ("Dép/Région (bureau)", "state"), ("Organization 1 - Name", "company"),
    ],
)  # fmt: skip
def test_words_round_a_known_phrase_do_not_hide_it(header: str, field: str) -> None:
    assert best(header) == field


@pytest.mark.parametrize(
    "header",
    [
        "Email Type", "E-mail Display Name", "Email Confidence", "Email ID hash", "Contact owner", "Manager's Email",
        "Lead Owner.id", "Assistant's Phone", "Company Main Phone", "Business Fax", "Other City", "shipping_city",
        "Address 2 - City", "UNSUB_CAMPAIGN_TITLE", "MEMBER_RATING", "Username", "tag (metadata)", "Created by",
        "Referral link (customer.metafields.grow.link)", "Name des Ansprechpartners beim Lieferanten", "Double opt-in",
        "Geburtsjahr", "Phone 2 - Value", "Website 2", "Channel id", "Stage", "Home Mailing Status",
    ],
)  # fmt: skip
def test_a_word_that_is_not_understood_leaves_the_whole_header_alone(header: str) -> None:
    assert best(header) is None


def test_a_word_that_may_mean_two_things_gives_both() -> None:
    assert {reading.field for reading in readings(header="Title")} == {"salutation", "job_title"}
    assert {reading.field for reading in readings(header="State")} == {"state", "status"}
    assert {reading.field for reading in readings(header="Nom")} == {"last_name", "full_name"}


def test_qualifiers_and_ordinals_are_kept_as_context() -> None:
    assert readings(header="Ort privat")[0].context == {Qualifier.HOME}
    assert readings(header="Privatadresse")[0].context == {Qualifier.HOME}
    assert readings(header="Téléphone (bureau)")[0].context == {Qualifier.WORK}
    assert readings(header="E-mail 3 Address")[0].number == 3
    assert readings(header="Альтернативный адрес электронной почты")[0].context == {Qualifier.SECOND}


@pytest.mark.parametrize(
    ("header", "field"),
    [
        ("PrÃ©nom", "first_name"), ("StraÃŸe", "address"), ("Èìÿ", "first_name"), ("Pr?nom", "first_name"),
        ("Stra\ufffde", "address"), ("T?l?phone", "phone"), ("Soci?t?", "company"),
    ],
)  # fmt: skip
def test_damaged_letters_are_restored_or_passed_over(header: str, field: str) -> None:
    assert best(header) == field


@pytest.mark.parametrize(
    ("header", "field"),
    [
        ("Emial", "email"),
        ("Fisrt Name", "first_name"),
        ("Adress", "address"),
        ("Last Nmae", "last_name"),
        ("Compagny", "company"),
    ],
)
def test_a_slip_of_the_keyboard_is_understood_and_less_sure(header: str, field: str) -> None:
    found = readings(header=header)
    assert (found[0].field, len(found)) == (field, 1)
    assert found[0].strength <= 0.8


@pytest.mark.parametrize("header", ["List Name", "Client IP", "County", "Lists"])
def test_a_known_word_is_never_taken_for_a_slip_of_another(header: str) -> None:
    assert all(reading.field not in {"last_name", "external_id", "country"} for reading in readings(header=header))


@pytest.mark.parametrize("header", ["", " ", "Column 3", "c7", "Unnamed: 2", "field3", "#", "12", "????"])
def test_headers_that_say_nothing_are_nameless(header: str) -> None:
    assert is_nameless(header=header)


@pytest.mark.parametrize("header", ["Email", "CC", "Ort", "メール"])
def test_a_header_with_a_word_is_not_nameless(header: str) -> None:
    assert not is_nameless(header=header)


def test_a_question_mark_at_the_end_is_no_damage() -> None:
    assert is_damaged(header="Pr?nom")
    assert not is_damaged(header="City?")


@pytest.mark.parametrize(
    "header", ["Manager Email", "E-mail opiekuna", "Correo del responsable", "Contact owner", "Created by"]
)
def test_somebody_else_is_noticed_in_a_header(header: str) -> None:
    assert names_someone_else(header=header)


def test_the_key_of_a_header_is_that_of_the_set_of_its_names() -> None:
    key = header_key(header=("Email", "First Name", "Last Name"))
    assert key == header_key(header=("last_name", "E-Mail", "FIRST NAME"))
    assert key != header_key(header=("Email", "First Name"))
    assert len(key) == 64
