"""What parts several values in one cell."""

from __future__ import annotations

import pytest

from leadport.engine.separators import guess_separator


@pytest.mark.parametrize(
    ("values", "separator"),
    [
        (["* My Contacts ::: Test"], " ::: "),
        (["vip|fair", "vip"], "|"),
        (["9002;9999"], ";"),
        (["VIP, Newsletter"], ","),
        (['"VIP","North, new"', '"VIP"'], ","),
        (['"a;b","c"'], ","),
        (["a,b | c"], "|"),
        (["vip", "fair"], None),
        ([], None),
    ],
)
def test_the_mark_that_stands_between_values_is_found(values: list[str], separator: str | None) -> None:
    assert guess_separator(values=values) == separator
