"""Characters cost more the rarer they are in the language of an encoding."""

from __future__ import annotations

import pytest

from leadport.engine.encoding_east_asian import character_cost


def _cost(sign: str, encoding: str, beside: str = "\n") -> float:
    return character_cost(sign=sign, beside=beside, encoding=encoding)


@pytest.mark.parametrize(
    ("encoding", "frequent", "known", "rare"),
    [
        ("gb18030", "王", "氨", "鸞"),
        ("cp950", "陳", "氨", "龢"),
        ("cp932", "田", "圧", "鸞"),
        ("euc-jp", "田", "圧", "鸞"),
        ("cp949", "김", "닭", "金"),
    ],
)
def test_frequent_characters_cost_least(encoding: str, frequent: str, known: str, rare: str) -> None:
    assert _cost(frequent, encoding) < _cost(known, encoding) < _cost(rare, encoding)


def test_kana_are_frequent_in_japanese_only() -> None:
    assert _cost("さ", "cp932") < _cost("さ", "gb18030")


def test_half_width_katakana_are_likely_in_runs_only() -> None:
    assert _cost("ｱ", "cp932", beside="ｲ") < _cost("ｱ", "cp932", beside="a")


def test_private_characters_are_the_least_likely() -> None:
    assert _cost("\ue000", "gb18030") > _cost("ÿ", "gb18030") > _cost("王", "gb18030")
