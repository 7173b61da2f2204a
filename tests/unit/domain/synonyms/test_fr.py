"""French headers, as people and programs write them."""

from __future__ import annotations

import pytest

from leadport.engine.headers import readings


@pytest.mark.parametrize(
    ("header", "field"),
    [
        ("Adresse de messagerie", "email"),
        ("Courriel", "email"),
        ("Prénom", "first_name"),
        ("Nom de famille", "last_name"),
        ("Nom complet", "full_name"),
        ("Civilité", "salutation"),
        ("Société", "company"),
        ("Intitulé du poste", "job_title"),
        ("Numéro de téléphone", "phone"),
        ("Téléphone portable", "phone_mobile"),
        ("Rue", "address"),
        ("Complément d'adresse", "address2"),
        ("Ville", "city"),
        ("Code postal", "zip"),
        ("Pays/Région", "country"),
        ("Date de naissance", "birthday"),
        ("Date d'inscription", "signup_date"),
        ("Désabonné", "opt_out"),
        ("Étiquettes", "tags"),
        ("Remarques", "notes"),
    ],
)
def test_a_french_header_names_its_field(header: str, field: str) -> None:
    assert [reading.field for reading in readings(header=header)][:1] == [field]


@pytest.mark.parametrize(
    "header", ["Nom d'utilisateur", "Lieu de naissance", "Téléphone de l'assistant(e)", "Ville (autre)"]
)
def test_a_french_header_about_something_else_names_none(header: str) -> None:
    assert readings(header=header) == ()
