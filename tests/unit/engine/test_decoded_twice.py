"""Restoring text that was decoded twice."""

from __future__ import annotations

import pytest

from leadport.engine.decoded_twice import restored


def _damaged(text: str) -> str:
    return "".join(bytes([byte]).decode("cp1252", errors="ignore") or chr(byte) for byte in text.encode("utf-8"))


@pytest.mark.parametrize(
    "text", ["Zoë", "Ærø", "Ángel", "São Paulo", "Łódź", "Иван Петров", "naïve – “quoted”", "€ 5", "花子"]
)
def test_damaged_text_is_restored_exactly(text: str) -> None:
    assert restored(_damaged(text)) == text


def test_text_that_was_damaged_twice_over_is_restored_too() -> None:
    assert restored(_damaged(_damaged("Zoë"))) == "Zoë"


@pytest.mark.parametrize("text", ["Zoë", "MALMÖ–LUND", "CAFÉ»", "Ñ", "SÃO", "Ann", "25 °C", "Ångström", "à côté"])
def test_honest_text_is_left_alone(text: str) -> None:
    assert restored(text) is None
