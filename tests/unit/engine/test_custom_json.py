"""JSON cells that a jsonb column can take."""

from __future__ import annotations

import pytest

from leadport.engine.custom_json import parse_object


def test_members_come_out_compact_and_without_null_ones() -> None:
    assert parse_object('{"city": "Köln", "age": 5, "gone": null, "more": {"a": [1, 2.5]}}').value == (
        '"city":"Köln","age":5,"more":{"a":[1,2.5]}'
    )


def test_an_empty_object_is_blank() -> None:
    assert (parse_object("{}").value, parse_object("{}").bad) == (None, False)


@pytest.mark.parametrize(
    "text",
    [
        "[]",
        "5",
        "{",
        '{"a": NaN}',
        '{"a": 1e999}',
        '{"a": "\\u0000"}',
        '{"a": "\\ud800"}',
        '{"a":' * 30000,
        "1" * 9000,
        '{"a":' * 30 + "1" + "}" * 30,
        '{"a": ' + "9" * 50 + "}",
    ],
)
def test_what_the_database_would_refuse_is_bad(text: str) -> None:
    assert parse_object(text).bad
