"""The reference of the lead fields."""

from __future__ import annotations

from leadport.domain.fields import FIELDS, Storage
from pages.markdown import code, table

_NOTES = {
    Storage.COLUMN: "",
    Storage.LINK: "Its values become lists or tags.",
    Storage.SIGNAL: "Decides a verdict and is not stored.",
    Storage.CUSTOM: "Stored among the custom fields.",
}


def page() -> str:
    """Every standard field with the key that `--match COLUMN=FIELD` takes."""
    rows = [
        (
            code(each.key),
            each.label,
            each.type.value,
            " ".join(filter(None, (_NOTES[each.storage], "May be fed by several columns." if each.several else ""))),
        )
        for each in FIELDS.values()
    ]
    return (
        "# Lead fields\n\nThe keys are what `--match COLUMN=FIELD` takes. Custom fields are written `custom:KEY`.\n\n"
        + table(headings=("Key", "Label", "Type", "Notes"), rows=rows)
    )
