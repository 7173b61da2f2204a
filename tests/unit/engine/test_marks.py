"""Repairs as bits and signals as strengths."""

from __future__ import annotations

import numpy as np

from leadport.domain.reasons import REASONS, NoteKind
from leadport.engine.marks import repair_bit, repair_bits, repair_codes, status_kinds
from leadport.engine.source_status import STRENGTH


def test_every_repair_of_the_catalogue_survives_as_a_bit() -> None:
    codes = sorted(code for code, reason in REASONS.items() if reason.decides is NoteKind.REPAIR)
    bits = np.array([repair_bits(",".join(codes)), 0, repair_bit(codes[0])])
    assert repair_codes(bits).to_pylist() == [",".join(codes), None, codes[0]]


def test_nothing_is_no_bit() -> None:
    assert repair_bit(None) == repair_bits(None) == repair_bits("") == 0


def test_strengths_become_kinds_again() -> None:
    strengths = np.array([0, *STRENGTH.values()])
    assert status_kinds(strengths).to_pylist() == [None, *STRENGTH]
