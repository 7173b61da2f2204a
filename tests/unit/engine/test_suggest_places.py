"""Of several addresses and telephones one is the main one."""

from __future__ import annotations

import pytest

from tests.support.columns import fields, matched


@pytest.mark.parametrize(
    ("headers", "expected"),
    [
        (("City", "Zip", "Home City"), ["city", "zip", "city_home"]),
        (("Business City", "Business Zip", "Home City"), ["city", "zip", "city_home"]),
        (("Home City", "Home Zip"), ["city", "zip"]),
        (("Work City", "Work Zip", "City", "Zip"), ["city", "zip", "city_home", "zip_home"]),
        (("Work City", "Work Zip", "City", "Home City"), ["city", "zip", None, "city_home"]),
        (("Billing City", "Shipping City"), ["city", None]),
        (("City", "Billing City", "Other City"), ["city", None, None]),
        (("Company City", "City"), [None, "city"]),
    ],
)
def test_one_address_is_the_main_one(headers: tuple[str, ...], expected: list[str | None]) -> None:
    columns = [(header, "zip" if header.endswith("Zip") else "city") for header in headers]
    assert fields(matched(*columns)) == expected


@pytest.mark.parametrize(
    ("headers", "expected"),
    [
        (("Phone", "Mobile", "Fax"), ["phone", "phone_mobile", None]),
        (("Work Phone", "Home Phone"), ["phone", "phone_home"]),
        (("Phone - home",), ["phone"]),
        (("Phone", "Default Address Phone"), ["phone", "phone_secondary"]),
        (("Phone", "Phone 2"), ["phone", "phone_secondary"]),
        (("Assistant's Phone", "Company Main Phone", "Business Phone"), [None, None, "phone"]),
    ],
)
def test_one_telephone_is_the_main_one(headers: tuple[str, ...], expected: list[str | None]) -> None:
    assert fields(matched(*((header, "phone") for header in headers))) == expected
