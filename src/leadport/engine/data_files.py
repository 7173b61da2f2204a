"""The word lists beside this package, read once and kept."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def word_list(*, name: str) -> tuple[str, ...]:
    """The lines of `data/<name>.txt` in order, without comments (a line that starts with #) and empty lines."""
    text = files("leadport.engine").joinpath("data", f"{name}.txt").read_text(encoding="utf-8")
    lines = (line.strip() for line in text.splitlines())
    return tuple(line for line in lines if line and not line.startswith("#"))
