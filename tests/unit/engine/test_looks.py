"""What single values look like."""

from __future__ import annotations

import time

import pytest

from leadport.engine.looks import Look, clean, looks


@pytest.mark.parametrize(
    ("value", "look"),
    [
        ("anna.berger@mail.example", Look.EMAIL), ("Anna Berger <anna@mail.example>", Look.EMAIL),
        ("mailto:anna@mail.example", Look.EMAIL), ("a@b.example; c@d.example", Look.EMAIL),
        ("a@b.example ::: c@d.example", Look.EMAIL), ("анна@почта.рф", Look.EMAIL),
        ("a@xn--e1afmkfd.xn--p1ai", Look.EMAIL),
        ("[email protected]", Look.EMAIL), ("/o=Firm/ou=First/cn=Recipients/cn=anna", Look.DIRECTORY_PATH),
        ("+49 171 1234567", Look.PHONE), ("(503) 555-0100", Look.PHONE), ("030/1234567", Look.PHONE),
        ("503-555-0100 x12", Look.PHONE), ("6192349349", Look.LONG_NUMBER), ("1.234,50 €", Look.NUMBER),
        ("2024-02-21 10:00:00 +0100", Look.DATE), ("03/05/24 1:07pm", Look.DATE), ("12 Mar 2024", Look.DATE),
        ("7-Feb-22", Look.DATE), ("31.12.1999", Look.DATE), ("0/0/00", Look.DATE), ("2024-03-12T09:14:00Z", Look.DATE),
        ("yes", Look.YES_NO), ("Nein", Look.YES_NO), ("TRUE", Look.YES_NO), ("да", Look.YES_NO),
        ("Deutschland", Look.COUNTRY), ("FR", Look.COUNTRY), ("США", Look.COUNTRY), ("California", Look.REGION),
        ("TX", Look.REGION), ("Los Angeles", Look.CITY), ("Jürgen", Look.GIVEN_NAME), ("Anne-Marie", Look.GIVEN_NAME),
        ("Maria Anna", Look.GIVEN_NAME), ("Anna Berger", Look.PERSON), ("Berger, Anna", Look.PERSON),
        ("https://shop.example/a?b=1", Look.URL), ("www.shop.example", Look.URL), ("shop.example", Look.URL),
        ("https://www.linkedin.com/in/anna", Look.LINKEDIN), ("192.0.2.17", Look.IP), ("2001:db8::1", Look.IP),
        ("10115", Look.ZIP), ("97205-1234", Look.ZIP), ("SW1A 1AA", Look.ZIP), ("K1A 0B1", Look.ZIP),
        ("1012 AB", Look.ZIP),
        ("Unsubscribed", Look.MAIL_STATUS), ("NEVER_SUBSCRIBED", Look.MAIL_STATUS), ("past_due", Look.OTHER_STATUS),
        ("Herr", Look.SALUTATION), ("Mme", Look.SALUTATION), ("Dr.", Look.SALUTATION), ("weiblich", Look.GENDER),
        ("Deutsch", Look.LANGUAGE), ("Head of Marketing", Look.JOB), ('{"a": 1}', Look.JSON),
    ],
)  # fmt: skip
def test_a_value_looks_like_what_it_is(value: str, look: Look) -> None:
    assert look in looks(value)


@pytest.mark.parametrize(
    ("value", "look"),
    [
        ("anna@localhost", Look.EMAIL), ("anna at mail.example", Look.EMAIL), ("@anna", Look.EMAIL),
        ("10.50", Look.DATE),
        ("12345", Look.PHONE), ("2024-02-21", Look.PHONE), ("10:30:00", Look.IP), ("#1001", Look.NAME_LETTERS),
        ("inactive", Look.YES_NO), ("[1, 2]", Look.JSON), ("{not json}", Look.JSON), ("Blue Heron Ltd", Look.PERSON),
        ("Mr Jones and Sons", Look.URL),
    ],
)  # fmt: skip
def test_a_value_does_not_look_like_what_it_only_resembles(value: str, look: Look) -> None:
    assert look not in looks(value)


@pytest.mark.parametrize(
    ("value", "cleaned"),
    [
        ("  a  ", "a"),
        ("'+61412000999", "+61412000999"),
        ("'7210448301122", "7210448301122"),
        ('="00123"', "00123"),
        ("\u200banna\ufeff", "anna"),
        ("'s-Gravenhage", "'s-Gravenhage"),
        ('=""', ""),
        ("", ""),
    ],
)
def test_marks_of_spreadsheets_and_invisible_characters_are_taken_off(value: str, cleaned: str) -> None:
    assert clean(value=value) == cleaned


@pytest.mark.parametrize(
    "value",
    [
        "a." * 150 + "@",
        "a@" * 150,
        "1" * 300,
        "(" * 300,
        "1:" * 150,
        "{" * 20_000,
        "<" * 300,
        "1-" * 140 + "x",
        "a@b." * 75,
    ],
)
def test_hostile_values_are_looked_at_in_no_time(value: str) -> None:
    started = time.perf_counter()
    looks(value)
    assert time.perf_counter() - started < 0.5
