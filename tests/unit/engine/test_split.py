"""A text falls into records and cells as the csv module would read it, and broken quotes stay harmless."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leadport.engine.split import Piece, Signs, split_records

COMMA = Signs(delimiter=",")


def _cells(text: str, signs: Signs = COMMA) -> list[tuple[str, ...]]:
    return [piece.cells for piece in split_records(text=text, signs=signs)]


@settings(max_examples=150, deadline=None)
@given(
    rows=st.lists(st.lists(st.text(alphabet='ab,"; \n\r', max_size=6), min_size=1, max_size=4), max_size=6),
    line_end=st.sampled_from(["\n", "\r\n", "\r"]),
)
def test_what_the_csv_module_writes_is_split_back(rows: list[list[str]], line_end: str) -> None:
    out = io.StringIO()
    csv.writer(out, lineterminator=line_end, quoting=csv.QUOTE_ALL).writerows(rows)
    assert _cells(out.getvalue()) == [tuple(row) for row in rows]


@pytest.mark.parametrize(
    ("text", "signs", "cells"),
    [
        ('a,"b\nc",d\n', COMMA, [("a", "b\nc", "d")]),
        ('a,"say ""x""",d', COMMA, [("a", 'say "x"', "d")]),
        ('a,5" pipe,d', COMMA, [("a", '5" pipe', "d")]),
        ('a,"b"c,d', COMMA, [("a", "bc", "d")]),
        ("a, b, c", Signs(delimiter=",", skip_space=True), [("a", "b", "c")]),
        ('a, "b, c", d', Signs(delimiter=",", skip_space=True), [("a", "b, c", "d")]),
        (r'"a \"b\" c","d\n",e', Signs(delimiter=",", escapechar="\\"), [('a "b" c', r"d\n", "e")]),
        ("'a;b';c", Signs(delimiter=";", quotechar="'"), [("a;b", "c")]),
        ('"a";b', Signs(delimiter=";", quotechar=None), [('"a"', "b")]),
        ('"a ""b"""\n"c" d\n', Signs(delimiter=None), [('a "b"',), ('"c" d',)]),
    ],
)
def test_signs_decide(text: str, signs: Signs, cells: list[tuple[str, ...]]) -> None:
    assert _cells(text, signs) == cells


def test_an_unclosed_quote_costs_its_own_line_only() -> None:
    text = '"Ann,ann@example.com\n"Ray, Bob",bob@example.com\nCy,cy@example.com\n'
    pieces = list(split_records(text=text, signs=COMMA))
    assert [piece.cells for piece in pieces] == [
        ('"Ann', "ann@example.com"),
        ("Ray, Bob", "bob@example.com"),
        ("Cy", "cy@example.com"),
    ]
    assert [piece.flaws for piece in pieces] == [1, 0, 0]


def test_a_quote_that_never_closes_swallows_nothing() -> None:
    text = '"Ann,1\n' + "Bob,2\n" * 20_000
    assert len(_cells(text)) == 20_001


def test_lines_are_counted_physically() -> None:
    text = 'a,"1\r\n2\r3\n4"\r\n\r\nb,2\rc,3'
    pieces = list(split_records(text=text, signs=COMMA))
    assert [(piece.line, piece.lines, piece.ending) for piece in pieces] == [
        (0, 4, "\r\n"),
        (4, 1, "\r\n"),
        (5, 1, "\r"),
        (6, 1, ""),
    ]


def test_blank_lines_differ_from_blank_records() -> None:
    line = Piece(line=0, lines=1, cells=(" ",))
    record = Piece(line=0, lines=1, cells=(" ", "\u00a0"))
    assert (line.blank, line.blank_line) == (True, True)
    assert (record.blank, record.blank_line) == (True, False)
