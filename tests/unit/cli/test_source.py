"""Options that say what to read."""

from __future__ import annotations

from pathlib import Path

import pytest
import typer

from leadport.cli.source import hints, source


def test_delimiters_have_names_and_may_be_typed_themselves() -> None:
    for text, sign in (("tab", "\t"), ("\\t", "\t"), ("Semicolon", ";"), ("|", "|"), ("^", "^")):
        assert hints(encoding=None, delimiter=text, no_header=False).delimiter == sign


@pytest.mark.parametrize("text", ["", "ab", "a", "5", '"', "\n"])
def test_what_cannot_divide_cells_is_a_usage_error(text: str) -> None:
    with pytest.raises(typer.BadParameter):
        hints(encoding=None, delimiter=text, no_header=False)


def test_nothing_fixed_by_hand_leaves_everything_to_be_found_out() -> None:
    found = hints(encoding=None, delimiter=None, no_header=False)
    assert (found.encoding, found.delimiter, found.has_header) == (None, None, None)
    assert hints(encoding="latin-1", delimiter=None, no_header=True).has_header is False


def test_an_encoding_must_exist() -> None:
    with pytest.raises(typer.BadParameter):
        hints(encoding="klingon", delimiter=None, no_header=False)


def test_a_dash_and_pasting_without_a_file_read_standard_input() -> None:
    assert source(file="-", pasted=False).stream is not None
    assert source(file=None, pasted=True).stream is not None
    assert source(file="list.csv", pasted=True).path == Path("list.csv")
    with pytest.raises(typer.BadParameter):
        source(file=None, pasted=False)
