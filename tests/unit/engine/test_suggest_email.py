"""Only the person's own address is ever taken for the email."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from leadport.engine.match import SURE
from leadport.engine.proposals import LEAST
from tests.support.columns import Maker, address, boss, boss_each, fields, matched, of


@pytest.mark.parametrize(
    ("columns", "expected"),
    [
        (
            [
                ("Manager Email", boss_each),
                ("Email", address),
                ("Email Status", of("valid")),
                ("Email Type", of("work")),
            ],
            [None, "email", None, None],
        ),
        ([("Contact owner", boss), ("Name", "full_name"), ("E-mail", address)], [None, "full_name", "email"]),
        ([("Name", "full_name"), ("Manager's E-mail", boss_each), ("Contact owner", boss)], ["full_name", None, None]),
        ([("Alternate Email", "email_secondary"), ("E-Mail Adresse", address)], ["email_secondary", "email"]),
        ([("Email 2", "email_secondary"), ("Email", address)], ["email_secondary", "email"]),
        (
            [("E-mail Display Name", "full_name"), ("E-mail Type", of("SMTP")), ("E-mail", address)],
            [None, None, "email"],
        ),
        ([("Email Opt In", of("yes", "no")), ("Email", address)], ["consent_email", "email"]),
        (
            [("Imię opiekuna", "first_name"), ("E-mail opiekuna", boss), ("Adres e-mail", address)],
            [None, None, "email"],
        ),
        ([("Correo del responsable", boss_each), ("Correo", address)], [None, "email"]),
        ([("Work Email", address), ("Personal Email", "email_secondary")], ["email", "email_secondary"]),
        ([("Email", "first_name"), ("First Name", address)], [None, "email"]),
    ],
)
def test_only_the_persons_own_address_is_the_email(
    columns: Sequence[tuple[str, Maker]], expected: list[str | None]
) -> None:
    assert fields(matched(*columns)) == expected


def test_an_exchange_path_in_some_cells_does_not_hide_the_email() -> None:
    path = "/o=Firm/ou=First/cn=Recipients/cn=anna"
    found = matched(("E-mail Address", lambda row: path if row % 3 else address(row)), ("First Name", "first_name"))
    assert fields(found) == ["email", "first_name"]


@pytest.mark.parametrize("header", ["", "Column 3", "Kontaktdaten", "メールアドレス", "Èíôî", "Login"])
def test_an_email_column_is_found_by_its_contents(header: str) -> None:
    found = matched(("Member no", "external_id"), (header, address))
    assert found.columns[1].field == "email"
    assert LEAST <= found.columns[1].confidence <= SURE


def test_the_same_few_addresses_over_and_over_are_not_the_peoples() -> None:
    assert fields(matched(("", boss), ("", "full_name"))) == [None, "full_name"]
