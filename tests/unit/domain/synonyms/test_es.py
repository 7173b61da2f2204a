"""Spanish headers, as people and programs write them."""

from __future__ import annotations

import pytest

from leadport.engine.headers import readings


@pytest.mark.parametrize(
    ("header", "field"),
    [
        ("Correo electrónico", "email"),
        ("Primer nombre", "first_name"),
        ("Apellidos", "last_name"),
        ("Nombre completo", "full_name"),
        ("Empresa", "company"),
        ("Puesto", "job_title"),
        ("Número de teléfono", "phone"),
        ("Teléfono móvil", "phone_mobile"),
        ("Calle", "address"),
        ("Ciudad", "city"),
        ("Provincia", "state"),
        ("Código postal", "zip"),
        ("País", "country"),
        ("Fecha de nacimiento", "birthday"),
        ("Fecha de alta", "signup_date"),
        ("Dado de baja", "opt_out"),
        ("Etiquetas", "tags"),
        ("Observaciones", "notes"),
        ("Página web", "website"),
    ],
)
def test_a_spanish_header_names_its_field(header: str, field: str) -> None:
    assert [reading.field for reading in readings(header=header)][:1] == [field]


@pytest.mark.parametrize(
    "header", ["Nombre de usuario", "Nombre del director", "Año de nacimiento", "Otra ciudad", "Correo del gerente"]
)
def test_a_spanish_header_about_something_else_names_none(header: str) -> None:
    assert readings(header=header) == ()
