"""Every refusal has a code of its own and a sentence that can be acted on."""

from __future__ import annotations

import re

import pytest

from leadport.engine.unreadable import UnreadableSource

REFUSALS = UnreadableSource.__subclasses__()


def test_codes_are_unique_and_machine_readable() -> None:
    codes = [kind.code for kind in REFUSALS]
    assert len(set(codes)) == len(codes) > 25
    assert all(re.fullmatch(r"[a-z]+(_[a-z]+)*", code) for code in codes)
    assert UnreadableSource.code not in codes


@pytest.mark.parametrize("kind", REFUSALS, ids=lambda kind: kind.code)
def test_a_sentence_says_what_happened_and_what_to_do(kind: type[UnreadableSource]) -> None:
    message = kind(name="list.csv", detail="DETAIL").message
    assert message.endswith(".")
    assert "{" not in message
    assert len(message.split()) >= 8
    assert "list.csv" in message or "{name}" not in kind.sentence
    assert ("DETAIL" in message) == ("{detail}" in kind.sentence)
