"""Hints that can mean nothing are refused."""

from __future__ import annotations

import pytest

from leadport.domain.dialect import DialectHints
from leadport.domain.refusal import Refusal
from leadport.engine.hints import check_hints


@pytest.mark.parametrize(
    ("hints", "code"),
    [
        (DialectHints(delimiter=";;"), "bad_delimiter"),
        (DialectHints(delimiter="\n"), "bad_delimiter"),
        (DialectHints(delimiter="\0"), "bad_delimiter"),
        (DialectHints(quotechar="<>"), "bad_quote"),
        (DialectHints(quotechar="\r"), "bad_quote"),
        (DialectHints(delimiter=";", quotechar=";"), "bad_quote"),
        (DialectHints(delimiter='"'), "bad_delimiter"),
    ],
)
def test_signs_that_cannot_be_meant_are_refused(hints: DialectHints, code: str) -> None:
    with pytest.raises(Refusal) as caught:
        check_hints(hints=hints)
    assert caught.value.code == code


@pytest.mark.parametrize(
    "hints",
    [
        DialectHints(),
        DialectHints(delimiter="", quotechar=""),
        DialectHints(delimiter="\t", quotechar="'"),
        DialectHints(delimiter="'"),
    ],
)
def test_other_hints_pass(hints: DialectHints) -> None:
    check_hints(hints=hints)
