"""Who did what, for ever."""

from __future__ import annotations

from django.db import models

from leadport.store.models.account import Account


class AuditEntry(models.Model):
    """One deed; `facts` holds numbers and names of things, never a person's data. Rows cannot be changed or deleted."""

    pk = models.CompositePrimaryKey("account_id", "id")
    account = models.ForeignKey(Account, on_delete=models.DO_NOTHING, db_index=False)
    id = models.BigIntegerField()
    at = models.DateTimeField()
    actor = models.TextField()
    deed = models.TextField()
    object_kind = models.TextField()
    object_id = models.BigIntegerField(null=True)
    facts = models.JSONField(default=dict)

    class Meta:
        """Read by time, newest first, within an account: ids grow with time."""

        db_table = "audit_entry"

    def __str__(self) -> str:
        return self.deed
