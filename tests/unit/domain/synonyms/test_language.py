"""The texts of a language fall into phrases."""

from __future__ import annotations

from leadport.domain.synonyms.language import Language, phrases


def test_phrases_are_cut_at_the_bars() -> None:
    assert phrases(text="first name | given name |") == ("first name", "given name")
    assert phrases(text="") == ()


def test_a_language_needs_only_its_strong_phrases() -> None:
    language = Language(strong={"email": "post"})
    assert (dict(language.weak), dict(language.qualifiers), language.owners, language.unrelated) == ({}, {}, "", "")
