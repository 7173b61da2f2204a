"""Which records are no people: repeated headers, totals and notices after the data, rows that explain the columns.

Only records without any address are ever asked about, so nobody who could be written to is taken for a footer.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

FIRST_RECORDS = 3
"""A row that explains the columns stands among the first records of a text."""

TOTAL_WORDS = (
    "totals?|grand totals?|sub-?totals?|total general|total général|totale|totale generale|totaal|sum|summe|gesamt|"
    "gesamtsumme|gesamtergebnis|zwischensumme|insgesamt|anzahl|count|suma|somme|soma|somma|razem|ogółem|łącznie|итого|всего"
)
_NOTICE_WORDS = (
    r"copyright\b|\(c\) ?[12][0-9]{3}|©|confidential|vertraulich|confidentiel|confidencial|"
    r"all rights reserved|do not distribute|"
    r"generated (?:by|on|at|from|with)|exported (?:by|on|at|from|with)|created (?:by|with) |"
    r"report (?:generated|run|created)|powered by|"
    r"erstellt (?:am|von|mit)|exportiert (?:am|von|aus)|stand:|end of (?:file|report|list|data)|eof\b|"
    r"filtered by|as of |"
    r"(?:page|seite|página|pagina) [0-9]+"
)
_THINGS = (
    "rows?|records?|contacts?|entries|subscribers?|leads?|customers?|members?|people|results?|items?|lines?|zeilen?|datensätze?|kontakte|"
    "einträge|lignes?|enregistrements?|registros?|filas?|righe|rijen|wierszy|строк[аи]?|записей"
)

FOOTER = (
    rf"(?i)^[\s*#>_=(-]*(?:(?:{TOTAL_WORDS})[\s:=]*(?:$|[\x1f(0-9.,€$£-])|{_NOTICE_WORDS}|"
    rf"[0-9][0-9.,]* +(?:{_THINGS})\b|[-=_*#]{{3,}}[\s\x1f]*)"
)
"""RE2 and Python pattern over the filled cells of a record, joined by the unit separator: it may be a footer."""

_MAY_BE = re.compile(FOOTER)
_TOTAL = re.compile(rf"[\s*#=(-]*(?:{TOTAL_WORDS})[\s:=]*(?:\(?[0-9].*)?", re.IGNORECASE | re.DOTALL)
_FIGURE = re.compile(r"[^\w]*[0-9][^A-Za-z]*[A-Za-z%€$£]{0,3}|[\W_]*")
_RULE = re.compile(r"[-=_*#+\s]{3,}")
_MOST_NOTICE_CELLS = 2
_EXPLAINS = re.compile(
    r"(?<![\w.])(?:required|optional|mandatory|pflichtfeld|pflicht|erforderlich|obligatoire|obligatorio|obligatório|requerido|verplicht|"
    r"varchar|nvarchar|string|char|text|format|example|e\.g|z\.\s?b|beispiel|ejemplo|exemple|exemplo|esempio|voorbeeld|"
    r"must be|unique|address of|adresse d|e-?mail|mail address)(?![.-]?\w)",
    re.IGNORECASE,
)


def line_kind(*, cells: Sequence[str | None], header: Sequence[str], address: int | None, early: bool) -> str | None:
    """`repeated_header`, `summary_line`, `explanation_line`, or None for a record that may well be a person.

    `address` is the index of the email column. `early` says that the record is one of the first of its text.
    """
    filled = [cell.strip() for cell in cells if cell and cell.strip()]
    if not filled:
        return "empty_record"
    if _repeats(cells, header, address):
        return "repeated_header"
    if is_footer(filled=filled):
        return "summary_line"
    text = cells[address] if address is not None and address < len(cells) else None
    if early and text and _EXPLAINS.search(text):
        return "explanation_line"
    return None


def is_footer(*, filled: Sequence[str]) -> bool:
    """True for totals beside figures, notices and ruled lines; `filled` are the cells with text, trimmed."""
    if not _MAY_BE.search("\x1f".join(filled)):
        return False
    if _TOTAL.fullmatch(filled[0]):
        return all(_FIGURE.fullmatch(cell) for cell in filled[1:])
    return len(filled) <= _MOST_NOTICE_CELLS or all(_RULE.fullmatch(cell) for cell in filled)


def _repeats(cells: Sequence[str | None], header: Sequence[str], address: int | None) -> bool:
    named = [(place, name.strip().casefold()) for place, name in enumerate(header) if name.strip()]
    same = [place for place, name in named if place < len(cells) and (cells[place] or "").strip().casefold() == name]
    if not same:
        return False
    return address in same or len(same) * 2 > len(named) > 1
