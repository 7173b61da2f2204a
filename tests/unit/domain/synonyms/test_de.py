"""German headers, as people and programs write them."""

from __future__ import annotations

import pytest

from leadport.engine.headers import readings


@pytest.mark.parametrize(
    ("header", "field"),
    [
        ("E-Mail-Adresse", "email"),
        ("Vorname", "first_name"),
        ("Nachname", "last_name"),
        ("Anzeigename", "full_name"),
        ("Anrede", "salutation"),
        ("Firma", "company"),
        ("Abteilung", "department"),
        ("Telefonnummer", "phone"),
        ("Mobil-Tel.-Nr.", "phone_mobile"),
        ("Straße und Hausnummer", "address"),
        ("PLZ", "zip"),
        ("Ort", "city"),
        ("Bundesland", "state"),
        ("Land", "country"),
        ("Geburtsdatum", "birthday"),
        ("Angemeldet am", "signup_date"),
        ("Abgemeldet am", "unsubscribed_at"),
        ("Werbesperre", "opt_out"),
        ("Schlagwörter", "tags"),
        ("Bemerkungen", "notes"),
    ],
)
def test_a_german_header_names_its_field(header: str, field: str) -> None:
    assert [reading.field for reading in readings(header=header)][:1] == [field]


@pytest.mark.parametrize(
    "header", ["Benutzername", "Hausnummer", "Geburtsort", "E-Mail des Betreuers", "Weiteres Telefon"]
)
def test_a_german_header_about_something_else_names_none(header: str) -> None:
    assert readings(header=header) == ()
