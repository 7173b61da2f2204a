"""Lists and who is on them."""

from __future__ import annotations

from django.db import models

from leadport.store.models.account import Account


class LeadList(models.Model):
    """A set of leads with a name; `import_id` is set when an import made it."""

    pk = models.CompositePrimaryKey("account_id", "id")
    account = models.ForeignKey(Account, on_delete=models.CASCADE, db_index=False)
    id = models.BigIntegerField()
    name = models.TextField()
    name_key = models.TextField(db_collation="C")
    import_id = models.BigIntegerField(null=True)
    created_at = models.DateTimeField()
    archived_at = models.DateTimeField(null=True)

    class Meta:
        """A name stands for one list in an account; upper and lower case are the same name."""

        db_table = "list"
        constraints = (models.UniqueConstraint(fields=["account", "name_key"], name="list_name"),)

    def __str__(self) -> str:
        return self.name


class ListMember(models.Model):
    """A lead is on a list; `import_id` is the import that put it there."""

    pk = models.CompositePrimaryKey("account_id", "list_id", "lead_id")
    account_id = models.BigIntegerField()
    list_id = models.BigIntegerField()
    lead_id = models.BigIntegerField()
    import_id = models.BigIntegerField(null=True)
    added_at = models.DateTimeField()

    class Meta:
        """Its references are guarded by set (ADR 0001): a foreign key would be checked row by row."""

        db_table = "list_member"

    def __str__(self) -> str:
        return f"{self.list_id}:{self.lead_id}"
