"""The reference of the settings."""

from __future__ import annotations

from leadport.config.environment import SETTINGS
from pages.markdown import code, table


def page() -> str:
    """Every environment variable that Leadport reads."""
    rows = [(code(each.name), each.meaning, code(each.default)) for each in SETTINGS]
    return "# Settings\n\nLeadport is set up by environment variables. None is needed to begin.\n\n" + table(
        headings=("Variable", "Meaning", "Default"), rows=rows
    )
