"""Whether a text looks like the name of a column; only to tell a header from a person, not to say which field it is."""

from __future__ import annotations

from functools import cache

from leadport.domain.synonyms import LANGUAGES, phrases
from leadport.engine.data_files import word_list
from leadport.engine.wording import squash, words

_LONGEST = 80
_SHORTEST_WORD = 3


def names_email(*, text: str) -> bool:
    """True when a short text holds a word for email in some language."""
    if len(text) > _LONGEST:
        return False
    joined = squash(text=text)
    return "email" in joined or joined in _email_phrases() or any(word in _email_words() for word in words(text=text))


def names_column(*, text: str) -> bool:
    """True when a short text holds a word that names columns of lists of people."""
    if len(text) > _LONGEST:
        return False
    return any(word in _column_words() for word in words(text=text)) or names_email(text=text)


@cache
def _email_phrases() -> frozenset[str]:
    return frozenset(
        squash(text=phrase)
        for language in LANGUAGES.values()
        for phrase in phrases(text=language.strong.get("email", ""))
    )


@cache
def _email_words() -> frozenset[str]:
    return _listed("email_words")


@cache
def _column_words() -> frozenset[str]:
    """Every word of the synonyms that is long enough to mean something alone, and the listed ones."""
    texts = [text for language in LANGUAGES.values() for text in (*language.strong.values(), *language.weak.values())]
    known = {word for text in texts for phrase in phrases(text=text) for word in words(text=phrase)}
    return frozenset(word for word in known if len(word) >= _SHORTEST_WORD and not word.isdigit()) | _listed(
        "header_words"
    )


def _listed(name: str) -> frozenset[str]:
    return frozenset(word for line in word_list(name=name) for entry in line.split() for word in words(text=entry))
