"""One column after its judge."""

from __future__ import annotations

import pyarrow as pa

from leadport.engine.fast_paths import sort_nothing, sort_texts
from leadport.engine.judged_column import judge_column
from leadport.engine.judges import Judged
from leadport.engine.marks import repair_codes
from leadport.engine.source_status import STRENGTH
from leadport.engine.text_column import text_column


def test_only_odd_texts_are_judged_and_each_distinct_one_once() -> None:
    asked: list[str] = []

    def judge(text: str) -> Judged:
        asked.append(text)
        return Judged(value=text.strip(), repair="apostrophe" if text == " b" else None)

    texts = text_column(pa.array(["a", " b", None, " c", " b"]))
    found = judge_column(texts=texts, fast=sort_texts(texts), judge=judge, lists=False)
    assert sorted(asked) == [" b", " c"]
    assert found.values.to_pylist() == ["a", "b", None, "c", "b"]
    assert found.rows.tolist() == [1, 3, 4]
    assert repair_codes(found.repairs).to_pylist() == ["apostrophe", None, "apostrophe"]
    assert found.names is None


def test_what_did_not_fit_and_what_says_that_somebody_left_is_told_by_row() -> None:
    def judge(text: str) -> Judged:
        return Judged(bad=text == "x", status="bounce" if text == "y" else None, names=(text,))

    texts = text_column(pa.array(["", "x", "y"]))
    found = judge_column(texts=texts, fast=sort_nothing(texts), judge=judge, lists=True)
    assert found.unfit.tolist() == [1]
    assert found.signals.tolist() == [0, STRENGTH["bounce"]]
    assert found.names is not None
    assert found.names.to_pylist() == [None, ["x"], ["y"]]


def test_a_column_without_odd_texts_costs_nothing() -> None:
    texts = text_column(pa.array(["a", "b"]))
    found = judge_column(texts=texts, fast=sort_texts(texts), judge=lambda _text: Judged(bad=True), lists=False)
    assert found.values is texts.array
    assert len(found.rows) == len(found.unfit) == 0
