"""Columns without a name are understood by their values, and only where these are plain."""

from __future__ import annotations

from leadport.engine.match import SURE, match, profile_rows
from leadport.engine.proposals import LEAST
from tests.support.columns import address, fields, matched, of


def test_a_file_without_a_header_is_understood_by_its_values() -> None:
    names = ("first_name", "last_name", "email", "city", "zip", "phone", "country")
    found = matched(*(("", name) for name in names), records=20)
    assert fields(found) == list(names)
    assert all(LEAST <= column.confidence <= SURE for column in found.columns)


def test_two_pasted_lines_are_understood() -> None:
    rows = [
        ["Joe", "Smith", "[email protected]", "Los Angeles", "90225", "California", "6192349349"],
        ["Jane", "Miller", "[email protected]", "Miami", "47749", "Florida", "6244949004"],
    ]
    found = match(profiles=profile_rows(header=("",) * 7, rows=rows))
    assert fields(found) == ["first_name", "last_name", "email", "city", "zip", "state", "phone"]


def test_values_without_a_header_that_may_be_many_things_stay_out() -> None:
    found = matched(("", "signup_date"), ("", of("1", "2", "3")), ("", of("gold", "silver")), ("", address))
    assert fields(found) == [None, None, None, "email"]


def test_ids_that_count_up_are_no_telephone_numbers() -> None:
    found = matched(("", lambda row: str(5550000000 + row)), ("", address))
    assert fields(found) == [None, "email"]


def test_two_places_without_names_are_left_alone() -> None:
    assert fields(matched(("", "city"), ("", "city_home"), ("", address))) == [None, None, "email"]


def test_a_word_beside_a_first_name_is_no_surname_for_that() -> None:
    assert fields(matched(("", "first_name"), ("", of("Gold", "Silver", "Bronze")))) == ["first_name", None]
