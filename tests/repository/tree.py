"""What the repository consists of, for the checks beside this file."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src" / "leadport"
DOCS = ROOT / "docs"

# Made by tools, and not part of the repository (see .gitignore).
_NOT_OURS = {".git", ".venv", ".venv.unfinished", "__pycache__", ".mypy_cache", ".ruff_cache", ".pytest_cache"}
_NOT_OURS |= {".hypothesis", ".import_linter_cache", "build", "dist"}
_TEXT = {".py", ".md", ".sql", ".toml", ".txt", ".csv", ".html", ".yml", ".yaml", ".cfg", ".ini", ".sh", ".json", ""}


def files(*, below: Path = ROOT, suffix: str = "") -> list[Path]:
    """Every file of the repository below a directory, sorted; `suffix` such as ".py" chooses among them."""
    return sorted(path for path in _walk(below) if path.name.endswith(suffix))


def _walk(below: Path) -> Iterator[Path]:
    for directory, names, found in os.walk(below):
        names[:] = [name for name in names if name not in _NOT_OURS and not name.endswith(".egg-info")]
        yield from (Path(directory) / name for name in found if not name.startswith(".venv"))


def texts(*, below: Path = ROOT) -> dict[Path, str]:
    """The text of every file that is one; files in other encodings than UTF-8 are data, and left out."""
    found: dict[Path, str] = {}
    for path in files(below=below):
        if path.suffix in _TEXT:
            try:
                found[path] = path.read_text(encoding="utf-8")
            except UnicodeDecodeError:
                continue
    return found


def named(path: Path) -> str:
    """The path as it is told in a message."""
    return path.relative_to(ROOT).as_posix()


def page(name: str) -> str:
    """The text of a page of the documentation; a missing page fails the check that needs it."""
    path = DOCS / name
    assert path.is_file(), f"docs/{name} is missing"
    return path.read_text(encoding="utf-8")
