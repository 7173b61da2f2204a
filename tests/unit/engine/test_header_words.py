"""Names of columns are told from the words of people."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from leadport.engine.header_words import names_column, names_email
from tests.support.invented import PEOPLE

EXPORTS = tomllib.loads((Path(__file__).parents[2] / "corpus" / "exports.toml").read_text(encoding="utf-8"))["export"]


@pytest.mark.parametrize("export", EXPORTS, ids=lambda export: export["source"])
def test_most_columns_of_real_exports_have_a_known_word(export: dict[str, list[str]]) -> None:
    header = export["header"]
    assert sum(names_column(text=name) for name in header) >= 0.5 * len(header)
    assert any(names_email(text=name) for name in header)


@pytest.mark.parametrize(
    "name",
    [
        "Email",
        "E-MAIL",
        "e mail",
        "EmailAddress",
        "Work Email",
        "E-Mail-Adresse",
        "Adresse e-mail",
        "Correo electrónico",
        "Indirizzo e-mail",
        "Adres e-mail",
        "E-posta",
        "E-post",
        "Адрес электронной почты",
        "メールアドレス",
        "邮箱",
        "電子郵件",
        "이메일",
        "Sähköposti",
        "Courriel",
        "Subscriber",
        "El. paštas",
    ],
)
def test_email_is_known_in_many_languages(name: str) -> None:
    assert names_email(text=name)


@pytest.mark.parametrize("name", ["", "Name", "Phone", "x" * 200 + " email", "Anschrift", "Adresse"])
def test_other_names_are_not_email(name: str) -> None:
    assert not names_email(text=name)


def test_people_are_no_columns() -> None:
    words = [word for people in PEOPLE.values() for person in people for word in person]
    assert sum(names_column(text=word) for word in words) <= 0.03 * len(words)
