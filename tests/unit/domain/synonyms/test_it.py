"""Italian headers, as people and programs write them."""

from __future__ import annotations

import pytest

from leadport.engine.headers import readings


@pytest.mark.parametrize(
    ("header", "field"),
    [
        ("Indirizzo e-mail", "email"),
        ("Posta elettronica", "email"),
        ("Cognome", "last_name"),
        ("Nome e cognome", "full_name"),
        ("Ragione sociale", "company"),
        ("Numero di telefono", "phone"),
        ("Cellulare", "phone_mobile"),
        ("Indirizzo", "address"),
        ("Città", "city"),
        ("Provincia", "state"),
        ("CAP", "zip"),
        ("Nazione", "country"),
        ("Data di nascita", "birthday"),
        ("Data iscrizione", "signup_date"),
        ("Disiscritto", "opt_out"),
        ("Etichette", "tags"),
        ("Sito web", "website"),
        ("Note", "notes"),
    ],
)
def test_an_italian_header_names_its_field(header: str, field: str) -> None:
    assert [reading.field for reading in readings(header=header)][:1] == [field]


@pytest.mark.parametrize("header", ["Nome utente", "Luogo di nascita", "E-mail del responsabile", "Altra città"])
def test_an_italian_header_about_something_else_names_none(header: str) -> None:
    assert readings(header=header) == ()
