"""Reads the named SQL of this package: `sql/<file>.sql`, where each query starts with a line `-- name: <name>`."""

from __future__ import annotations

import re
from datetime import datetime
from functools import cache
from importlib.resources import files

SqlValue = bool | int | float | str | datetime | list[int] | list[str] | None
"""What may stand for a placeholder of a query."""

_NAME = re.compile(r"^-- name: (\w+)$", re.MULTILINE)


def schema_sql(name: str) -> str:
    """The whole of `sql/schema/<name>.sql`; migrations run it."""
    return files("leadport.store").joinpath("sql", "schema", f"{name}.sql").read_text(encoding="utf-8")


@cache
def statements(file: str) -> dict[str, str]:
    """The queries of `sql/<file>.sql` by name, comments and all."""
    text = files("leadport.store").joinpath("sql", f"{file}.sql").read_text(encoding="utf-8")
    _, *parts = _NAME.split(text)
    return dict(zip(parts[::2], parts[1::2], strict=True))
