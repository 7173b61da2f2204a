"""What imports changed in leads that existed before."""

from __future__ import annotations

from django.db import models


class FieldChange(models.Model):
    """One lead's fields as they were and as an import left them: only those that changed.

    `before` lacks the keys of fields that were blank. `custom` nests the custom fields by their keys.
    `revision` is the lead's after the change; `stamp_before` is its `changed_at` before.
    """

    pk = models.CompositePrimaryKey("account_id", "import_id", "lead_id")
    account_id = models.BigIntegerField()
    import_id = models.BigIntegerField()
    lead_id = models.BigIntegerField()
    before = models.JSONField()
    after = models.JSONField()
    revision = models.IntegerField()
    stamp_before = models.DateTimeField()

    class Meta:
        """An import changes a lead once."""

        db_table = "field_change"

    def __str__(self) -> str:
        return f"{self.import_id}: {self.lead_id}"
