"""Judgements that are kept."""

from __future__ import annotations

from leadport.engine.memory import remembering


def test_a_short_text_is_judged_once_and_a_long_one_is_not_kept() -> None:
    asked: list[str] = []

    def judge(text: str) -> int:
        asked.append(text)
        return len(text)

    judged = remembering(judge)
    assert [judged("a"), judged("a"), judged("b" * 500), judged("b" * 500)] == [1, 1, 500, 500]
    assert asked == ["a", "b" * 500, "b" * 500]
