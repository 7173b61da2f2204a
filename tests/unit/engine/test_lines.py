"""One physical line by itself."""

from __future__ import annotations

from dataclasses import replace

import pytest

from leadport.engine.lines import (
    HIDDEN_QUOTE,
    body,
    hide_escaped_quotes,
    is_blank,
    split_mended,
    split_plainly,
    split_strictly,
    split_whole,
)
from tests.support.reading import USUAL


@pytest.mark.parametrize(("line", "expected"), [("a\n", "a"), ("a\r\n", "a"), ("a\r", "a"), ("a", "a"), ("\n\n", "\n")])
def test_the_body_is_the_line_without_its_own_end(line: str, expected: str) -> None:
    assert body(line=line) == expected


@pytest.mark.parametrize("text", ["", "\r\n", " \t", "\xa0\u3000", "\x1a", "\ufeff"])
def test_blanks_and_line_ends_are_blank(text: str) -> None:
    assert is_blank(text=text)


@pytest.mark.parametrize("text", [",", "0", '""', "\0", "\u200b"])
def test_anything_else_is_not(text: str) -> None:
    assert not is_blank(text=text)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ('\\"', HIDDEN_QUOTE),
        ('\\\\"', '\\\\"'),
        ('\\\\\\"', "\\\\" + HIDDEN_QUOTE),
        ('x\\"y\\"', f"x{HIDDEN_QUOTE}y{HIDDEN_QUOTE}"),
        ("\\n", "\\n"),
    ],
)
def test_only_an_escape_that_is_not_escaped_itself_hides_a_quote(line: str, expected: str) -> None:
    assert hide_escaped_quotes(line=line, dialect=replace(USUAL, escapechar="\\")) == expected


def test_without_an_escape_character_no_quote_is_hidden() -> None:
    assert hide_escaped_quotes(line='\\"', dialect=USUAL) == '\\"'


def test_a_strict_split_knows_quotes_and_refuses_those_that_do_not_match() -> None:
    assert split_strictly(line='"a;b";c\n', dialect=USUAL, delimiter=";") == ["a;b", "c"]
    assert split_strictly(line='"a;b;c\n', dialect=USUAL, delimiter=";") is None


def test_a_plain_split_knows_no_quotes() -> None:
    assert split_plainly(line='"a,b", c\n', dialect=USUAL) == ['"a', 'b"', " c"]
    assert split_plainly(line="a, c\n", dialect=replace(USUAL, skip_space=True)) == ["a", "c"]


def test_a_whole_line_loses_only_quotes_that_enclose_it() -> None:
    dialect = replace(USUAL, delimiter=None, header=("",))
    assert split_whole(line='"a ""b"""\n', dialect=dialect) == ['a "b"']
    assert split_whole(line='"a" <b>\n', dialect=dialect) == ['"a" <b>']


@pytest.mark.parametrize(
    ("line", "cells"),
    [
        ('"Joe "The Man" Smith",x', ['Joe "The Man" Smith', "x"]),
        ('"a, "b", c",x', None),
        ('"a "b, c" d",x', ['a "b, c" d', "x"]),
        ('x,"a" b"', ["x", 'a" b']),
        ('x,"a ""b""c" d"', ["x", 'a "b"c" d']),
        ('x,"never closed', None),
        ('"x"y,z,,', ['"x"y', "z", "", ""]),
        ('"x"y', None),
    ],
)
def test_mending_gives_every_column_its_cell_or_nothing(line: str, cells: list[str] | None) -> None:
    assert split_mended(line=line + "\n", dialect=USUAL) == cells


def test_nothing_is_mended_where_quotes_mean_nothing() -> None:
    assert split_mended(line='"a,b\n', dialect=replace(USUAL, quotechar=None)) is None
