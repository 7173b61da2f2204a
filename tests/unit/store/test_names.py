"""When two names are the same name."""

from __future__ import annotations

import pytest

from leadport.store.names import name_key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("News", "news"),
        ("  News  Letter ", "news letter"),
        ("STRASSE", "straße"),
        ("Caf\u00e9", "Cafe\u0301"),
        ("a\tb", "A b"),
    ],
)
def test_case_spacing_and_composition_do_not_matter(one: str, other: str) -> None:
    assert name_key(one) == name_key(other)


@pytest.mark.parametrize(("one", "other"), [("News", "New s"), ("Cafe", "Café"), ("a-b", "a b")])
def test_everything_else_does(one: str, other: str) -> None:
    assert name_key(one) != name_key(other)
