"""What a name may be."""

from __future__ import annotations

import pytest

from leadport.operations.naming import LONGEST_NAME, NameRefused, checked_name


def test_blanks_are_single_and_letters_are_composed() -> None:
    assert checked_name("  Cafe\u0301\t Customers ") == "Café Customers"


@pytest.mark.parametrize("name", ["", "  ", "x" * (LONGEST_NAME + 1), "a\x1b[31mb", "a\x00b", "\ud800"])
def test_what_nobody_could_read_or_type_again_is_refused(name: str) -> None:
    with pytest.raises(NameRefused):
        checked_name(name)
