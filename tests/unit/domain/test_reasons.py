"""The catalogue of reasons is complete, and its sentences are fit for the person whose file it is."""

from __future__ import annotations

import re
import string

import pytest

from leadport.domain.reasons import REASONS, NoteKind, Reason, sentence
from leadport.domain.verdicts import Verdict

FACTS = {"line", "record", "column", "value", "first", "suggestion", "part"}

every_reason = pytest.mark.parametrize("reason", REASONS.values(), ids=REASONS)


@every_reason
def test_a_code_is_lower_case_words_joined_by_underscores(reason: Reason) -> None:
    assert re.fullmatch(r"[a-z0-9]+(_[a-z0-9]+)*", reason.code)
    assert REASONS[reason.code] is reason


@every_reason
def test_a_sentence_names_the_line_ends_with_a_full_stop_and_asks_for_known_facts_only(reason: Reason) -> None:
    asked = {name for _, name, _, _ in string.Formatter().parse(reason.template) if name is not None}
    assert "line" in asked
    assert asked <= FACTS
    assert reason.template[-1] in ".?"


@pytest.mark.parametrize("verdict", [verdict for verdict in Verdict if verdict is not Verdict.NEW])
def test_every_verdict_but_new_has_a_reason(verdict: Verdict) -> None:
    assert [reason for reason in REASONS.values() if reason.decides is verdict]


def test_nothing_decides_that_somebody_is_new() -> None:
    assert {reason.decides for reason in REASONS.values()} <= {*Verdict, *NoteKind} - {Verdict.NEW}


def test_a_sentence_holds_the_facts_it_is_given() -> None:
    told = sentence(code="email_no_at", line=7, value="nobody")
    assert "Line 7" in told
    assert '"nobody"' in told


def test_a_fact_nobody_knows_reads_as_a_question_mark() -> None:
    assert "record ?" in sentence(code="duplicate_in_file", line=3, first=None)


def test_braces_in_a_value_are_text() -> None:
    assert '"{line}"' in sentence(code="email_no_at", line=1, value="{line}")
