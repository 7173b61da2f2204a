"""English headers, as people and programs write them."""

from __future__ import annotations

import pytest

from leadport.engine.headers import readings


@pytest.mark.parametrize(
    ("header", "field"),
    [
        ("First Name", "first_name"),
        ("Surname", "last_name"),
        ("Email Address", "email"),
        ("Secondary Email", "email_secondary"),
        ("Job Title", "job_title"),
        ("Organisation", "company"),
        ("Cell Phone", "phone_mobile"),
        ("Street Address", "address"),
        ("Address Line 2", "address2"),
        ("State/Province", "state"),
        ("Zip/Postal Code", "zip"),
        ("Country/Region", "country"),
        ("Date of Birth", "birthday"),
        ("Unsubscribe Reason", "unsubscribe_reason"),
        ("Do Not Email", "opt_out"),
        ("Lead Source", "source"),
        ("Total Orders", "orders_count"),
        ("Email Opt In", "consent_email"),
    ],
)
def test_an_english_header_names_its_field(header: str, field: str) -> None:
    assert [reading.field for reading in readings(header=header)][:1] == [field]


@pytest.mark.parametrize("header", ["Manager Email", "Contact Owner", "Username", "Company ID", "Email Type"])
def test_an_english_header_about_something_else_names_none(header: str) -> None:
    assert readings(header=header) == ()
