"""Encodings from before Unicode are told apart by the text they give."""

from __future__ import annotations

import random
import time

import pytest

from leadport.engine.encoding_legacy import likeliest_encoding
from tests.support.invented import ENCODINGS, PEOPLE

CASES = [(language, encoding) for language, encodings in ENCODINGS.items() for encoding in encodings]


def _text(language: str) -> str:
    return "".join(f"{';'.join(person)};x@example.com\r\n" for person in PEOPLE[language])


@pytest.mark.parametrize(("language", "encoding"), CASES)
def test_five_people_are_enough(language: str, encoding: str) -> None:
    written = _text(language).encode(encoding)
    guess = likeliest_encoding(blocks=[written])
    assert written.decode(guess.name) == _text(language)
    assert guess.confidence > 0.5


@pytest.mark.parametrize("language", ["German", "French", "Spanish", "Portuguese", "Scandinavian", "Swedish"])
def test_one_western_name_is_enough_for_windows_1252(language: str) -> None:
    for person in PEOPLE[language]:
        for name in person:
            if not name.isascii():
                guess = likeliest_encoding(blocks=[f"{name};x@example.com\n".encode("cp1252")])
                assert name.encode("cp1252").decode(guess.name) == name


def test_punctuation_of_windows_is_known() -> None:
    written = "Ann’s “best” list – 5 €;x@example.com\n".encode("cp1252")
    assert likeliest_encoding(blocks=[written]).name == "windows-1252"


def test_the_countries_of_the_addresses_tip_the_scales() -> None:
    name = "Gdańsk".encode("cp1250")
    assert likeliest_encoding(blocks=[name + b";ola@example.pl\n"]).name == "windows-1250"


def test_rarer_encodings_are_asked_about_elsewhere() -> None:
    written = _text("Turkish").encode("mac-turkish")
    assert written.decode(likeliest_encoding(blocks=[written]).name) == _text("Turkish")


def test_noise_takes_bounded_time() -> None:
    noise = random.Random(7).randbytes(1024 * 1024)
    start = time.perf_counter()
    guess = likeliest_encoding(blocks=[noise, b"\xff" * 1024 * 1024, b"a" * 1024 * 1024])
    assert time.perf_counter() - start < 2
    assert "x".encode(guess.name)
