"""First and last names out of full names."""

from __future__ import annotations

import pytest

from leadport.engine.names import split_name


@pytest.mark.parametrize(
    ("full", "first", "last"),
    [
        ("Ann Lee", "Ann", "Lee"),
        ("Lee, Ann", "Ann", "Lee"),
        ("Ann Marie Lee", "Ann Marie", "Lee"),
        ("Ludwig van der Berg", "Ludwig", "van der Berg"),
        ("de la Cruz, Juan", "Juan", "de la Cruz"),
        ("Dr. Ann Lee, PhD", "Ann", "Lee"),
        ("Lee, Ann, MD", "Ann", "Lee"),
        ("Tom Lee Jr.", "Tom", "Lee"),
        ("Frau Müller", None, "Müller"),
        ("Ann", "Ann", None),
        ("E. Lee", "E.", "Lee"),
        ("", None, None),
        ("ann@example.com", None, None),
    ],
)
def test_names_are_taken_apart_carefully(full: str, first: str | None, last: str | None) -> None:
    name = split_name(full)
    assert (name.first, name.last) == (first, last)
