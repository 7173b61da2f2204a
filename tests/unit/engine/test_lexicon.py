"""The header words of all languages as one index."""

from __future__ import annotations

import pytest

from leadport.domain.synonyms import LANGUAGES, phrases
from leadport.engine.lexicon import REORDERED, STRONG, WEAK, lexicon
from leadport.engine.wording import words


def parts(text: str) -> tuple[str, ...]:
    return tuple(part for part in words(text=text) if part not in lexicon().fillers)


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_phrase_of_every_language_is_found_under_its_field(code: str) -> None:
    for table, strength in ((LANGUAGES[code].strong, STRONG), (LANGUAGES[code].weak, WEAK)):
        for field, text in table.items():
            for phrase in phrases(text=text):
                assert lexicon().find(parts(phrase)).get(field, 0) >= strength, phrase


def test_the_order_of_words_matters_little_but_that_of_ordinals_does() -> None:
    assert lexicon().find(("name", "first")) == {"first_name": REORDERED}
    assert lexicon().find(("address", "2", "street")) == {}


def test_no_phrase_is_both_known_and_unrelated() -> None:
    assert not lexicon().unrelated & set(lexicon().strong)


def test_what_is_unrelated_names_no_field() -> None:
    assert lexicon().find(("user", "name")) == {}
    assert lexicon().find(()) == {}
