"""The few pieces of Markdown that the pages are made of."""

from __future__ import annotations

from collections.abc import Iterable, Sequence


def table(*, headings: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table; a vertical bar inside a cell is escaped."""
    lines = [" | ".join(headings), " | ".join("---" for _ in headings)]
    lines += [" | ".join(cell(each) for each in row) for row in rows]
    return "\n".join(f"| {line} |" for line in lines)


def cell(text: str) -> str:
    """Text that may stand in a cell of a table."""
    return text.replace("|", "\\|").replace("\n", " ")


def code(text: str) -> str:
    """Text in the type of code, or nothing."""
    return f"`{text}`" if text else ""
