"""Dutch headers, as people and programs write them."""

from __future__ import annotations

import pytest

from leadport.engine.headers import readings


@pytest.mark.parametrize(
    ("header", "field"),
    [
        ("E-mailadres", "email"),
        ("Voornaam", "first_name"),
        ("Achternaam", "last_name"),
        ("Volledige naam", "full_name"),
        ("Aanhef", "salutation"),
        ("Bedrijfsnaam", "company"),
        ("Functie", "job_title"),
        ("Telefoonnummer", "phone"),
        ("Mobiel nummer", "phone_mobile"),
        ("Straat en huisnummer", "address"),
        ("Woonplaats", "city"),
        ("Provincie", "state"),
        ("Postcode", "zip"),
        ("Land", "country"),
        ("Geboortedatum", "birthday"),
        ("Aangemeld op", "signup_date"),
        ("Uitgeschreven", "opt_out"),
        ("Opmerkingen", "notes"),
    ],
)
def test_a_dutch_header_names_its_field(header: str, field: str) -> None:
    assert [reading.field for reading in readings(header=header)][:1] == [field]


@pytest.mark.parametrize("header", ["Gebruikersnaam", "Tussenvoegsel", "Huisnummer", "E-mail leidinggevende"])
def test_a_dutch_header_about_something_else_names_none(header: str) -> None:
    assert readings(header=header) == ()
