"""The header proposes, the values dispose."""

from __future__ import annotations

import pytest

from leadport.domain.fields import FIELDS
from leadport.engine.fitting import LIKELY, NEVER, PROVEN, SILENT, fit
from leadport.engine.profile import ColumnProfile, profile_rows
from tests.support.plausible import value


def column(*values: str) -> ColumnProfile:
    return profile_rows(header=("x",), rows=[[each] for each in values])[0]


def judged(field: str, *values: str) -> float:
    return fit(field=field, profile=column(*values))


@pytest.mark.parametrize("field", FIELDS)
def test_plausible_values_never_contradict_their_field(field: str) -> None:
    values = [value(column="", field=field, row=row) for row in range(20)]
    if field == "opt_out":
        assert judged(field, *values) == PROVEN
    else:
        assert judged(field, *values) >= 0.8


@pytest.mark.parametrize(
    ("field", "values"),
    [
        ("email", ("Anna", "Olga")),
        ("first_name", ("a@mail.example",)),
        ("city", ("2024-01-02",)),
        ("phone", ("yes", "no")),
        ("phone", ("31.12.1999", "01.02.2003")),
        ("country", ("1", "2")),
        ("status", ("active", "past_due")),
        ("salutation", ("Sales Manager", "Consultant")),
        ("job_title", ("Mr", "Ms")),
        ("external_id", ("a@mail.example",)),
        ("external_id", ("192.0.2.1",)),
        ("tags", ("yes", "no")),
        ("website", ("https://www.linkedin.com/in/anna",)),
        ("signup_date", ("42", "43")),
        ("custom_json", ("[1]",)),
        ("opt_out", ("gold", "silver")),
    ],
)
def test_values_of_another_kind_contradict(field: str, values: tuple[str, ...]) -> None:
    assert judged(field, *values) == NEVER


def test_a_few_odd_values_do_not_contradict() -> None:
    assert judged("email", "a@mail.example", "b@mail.example", "n/a") == PROVEN
    assert judged("salutation", "Mr", "Ms", "Grand Totals (2 records)", "Confidential", "x") == 0.9


def test_without_values_nothing_is_proven() -> None:
    assert judged("email") == SILENT
    assert judged("custom_json") == NEVER


def test_ordinary_text_is_likely() -> None:
    assert judged("company", "Alder & Sons", "Beispiel GmbH") == LIKELY


def test_ids_that_repeat_are_no_ids() -> None:
    assert judged("external_id", *[str(number % 3) for number in range(30)]) == NEVER
    assert judged("external_id", *[str(number) for number in range(30)]) == LIKELY
