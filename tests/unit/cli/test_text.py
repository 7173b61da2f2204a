"""Text, numbers and times as a terminal may show them."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from leadport.cli.text import clean, count, duration, lines, moment, number


@pytest.mark.parametrize(
    ("given_text", "shown"),
    [
        ("Zoë Müller", "Zoë Müller"),
        ("two\nlines\tand a tab", "two lines and a tab"),
        ("\x1b[31mred\x1b[0m", "[31mred[0m"),
        ("\x9b31mred", "31mred"),
        ("evil\u202egpj.exe", "evilgpj.exe"),
        ("zero\u200bwidth\ufeff", "zerowidth"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("half a pair \ud800", "half a pair "),
    ],
)
def test_what_could_steer_or_deceive_is_taken_out(given_text: str, shown: str) -> None:
    assert clean(given_text) == shown


@given(st.text())
def test_nothing_that_is_left_controls_anything_and_cleaning_twice_changes_nothing(text: str) -> None:
    shown = clean(text)
    assert all(ord(character) >= 32 and not 127 <= ord(character) < 160 for character in shown)
    assert clean(shown) == shown


def test_numbers_have_separators_and_agree_with_their_nouns() -> None:
    assert number(4812) == "4,812"
    assert count(1, "person", "people") == "1 person"
    assert count(0, "person", "people") == "0 people"


@pytest.mark.parametrize(
    ("seconds", "words"), [(0.04, "0.0 seconds"), (7.36, "7.4 seconds"), (61, "61 seconds"), (600, "10 minutes")]
)
def test_durations_are_as_exact_as_anybody_wants(seconds: float, words: str) -> None:
    assert duration(seconds) == words


def test_moments_are_shown_to_the_minute_and_absent_ones_not_at_all() -> None:
    assert len(moment(datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC))) == len("2026-01-02 03:04")
    assert moment(None) == ""


def test_lines_are_listed_and_say_that_there_are_more() -> None:
    assert lines((5,), more=False) == "line 5"
    assert lines((5, 1200), more=True) == "lines 5, 1,200 ..."
    assert lines((), more=True) == ""
