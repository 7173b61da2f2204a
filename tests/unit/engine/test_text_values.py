"""Plain text of cells."""

from __future__ import annotations

import pytest

from leadport.engine.text_values import Parsed, clean_code, clean_text


@pytest.mark.parametrize(
    ("text", "value", "repair"),
    [
        ("Ann", "Ann", None),
        (" \u00a0Ann\t", "Ann", None),
        ("'+61412000999", "+61412000999", "apostrophe"),
        ("'2026", "2026", "apostrophe"),
        ("'t Hooft", "'t Hooft", None),
        ('="00123"', "00123", "formula_text"),
        ('="say ""hi"""', 'say "hi"', "formula_text"),
        ("ZoÃ«", "Zoë", "decoded_twice"),
        ("Zoe\u0308", "Zo\u00eb", None),
        ("\ufeffAnn\u200b", "Ann", None),
        ("two\nlines", "two\nlines", None),
    ],
)
def test_the_value_somebody_meant_comes_out(text: str, value: str, repair: str | None) -> None:
    assert clean_text(text) == Parsed(value=value, repair=repair)


@pytest.mark.parametrize("text", ["", "  ", "-", "N/A", "NULL", "null", "(null)", "\\N", "NaN", "#REF!", '=""'])
def test_what_programs_write_for_nothing_is_blank(text: str) -> None:
    assert clean_text(text) == Parsed(value=None)


@pytest.mark.parametrize("text", ["Null", "None", "NA", "Nan"])
def test_names_answers_and_countries_are_not_taken_for_nothing(text: str) -> None:
    assert clean_text(text).value == text


def test_codes_never_begin_with_an_apostrophe() -> None:
    assert clean_code("'N1 9GU") == Parsed(value="N1 9GU", repair="apostrophe")
    assert clean_code("'02108") == Parsed(value="02108", repair="apostrophe")
    assert clean_code("N1 9GU") == Parsed(value="N1 9GU")
    assert clean_code("'").value is None
