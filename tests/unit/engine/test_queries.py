"""Named SQL and what is put into it."""

from __future__ import annotations

import duckdb
import pytest

from leadport.engine.queries import fill, literal, literals, queries


@pytest.mark.parametrize("text", ["", "plain", "it's", "'; DROP TABLE people; --", 'a"b', "line\nbreak", "日本"])
def test_a_literal_is_the_text_itself_to_the_database(text: str) -> None:
    with duckdb.connect() as connection:
        assert connection.execute(f"SELECT {literal(text)}").fetchall() == [(text,)]


def test_nothing_is_null() -> None:
    assert literal(None) == "NULL"


def test_a_list_is_the_same_text_every_time() -> None:
    assert literals({"b", "a"}) == "'a', 'b'"


def test_what_is_filled_in_is_not_looked_at_again() -> None:
    assert fill("{a} {b} {3}", {"a": "{b}", "b": "c"}) == "{b} c {3}"


@pytest.mark.parametrize("file", ["columns", "filter", "plan", "report"])
def test_every_query_has_a_name_and_a_comment(file: str) -> None:
    found = queries(file)
    assert found
    assert [name for name, text in found.items() if not text.startswith("-- ")] == []
