"""The custom fields of an account; the standard ones are in `domain/fields.py`."""

from __future__ import annotations

from django.db import models

from leadport.domain.mapping import FieldType
from leadport.store.models.account import Account


class CustomField(models.Model):
    """A field that an account added; leads keep its values in `lead.custom` under `key`."""

    pk = models.CompositePrimaryKey("account_id", "id")
    account = models.ForeignKey(Account, on_delete=models.CASCADE, db_index=False)
    id = models.BigIntegerField()
    key = models.TextField(db_collation="C")
    label = models.TextField()
    type = models.TextField(default=FieldType.TEXT.value)
    import_id = models.BigIntegerField(null=True)
    created_at = models.DateTimeField()
    archived_at = models.DateTimeField(null=True)

    class Meta:
        """A key stands for one field in an account."""

        db_table = "field"
        constraints = (
            models.UniqueConstraint(fields=["account", "key"], name="field_key"),
            models.CheckConstraint(condition=models.Q(type__in=[kind.value for kind in FieldType]), name="field_type"),
        )

    def __str__(self) -> str:
        return self.label
