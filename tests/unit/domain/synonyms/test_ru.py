"""Russian headers, as people and programs write them."""

from __future__ import annotations

import pytest

from leadport.engine.headers import readings


@pytest.mark.parametrize(
    ("header", "field"),
    [
        ("Адрес электронной почты", "email"),
        ("Эл. почта", "email"),
        ("Фамилия", "last_name"),
        ("Отчество", "middle_name"),
        ("Ф.И.О.", "full_name"),
        ("Компания", "company"),
        ("Должность", "job_title"),
        ("Номер телефона", "phone"),
        ("Мобильный телефон", "phone_mobile"),
        ("Улица", "address"),
        ("Город", "city"),
        ("Область", "state"),
        ("Почтовый индекс", "zip"),
        ("Страна", "country"),
        ("Дата рождения", "birthday"),
        ("Дата регистрации", "signup_date"),
        ("Отписан", "opt_out"),
        ("Метки", "tags"),
        ("Примечание", "notes"),
        ("Пол", "gender"),
    ],
)
def test_a_russian_header_names_its_field(header: str, field: str) -> None:
    assert [reading.field for reading in readings(header=header)][:1] == [field]


@pytest.mark.parametrize("header", ["Имя пользователя", "Место рождения", "Почта менеджера", "Номер факса"])
def test_a_russian_header_about_something_else_names_none(header: str) -> None:
    assert readings(header=header) == ()
