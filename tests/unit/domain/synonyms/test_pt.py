"""Portuguese headers, as people and programs write them."""

from __future__ import annotations

import pytest

from leadport.engine.headers import readings


@pytest.mark.parametrize(
    ("header", "field"),
    [
        ("Endereço de e-mail", "email"),
        ("Primeiro nome", "first_name"),
        ("Sobrenome", "last_name"),
        ("Nome completo", "full_name"),
        ("Razão social", "company"),
        ("Cargo", "job_title"),
        ("Telefone", "phone"),
        ("Celular", "phone_mobile"),
        ("Telemóvel", "phone_mobile"),
        ("Morada", "address"),
        ("Complemento", "address2"),
        ("Cidade", "city"),
        ("UF", "state"),
        ("CEP", "zip"),
        ("País", "country"),
        ("Data de nascimento", "birthday"),
        ("Data de cadastro", "signup_date"),
        ("Descadastrado", "opt_out"),
        ("Marcadores", "tags"),
        ("Observações", "notes"),
    ],
)
def test_a_portuguese_header_names_its_field(header: str, field: str) -> None:
    assert [reading.field for reading in readings(header=header)][:1] == [field]


@pytest.mark.parametrize("header", ["Nome de usuário", "Nome do gerente", "Outra cidade", "Ano de nascimento"])
def test_a_portuguese_header_about_something_else_names_none(header: str) -> None:
    assert readings(header=header) == ()
