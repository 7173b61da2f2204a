"""A word with two meanings is decided by the values under it and by the columns beside it."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from leadport.domain.fields import FIELDS
from tests.support.columns import Maker, address, fields, matched, of


@pytest.mark.parametrize(
    ("columns", "expected"),
    [
        ([("Title", of("Mr", "Ms", "Dr")), ("Email", address)], ["salutation", "email"]),
        ([("Title", "job_title"), ("Email", address)], ["job_title", "email"]),
        ([("State", of("active", "bounced")), ("Email", address)], ["status", "email"]),
        ([("State", "state"), ("Email", address)], ["state", "email"]),
        ([("Subscribed", "signup_date"), ("Email", address)], ["signup_date", "email"]),
        ([("Subscribed", of("yes", "no")), ("Email", address)], ["consent_email", "email"]),
        ([("Unsubscribed", of("2024-01-02", "")), ("Email", address)], ["unsubscribed_at", "email"]),
        ([("Unsubscribed", of("true", "false")), ("Email", address)], ["opt_out", "email"]),
        ([("URL", "linkedin_url"), ("Email", address)], ["linkedin_url", "email"]),
        ([("URL", "website"), ("Email", address)], ["website", "email"]),
        ([("Name", "last_name"), ("Vorname", "first_name"), ("E-Mail", address)], ["last_name", "first_name", "email"]),
        ([("Name", "first_name"), ("Surname", "last_name"), ("Email", address)], ["first_name", "last_name", "email"]),
        ([("Nombre", "full_name"), ("Correo", address)], ["full_name", "email"]),
        ([("Nombre", "first_name"), ("Apellidos", "last_name")], ["first_name", "last_name"]),
        ([("Nom", "last_name"), ("Prénom", "first_name")], ["last_name", "first_name"]),
        ([("Name", of("#1001", "#1002")), ("Email", address)], [None, "email"]),
        ([("Status", of("past_due", "active")), ("Email", address)], [None, "email"]),
        ([("Status", of("active", "canceled")), ("Plan", of("gold")), ("Email", address)], [None, None, "email"]),
        ([("SMS", "phone"), ("Email", address)], ["phone", "email"]),
        ([("Subscriber", address), ("Opens", of("1", "2"))], ["email", None]),
        ([("data", "custom_json"), ("Email", address)], ["custom_json", "email"]),
        ([("data", of("a", "b")), ("Email", address)], [None, "email"]),
        ([("Apelido", "last_name"), ("Nome próprio", "first_name")], [None, "first_name"]),
        (
            [("Apelido", "last_name"), ("Nome próprio", "first_name"), ("E-mail", address)],
            ["last_name", "first_name", "email"],
        ),
        ([("Apelido", "nickname"), ("Sobrenome", "last_name")], ["nickname", "last_name"]),
    ],
)
def test_a_word_with_two_meanings_is_decided_by_values_and_neighbours(
    columns: Sequence[tuple[str, Maker]], expected: list[str | None]
) -> None:
    assert fields(matched(*columns)) == expected


def test_values_that_contradict_a_header_keep_the_column_out() -> None:
    found = matched(("City", "phone"), ("Phone", "city"), ("Country", "signup_date"), ("Email", address))
    assert fields(found) == [None, None, None, "email"]


def test_no_field_that_holds_one_value_is_suggested_twice() -> None:
    columns = [(name, "city") for name in ("City", "Town", "Ort", "Ville", "city")]
    found = [field for field in fields(matched(*columns)) if field is not None]
    assert found == ["city"]
    assert not FIELDS["city"].several


@pytest.mark.parametrize(
    "header",
    [
        "Email Opt Out",
        "Opted out",
        "Unsubscribed from all email",
        "Do not mail",
        "Do Not Contact",
        "Blacklisted",
        "Werbesperre",
    ],
)
def test_columns_in_which_yes_means_no_are_opt_outs(header: str) -> None:
    assert fields(matched(("Email", address), (header, of("no", "yes", "no")))) == ["email", "opt_out"]
