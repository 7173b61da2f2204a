"""Reads the named SQL of the engine: `sql/<file>.sql`, where each query starts with a line `-- name: <name>`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files

_NAME = re.compile(r"^-- name: (\w+)$", re.MULTILINE)
_PLACE = re.compile(r"\{(\w+)\}")


@cache
def queries(file: str) -> dict[str, str]:
    """The queries of `sql/<file>.sql` by name, comments and all."""
    text = files("leadport.engine").joinpath("sql", f"{file}.sql").read_text(encoding="utf-8")
    _, *parts = _NAME.split(text)
    return dict(zip(parts[::2], (part.strip().rstrip(";") for part in parts[1::2]), strict=True))


def literal(text: str | None) -> str:
    """The text as an SQL string, safe whatever it holds."""
    if text is None:
        return "NULL"
    return "'" + text.replace("'", "''") + "'"


def literals(texts: Iterable[str]) -> str:
    """Texts as the inside of an SQL list, sorted so that the same query is the same text every time."""
    return ", ".join(literal(text) for text in sorted(texts))


def fill(query: str, values: Mapping[str, str]) -> str:
    """The query with every {name} replaced by SQL text; what is put in is not looked at again."""
    return _PLACE.sub(lambda place: values.get(place[1], place[0]), query)
