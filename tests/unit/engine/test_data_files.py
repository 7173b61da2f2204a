"""Word lists beside the package."""

from __future__ import annotations

import pytest

from leadport.engine.data_files import word_list


def test_comments_and_empty_lines_are_no_words() -> None:
    words = word_list(name="big_domains")
    assert "gmail.com" in words
    assert not [word for word in words if word.startswith("#") or not word.strip()]


@pytest.mark.parametrize("name", ["big_domains", "good_domains", "placeholders", "no_address"])
def test_a_list_names_nothing_twice_and_everything_in_lower_case(name: str) -> None:
    words = word_list(name=name)
    assert len(words) == len(set(words))
    assert [word for word in words if word != word.casefold()] == []
