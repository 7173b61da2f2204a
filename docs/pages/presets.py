"""The reference of the known exports."""

from __future__ import annotations

from leadport.engine.presets import Preset, all_presets
from pages.markdown import code, table

_INTRODUCTION = """
# Known exports

A file is recognised by its header. Then its columns go where the tables say, whatever the values look like; columns
that stay out are not listed. `--preset NAME` asks for one by name. [Adding one](../how-to/add-a-preset.md) takes one
small file.
"""


def page() -> str:
    """Every preset that Leadport brings along, with its columns."""
    presets = all_presets()
    listed = table(
        headings=("Name", "Export", "Written by"), rows=[(code(each.name), each.title, each.about) for each in presets]
    )
    return "\n\n".join((_INTRODUCTION.strip(), listed, *(_section(each) for each in presets)))


def _section(preset: Preset) -> str:
    rows = [(code(column), code(field)) for column, field in preset.columns.items()]
    return f"## {preset.title}\n\n" + table(headings=("Column", "Field"), rows=rows)
