"""The header words of every language we know: a missing synonym is added to the file of its language, nowhere else."""

from __future__ import annotations

from leadport.domain.synonyms.de import GERMAN
from leadport.domain.synonyms.en import ENGLISH
from leadport.domain.synonyms.es import SPANISH
from leadport.domain.synonyms.fr import FRENCH
from leadport.domain.synonyms.it import ITALIAN
from leadport.domain.synonyms.language import Language, Qualifier, phrases
from leadport.domain.synonyms.nl import DUTCH
from leadport.domain.synonyms.pl import POLISH
from leadport.domain.synonyms.pt import PORTUGUESE
from leadport.domain.synonyms.ru import RUSSIAN

LANGUAGES: dict[str, Language] = {
    "en": ENGLISH,
    "de": GERMAN,
    "fr": FRENCH,
    "es": SPANISH,
    "it": ITALIAN,
    "pt": PORTUGUESE,
    "nl": DUTCH,
    "pl": POLISH,
    "ru": RUSSIAN,
}
"""Every language by its ISO 639-1 code."""

__all__ = ["LANGUAGES", "Language", "Qualifier", "phrases"]
