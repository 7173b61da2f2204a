"""Polish headers, as people and programs write them."""

from __future__ import annotations

import pytest

from leadport.engine.headers import readings


@pytest.mark.parametrize(
    ("header", "field"),
    [
        ("Adres e-mail", "email"),
        ("Imię", "first_name"),
        ("Nazwisko", "last_name"),
        ("Imię i nazwisko", "full_name"),
        ("Nazwa firmy", "company"),
        ("Stanowisko", "job_title"),
        ("Numer telefonu", "phone"),
        ("Telefon komórkowy", "phone_mobile"),
        ("Ulica", "address"),
        ("Miejscowość", "city"),
        ("Województwo", "state"),
        ("Kod pocztowy", "zip"),
        ("Kraj", "country"),
        ("Data urodzenia", "birthday"),
        ("Data zapisu", "signup_date"),
        ("Wypisany", "opt_out"),
        ("Etykiety", "tags"),
        ("Uwagi", "notes"),
        ("Płeć", "gender"),
    ],
)
def test_a_polish_header_names_its_field(header: str, field: str) -> None:
    assert [reading.field for reading in readings(header=header)][:1] == [field]


@pytest.mark.parametrize("header", ["Nazwa użytkownika", "Numer domu", "E-mail opiekuna", "Inny telefon"])
def test_a_polish_header_about_something_else_names_none(header: str) -> None:
    assert readings(header=header) == ()
