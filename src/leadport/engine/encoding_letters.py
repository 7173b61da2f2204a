"""How often each letter beyond a-z stands in the languages that people's names and addresses are written in.

The numbers are rough shares among such letters, in per cent; only their order of magnitude matters.
"""

from __future__ import annotations

import math
from collections.abc import Mapping

_RARE = 2e-4
_CAPITAL = 0.15

_WESTERN = {
    "German": "ü35 ä27 ö22 ß13 é2",
    "French": "é45 è15 ç9 ë6 ê5 ô5 î5 ï3 â3 à2 û1 ü1 ù0.5 œ0.5",
    "Spanish": "ó25 í22 á20 é13 ñ12 ú6 ü1",
    "Portuguese": "ã22 á14 ç13 é13 ó10 í10 õ5 ê5 â5 ú4 à2 ô2",
    "Italian": "à30 è25 ò15 ù15 ì10 é5",
    "Dutch": "ë40 é25 ï15 ö10 ü5 è3",
    "Swedish": "ä35 ö30 å28 é6",
    "Danish and Norwegian": "ø40 å30 æ25 é4 ö1",
    "Finnish": "ä75 ö22 å3",
    "Icelandic": "á20 í15 ó13 ð12 ö10 ú8 é7 þ7 æ5 ý4",
}
_CENTRAL = {
    "Polish": "ł22 ę14 ą13 ó13 ż13 ś10 ć7 ń6 ź2",
    "Czech": "í20 á17 é10 ě10 ř9 č9 ž8 š7 ý6 ů3 ú1 ň1 ť0.5 ď0.5 ó0.5",
    "Slovak": "á22 í14 é11 č10 š9 ž9 ý8 ú7 ľ4 ť3 ň2 ô2 ä1 ó1 ď1 ŕ0.5 ĺ0.5",
    "Hungarian": "á30 é28 ö10 ó9 ő8 ü5 í5 ú3 ű2",
    "Croatian and Slovene": "č30 š30 ž20 ć15 đ5",
    "Romanian": "ă35 ş20 ţ18 î15 â12",
}
_TURKISH = {"Turkish": "ı33 ü14 ş12 ğ10 ç9 ö8 İ8 â1"}
_BALTIC = {
    "Lithuanian": "ė22 š15 ų14 ž12 ą9 č8 į8 ū7 ę5",
    "Latvian": "ā35 ī18 ē15 š10 ū7 ž4 ņ4 ļ4 č2 ķ2 ģ2",
    "Estonian": "ä30 õ25 ü25 ö15 š3 ž2",
}
_CYRILLIC = {
    "Russian": (
        "о10.9 е8.4 а8.1 и7.4 н6.7 т6.3 с5.5 р4.7 в4.5 л4.4 к3.5 м3.2 д3 п2.8 у2.6 я2 ы1.9 ь1.7 г1.7 з1.6 "
        "б1.6 ч1.4 й1.2 х1 ж0.9 ш0.7 ю0.6 ц0.5 щ0.4 э0.3 ф0.3 ё0.2 ъ0.1"
    ),
    "Ukrainian": (
        "о9.4 а8.3 н6.8 и6.3 і5.7 в5.4 р4.6 т5.5 е4.8 с4.5 к3.6 л3.7 у3.4 д3.2 м3 п3 з2.3 ь1.8 г1.6 я2.1 б1.8 "
        "ч1.3 х1.2 ц0.8 ю0.8 ж0.8 й1.3 ї0.8 є0.6 ф0.3 ш0.8 щ0.6 ґ0.1"
    ),
    "Bulgarian": (
        "а12.3 и9.1 о8.7 е8.7 т7.8 н7.2 р5.2 с4.9 в4.8 л3.6 к3.3 п2.9 д3.4 м2.5 з2.3 ъ2 я1.8 б1.6 г1.6 ц0.8 "
        "у1.5 й0.7 ч1.5 ж0.7 х0.7 щ0.6 ш0.5 ю0.1 ф0.3 ь0.1"
    ),
}
_GREEK = {
    "Greek": (
        "α11 ο9 ι7.5 ε7.5 τ8 ν6.5 σ5 η4 υ4 ρ4.3 π4 κ4 μ3.3 λ3 ς4.5 ω2 γ1.8 δ1.7 θ1.2 χ1.2 φ0.9 β0.7 ξ0.5 ζ0.4 "
        "ψ0.2 ά1.8 ό1.7 ί1.8 έ1.5 ή1 ύ0.9 ώ0.8 ϊ0.1 ϋ0.02"
    ),
}
_HEBREW = {
    "Hebrew": (
        "י11 ה10 ו10 ל7.5 א6.5 ר5.5 ת5 ב5 מ5 ש4.5 נ4 ע3 ם2.5 ד2.5 ק2.3 ח2.3 פ1.7 כ1.7 ן1.5 ט1.3 ס1.4 ז1.3 ג1.2 צ1 "
        "ך0.7 ף0.3 ץ0.2"
    ),
}
_ARABIC = {
    "Arabic": (
        "ا13 ل11 ي7 م6.5 ن6 و6 ر5 ت4.5 ه4 ب4 ع4 د3.5 ة3 س3 ف3 أ3 ك2.5 ح2.5 ق2.5 ش1.5 ج1.5 ص1.2 ط1 خ1 ذ1 إ1 ى1 ز0.8 "
        "ض0.7 ء0.7 ث0.7 غ0.5 ئ0.5 آ0.3 ؤ0.2 ظ0.2"
    ),
}
_THAI = {
    "Thai": (
        "า8 น7 ร7 อ6 ก5 เ5 ง4.5 ม4 ย4 ว4 ล4 \u0e484 \u0e313.5 ด3 ท3 ส3 ต3 \u0e493 \u0e343 "
        "\u0e353 ะ2.5 ป2.5 บ2.5 "
        "ค2.5 ห2.5 พ2 จ2 แ2 \u0e381.8 ช1.5 ข1.5 ไ1.5 \u0e4c1.5 \u0e391.2 "
        "โ1 ใ1 \u0e371 ศ1 ถ1 ำ0.8 ผ0.7 ธ0.7 \u0e470.6 ญ0.5 ภ0.5 "
        "ณ0.5 ซ0.4 ษ0.3 ฟ0.3 ฐ0.2 ฉ0.2 ฝ0.1"
    ),
}

Costs = Mapping[str, float]


def _costs(shares: Mapping[str, float]) -> Costs:
    total = sum(shares.values())
    costs: dict[str, float] = {}
    for letter, share in shares.items():
        costs[letter] = -math.log(share / total)
        if letter.upper() != letter and len(letter.upper()) == 1:
            costs.setdefault(letter.upper(), -math.log(share / total * _CAPITAL))
    return costs


def _shares(table: str) -> dict[str, float]:
    return {entry[0]: float(entry[1:]) for entry in table.split()}


def _models(*groups: Mapping[str, str]) -> tuple[Costs, ...]:
    """One model a language and one for a list in which they all meet."""
    languages = [_shares(table) for group in groups for table in group.values()]
    mixed: dict[str, float] = {}
    for language in languages:
        for letter, share in language.items():
            mixed[letter] = mixed.get(letter, 0.0) + share / sum(language.values())
    return (*map(_costs, languages), _costs(mixed))


WESTERN = _models(_WESTERN)
CENTRAL = _models(_CENTRAL, {"German": _WESTERN["German"]})
TURKISH = _models(_TURKISH)
BALTIC = _models(_BALTIC)
CYRILLIC = _models(_CYRILLIC)
GREEK = _models(_GREEK)
HEBREW = _models(_HEBREW)
ARABIC = _models(_ARABIC)
THAI = _models(_THAI)

UNEXPECTED = -math.log(_RARE)
"""What a letter costs that the language does not use."""
