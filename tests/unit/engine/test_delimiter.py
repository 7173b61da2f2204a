"""The delimiter is the sign under which the records come out alike and the addresses alone."""

from __future__ import annotations

import pytest

from leadport.engine.delimiter import Layout, choose_layout
from leadport.engine.split import Signs


def _layout(*lines: str) -> Layout:
    return choose_layout(text="\n".join(lines) + "\n")


def test_commas_in_the_cells_of_a_semicolon_file_split_nothing() -> None:
    lines = [f"Lee, Ann, MBA;ann{number}@example.com;Hull, East, UK" for number in range(9)]
    assert _layout("name;email;city", *lines).signs.delimiter == ";"


def test_decimal_commas_split_nothing() -> None:
    lines = [f"Ann;{number},50;{number},75" for number in range(9)]
    assert _layout("name;price;total", *lines).signs.delimiter == ";"


def test_quoted_decimal_commas_do_not_hide_the_comma() -> None:
    lines = [f'ann{number}@example.com,"{number},50","1.{number}00,75"' for number in range(9)]
    layout = _layout("email,price,total", *lines)
    assert (layout.signs, layout.width) == (Signs(delimiter=","), 3)


@pytest.mark.parametrize("stray", ["Smith, John", "a; b; c", "x | y", "one\ttwo"])
def test_a_stray_sign_in_a_list_of_addresses_splits_nothing(stray: str) -> None:
    lines = [f"person{number}@example.com" for number in range(5)]
    assert _layout(*lines, stray, *lines).signs.delimiter is None


def test_two_addresses_in_a_cell_make_their_separator_no_delimiter() -> None:
    lines = [f"Ann {number},a{number}@example.com;b{number}@example.com" for number in range(9)]
    assert _layout("name,emails", *lines).signs.delimiter == ","


def test_dates_with_commas_do_not_beat_tabs() -> None:
    lines = [f"person{number}@example.com\tJan {number}, 2024\tHull" for number in range(9)]
    assert _layout(*lines).signs.delimiter == "\t"


def test_times_and_links_make_no_delimiter() -> None:
    assert _layout("ann@example.com", "bob@example.com", "see https://www.example.com/a/b at 10:15").width == 1


@pytest.mark.parametrize("sign", ["^", "~", ":", "\x1f", "\x01"])
def test_unusual_delimiters_are_found_where_no_usual_one_fits(sign: str) -> None:
    lines = [f"{number}{sign}Ann Lee{sign}ann{number}@example.com" for number in range(9)]
    assert _layout(*lines).signs.delimiter == sign


def test_ragged_lines_still_have_their_delimiter() -> None:
    layout = _layout("ann@example.com, Ann, Lee", "bob@example.com, Bob", "cy@example.com")
    assert layout.signs == Signs(delimiter=",", skip_space=True)


def test_apostrophes_in_names_and_before_numbers_are_no_quotation_marks() -> None:
    lines = [f"'{number},O'Neil,'+4420{number},ann{number}@example.com" for number in range(9)]
    assert _layout("id,name,phone,email", *lines).signs.quotechar == '"'


def test_apostrophes_round_cells_are_quotation_marks() -> None:
    lines = [f"'Lee, Ann','ann{number}@example.com'" for number in range(9)]
    assert _layout("'name','email'", *lines).signs == Signs(delimiter=",", quotechar="'")


def test_backslashes_escape_only_where_that_mends_the_quotes() -> None:
    mended = [f'"Ann \\"A\\" Lee","ann{number}@example.com"' for number in range(9)]
    assert _layout(*mended).signs.escapechar == "\\"
    paths = [f'"C:\\dir\\","ann{number}@example.com"' for number in range(9)]
    assert _layout(*paths).signs.escapechar is None


def test_one_cell_with_a_blank_in_front_skips_no_blanks() -> None:
    lines = [f"ann{number}@example.com,Ann,Lee" for number in range(9)]
    assert not _layout("email,first,last", "x@example.com, X,Y", *lines).signs.skip_space


@pytest.mark.parametrize(("hint", "delimiter"), [(";", ";"), ("", None), ("\t", "\t")])
def test_a_hint_stands(hint: str, delimiter: str | None) -> None:
    assert choose_layout(text="a,b\nc,d\n", delimiter=hint).signs.delimiter == delimiter


@pytest.mark.parametrize(("hint", "quote"), [("'", "'"), ("", None), ('"', '"')])
def test_a_hint_for_the_quotation_mark_stands(hint: str, quote: str | None) -> None:
    assert choose_layout(text="a,b\nc,d\n", quotechar=hint).signs.quotechar == quote
