"""Writes the reference pages from the code, so that they cannot say anything else than the program does.

python docs/build.py            write docs/reference/*.md
python docs/build.py --check    write nothing; exit with 1 and name the pages that are stale
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pages.cli
import pages.fields
import pages.presets
import pages.reasons
import pages.settings
import pages.states

REFERENCE = Path(__file__).parent / "reference"

PAGES: dict[str, Callable[[], str]] = {
    "cli.md": pages.cli.page,
    "fields.md": pages.fields.page,
    "presets.md": pages.presets.page,
    "reasons.md": pages.reasons.page,
    "settings.md": pages.settings.page,
    "states.md": pages.states.page,
}
"""Every generated page and what makes its text."""

_MADE = "<!-- Made from the code by docs/build.py: change the code, then run `make docs`. -->\n\n"


def main(arguments: list[str]) -> int:
    """Write the pages that changed, or with --check only name them."""
    texts = {REFERENCE / name: _MADE + page().strip() + "\n" for name, page in PAGES.items()}
    stale = [path for path, text in texts.items() if not path.exists() or path.read_text(encoding="utf-8") != text]
    if "--check" in arguments:
        for path in stale:
            sys.stderr.write(f"{path.name} is stale: run make docs\n")
        return 1 if stale else 0
    REFERENCE.mkdir(exist_ok=True)
    for path in stale:
        path.write_text(texts[path], encoding="utf-8")
        sys.stderr.write(f"{path.name} written\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
