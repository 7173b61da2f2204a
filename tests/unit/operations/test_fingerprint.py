"""Fingerprints are equal exactly when a stage would answer the same."""

from __future__ import annotations

import pytest

from leadport.domain.dialect import DialectHints
from leadport.domain.verdicts import ExistingPolicy, FilterOptions
from leadport.operations.fingerprint import VERSIONS, Stage, fingerprint


def test_equal_questions_have_equal_fingerprints() -> None:
    first = fingerprint(stage=Stage.READ, inputs=["a"], options=DialectHints(encoding="utf-8"))
    again = fingerprint(stage=Stage.READ, inputs=["a"], options=DialectHints(encoding="utf-8"))
    assert first == again
    assert len(first) == 64


def test_every_part_of_the_question_changes_the_fingerprint() -> None:
    answers = {
        fingerprint(stage=Stage.READ, inputs=["a"]),
        fingerprint(stage=Stage.FILTER, inputs=["a"]),
        fingerprint(stage=Stage.READ, inputs=["b"]),
        fingerprint(stage=Stage.READ, inputs=["a", "b"]),
        fingerprint(stage=Stage.READ, inputs=["a"], options=FilterOptions()),
        fingerprint(stage=Stage.READ, inputs=["a"], options=FilterOptions(existing=ExistingPolicy.KEEP)),
    }
    assert len(answers) == 6


def test_a_new_version_of_a_stage_has_new_fingerprints(monkeypatch: pytest.MonkeyPatch) -> None:
    before = fingerprint(stage=Stage.READ, inputs=["a"])
    monkeypatch.setitem(VERSIONS, Stage.READ, 99)
    assert fingerprint(stage=Stage.READ, inputs=["a"]) != before


def test_the_order_of_a_mapping_does_not_matter_and_the_order_of_a_list_does() -> None:
    def of(options: object) -> str:
        return fingerprint(stage=Stage.READ, inputs=[], options=options)

    assert of({"a": 1, "b": 2}) == of({"b": 2, "a": 1})
    assert of(["a", "b"]) != of(["b", "a"])


def test_what_has_no_stable_text_is_refused() -> None:
    with pytest.raises(TypeError):
        fingerprint(stage=Stage.READ, inputs=[], options={"when": object()})
